// What the letter decided, and whether before, during or after the care, with the words that tell.
import type { NoticeReading, Proof, ReasonFinding } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { allMatches } from '../matching.ts';
import { type Line, proofOf } from '../paper.ts';
import { mayOccur } from '../sieve/sieve.ts';
import { type Letter, plainMatch, proofAround } from './letter.ts';
import type { CompiledCue, CompiledNotice } from './rules.ts';
import type { Verdict } from './schema.ts';

type OutcomeReading = NoticeReading['outcome'];

interface Said {
  readonly proof: Proof;
  readonly why: string;
}

/** The outcome by what the sentences outside the rights section say together; `unknown` where none says it. */
export function outcomeOf(
  letter: Letter,
  kind: DocumentKind,
  reasons: readonly ReasonFinding[],
  notice: CompiledNotice,
): OutcomeReading {
  const said = new Map<Verdict, Said>();
  for (const { verdict, cues } of notice.verdicts) {
    const first = firstSaid(letter, cues);
    if (first !== undefined) said.set(verdict, first);
  }
  const result = (value: OutcomeReading['value'], ...verdicts: Verdict[]): OutcomeReading => {
    const found = verdicts.flatMap((verdict) => said.get(verdict) ?? []);
    return { value, ...(found[0] && { proof: found[0].proof }), why: found.map(({ why }) => why) };
  };
  const answers = letter.sentences.some(({ aside, match }) => !aside && notice.answersAppeal.test(match));
  if (answers) {
    if (said.has('overturns-in-part')) return result('partly-overturned', 'overturns-in-part');
    if (said.has('upholds')) {
      return said.has('overturns') ? result('partly-overturned', 'overturns', 'upholds') : result('upheld', 'upholds');
    }
    if (said.has('overturns')) return result('overturned', 'overturns');
  }
  if (said.has('ends')) return result('reduced-or-ended', 'ends');
  if (said.has('in-part')) return result('partly-denied', 'in-part');
  const paid = kind === 'eob' ? paidInTotal(letter) : undefined;
  if (paid !== undefined && reasons.length > 0) return { value: 'partly-denied', proof: paid.proof, why: [paid.why] };
  if (said.has('denies')) {
    return said.has('approves') ? result('partly-denied', 'denies', 'approves') : result('denied', 'denies');
  }
  const ground = reasons[0];
  if (ground !== undefined) return { value: 'denied', proof: ground.proof, why: ['gives a ground for not paying'] };
  return said.has('approves') ? result('approved', 'approves') : { value: 'unknown', why: [] };
}

function firstSaid(letter: Letter, cues: readonly CompiledCue[]): Said | undefined {
  for (const cue of cues) {
    for (const sentence of letter.sentences) {
      if (sentence.aside || sentence.foreign || sentence.zone === 'legend') continue;
      if (!mayOccur(sentence.sifted, cue.number) || cue.veto?.test(sentence.match) === true) continue;
      const match = plainMatch(letter, sentence, cue.pattern);
      const proof = match && proofAround(letter, sentence, match);
      if (proof !== undefined) return { proof, why: cue.why };
    }
  }
  return undefined;
}

const TOTAL = /\btotals?\b/;
const MONEY = /^\$?(\d[\d,]*\.\d\d)$/;

/** A statement on which something was paid: the amount under "Paid" in the row of totals, or in any row where there are no totals. */
function paidInTotal({ paper }: Letter): Said | undefined {
  const isTotal = (line: Line): boolean =>
    TOTAL.test(line.lower) && line.cells.filter((cell) => MONEY.test(cell.text)).length >= 2;
  const totals = paper.lines.some(isTotal);
  for (const [index, line] of paper.lines.entries()) {
    if (totals ? !isTotal(line) : line.cells.filter((cell) => MONEY.test(cell.text)).length < 3) continue;
    const heads = paper.lines.slice(Math.max(0, index - 30), index).flatMap((other) => other.cells);
    const head = heads.findLast((cell) => /^(?:(?:plan|we|amount|benefit) )?paid(?: by plan)?$/.test(cell.lower));
    if (head === undefined) continue;
    const cell = line.cells
      .filter((each) => MONEY.test(each.text))
      .sort((a, b) => Math.abs(a.right - head.right) - Math.abs(b.right - head.right))[0];
    if (cell === undefined || Math.abs(cell.right - head.right) > 30) continue;
    const amount = Number(MONEY.exec(cell.text)?.[1]?.replaceAll(',', ''));
    const proof = amount > 0 ? proofOf(paper.pages, line, 0, line.text.length) : undefined;
    if (proof !== undefined) return { proof, why: 'shows an amount paid beside what was refused' };
  }
  return undefined;
}

/** When the care took place as seen from the decision; undefined when nothing tells, or when the signs are even. */
export function timingOf(letter: Letter, notice: CompiledNotice): NoticeReading['timing'] {
  const scores = notice.timings.map(({ timing, cues }) => {
    const hits = cues.flatMap((cue) => {
      const sentence = letter.sentences.find(
        (each) =>
          !each.aside &&
          !each.foreign &&
          each.zone !== 'legend' &&
          mayOccur(each.sifted, cue.number) &&
          cue.veto?.test(each.match) !== true &&
          allMatches(cue.pattern, each.match).length > 0,
      );
      const match = sentence && allMatches(cue.pattern, sentence.match)[0];
      const proof = match && proofAround(letter, sentence, match);
      return proof === undefined ? [] : [{ ...cue, proof }];
    });
    return { timing, hits, score: hits.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const [first, second] = scores.sort((a, b) => b.score - a.score);
  if (first === undefined || first.score < 1 || first.score - (second?.score ?? 0) < 0.5) return undefined;
  const best = first.hits.toSorted((a, b) => b.weight - a.weight);
  return { value: first.timing, ...(best[0] && { proof: best[0].proof }), why: best.map(({ why }) => why) };
}
