// The grounds a paper gives: what stands on its lines by code and note, and what its sentences say, by weight.
import type { ReasonFinding, Zone } from '../model/finding.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import { clauseTokens } from './clauses.ts';
import { type Paper, proofOfTokens } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { codeReasons } from './remarks/code-reasons.ts';
import { legendEntries } from './remarks/legend.ts';
import { byNoteUnderRow } from './remarks/note-reason.ts';
import { notesUnderRows, type RowNote, refusedRows } from './remarks/under-lines.ts';
import type { UsedCode } from './remarks/used-codes.ts';
import { isTabular, type Sentence } from './sentences.ts';
import { type DecidedReason, isInDoubt, reasonsOfLetter, reasonsOfStatement } from './weigh/decide.ts';
import type { Look } from './weigh/features.ts';
import { looksOf } from './weigh/looks.ts';
import { CLASSES } from './weigh/model.ts';
import { plainGrounds } from './weigh/plain.ts';
import { heardAgain } from './weigh/second-hearing.ts';
import {
  type Ears,
  type SentenceWeight,
  type SentenceWeights,
  spanOf,
  speakingSentences,
  weighSentences,
} from './weigh/weighed.ts';

/** The grounds of a denial letter or benefit statement, each with its words, in the order of the pages. */
export function groundsOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  kind: DocumentKind,
  used: readonly UsedCode[],
  rules: CompiledRules,
): ReasonFinding[] {
  if (kind !== 'denial-letter' && kind !== 'eob') return [];
  const { entries, covered } = legendEntries(paper, sentences, zones, used);
  const looks = looksOf(paper, sentences, zones, rules);
  const first = weightsOf(paper, sentences, looks, rules);
  const isClear =
    kind === 'denial-letter' && !isInDoubt(speaking(paper, sentences, covered, first), rules.judges.first);
  const weights = isClear ? first : heardAgain(paper, sentences, looks, first, rules.encoder);
  const byCode = codeReasons(paper, sentences, used, entries, weights, rules);
  const notes = kind === 'eob' ? notesUnderRows(paper, sentences, zones) : [];
  const underRows = notes.flatMap((note) => byNoteUnderRow(paper, sentences, note, weights, rules) ?? []);
  const ofPaid = new Set(notes.flatMap((note) => (note.row === 'paid' ? note.sentences : [])));
  const spoken = speaking(paper, sentences, new Set([...covered, ...ofPaid]), weights).filter(
    ({ index }) => kind !== 'eob' || !isStatementRow(paper, sentences[index]),
  );
  const decided =
    kind === 'eob'
      ? reasonsOfStatement(spoken, tellsWhy(paper, zones, used, notes))
      : reasonsOfLetter(spoken, isClear ? rules.judges.first : rules.judges.second);
  const shown = (items: readonly DecidedReason[]): ReasonFinding[] =>
    merged(
      [],
      items.flatMap((item) => findingOf(paper, sentences, looks, weights, item, rules) ?? []),
    );
  const given = decided.filter((item) => !item.isAsked);
  const found = merged([...byCode, ...underRows], shown(given));
  if (found.length > 0) return found;
  const among = kind === 'eob' ? [] : spoken.map(({ index }) => index);
  const plain = shown(plainGrounds(sentences, looks, among));
  return plain.length > 0 ? plain : shown(decided);
}

/** What the sentences say in which the paper speaks about its decision. */
function speaking(
  paper: Paper,
  sentences: readonly Sentence[],
  skip: ReadonlySet<number>,
  weights: SentenceWeights,
): SentenceWeight[] {
  return speakingSentences(paper, sentences, skip).flatMap((index) => weights[index] ?? []);
}

/** Whether the refused rows of a statement say why themselves, by code, mark or note: all of them, or not all; undefined where none was refused. */
function tellsWhy(
  paper: Paper,
  zones: readonly Zone[],
  used: readonly UsedCode[],
  notes: readonly RowNote[],
): boolean | undefined {
  const refused = refusedRows(paper, zones);
  if (refused.length === 0) return undefined;
  const told = new Set([...used, ...notes].map(({ line }) => line));
  return refused.every((line) => told.has(line) || told.has(line - 1) || told.has(line + 1));
}

/** What each sentence of a paper says, as far as its layout lets it speak; nothing of taglines. */
export function weightsOf(
  paper: Paper,
  sentences: readonly Sentence[],
  looks: readonly Look[],
  ears: Ears,
): SentenceWeights {
  return weighSentences(looks, ears, (index) => {
    const sentence = sentences[index];
    return sentence === undefined ? 0 : layoutWeight(paper, sentence);
  });
}

/** On a statement, rows of the table and entries of its legend are read by their codes; a note nobody refers to says nothing. */
function isStatementRow(paper: Paper, sentence: Sentence | undefined): boolean {
  const line = sentence === undefined ? undefined : paper.lines[sentence.line];
  if (sentence === undefined || line === undefined) return true;
  if (sentence.isColumn !== true && isTabular(line)) return true;
  return (
    /^(?:[a-z]{0,3}\d{1,4}[a-z]?|[a-z]{2} \d{1,3}|[a-z]\d?) /.test(sentence.match) && /^[\p{Lu}\d*(]/u.test(line.text)
  );
}

function findingOf(
  paper: Paper,
  sentences: readonly Sentence[],
  looks: readonly Look[],
  weights: SentenceWeights,
  item: DecidedReason,
  rules: CompiledRules,
): ReasonFinding | undefined {
  const sentence = sentences[item.sentence];
  if (sentence === undefined) return undefined;
  const proof = proofOfTokens(paper.pages, clauseTokens(sentence, spanOf(sentence, item.reason, rules.model)));
  if (proof === undefined) return undefined;
  return {
    reason: item.reason,
    proof,
    confidence: Math.round(item.confidence * 100) / 100,
    why: whyOf(looks[item.sentence], weights[item.sentence], item),
  };
}

/** Which signals and words spoke for the reason. */
function whyOf(look: Look | undefined, weight: SentenceWeight | undefined, item: DecidedReason): string[] {
  const signals = look?.signals.find((signal) => signal.reason === item.reason)?.why ?? [];
  const spoken = weight?.words(item.reason) ?? [];
  const words = spoken.length === 0 ? [] : [`its words weigh towards it: ${spoken.join(', ')}`];
  const whole = weight?.again?.[CLASSES.indexOf(item.reason)] ?? 0;
  const again = whole > 0.5 ? ['heard a second time, as a whole sentence, it says this'] : [];
  const doubt = item.isAsked ? ['no sentence says it clearly, so please check it'] : [];
  return [...doubt, ...signals, ...words, ...again];
}

/** Reasons by codes and by prose together, the better proof of each kept, in the order of the pages. */
function merged(byCode: readonly ReasonFinding[], byProse: readonly ReasonFinding[]): ReasonFinding[] {
  const kept = new Map<string, ReasonFinding>();
  for (const finding of [...byProse, ...byCode]) {
    const known = kept.get(finding.reason);
    if (known === undefined) kept.set(finding.reason, finding);
    else
      kept.set(finding.reason, {
        ...known,
        confidence: Math.min(0.99, Math.max(known.confidence, finding.confidence) + 0.02),
        why: [...known.why, ...finding.why],
      });
  }
  return [...kept.values()].sort((a, b) => a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from);
}

/** A label and a figure: "Charges not paid: $2,880.00". It says how much, not why. */
const FIGURE_ONLY = /^\W*[\p{L}\s/()'.-]{3,60}:?\s*\$?\s?[\d,]+(?:\.\d\d)?\W*$/u;

/** Letters beyond which a line is no label with a figure; the expression would try long lines in many ways. */
const FIGURE_LENGTH = 90;

function isFigureOnly(text: string): boolean {
  return text.length <= FIGURE_LENGTH && /\d\W*$/.test(text) && FIGURE_ONLY.test(text);
}

/** In a table or beside a label, words are names of columns more often than statements. */
function layoutWeight(paper: Paper, sentence: Sentence): number {
  const line = paper.lines[sentence.line];
  if (line !== undefined && sentence.line === sentence.lastLine && isFigureOnly(line.text)) return 0.2;
  if (sentence.isColumn === true || line === undefined || sentence.line !== sentence.lastLine || !isTabular(line))
    return 1;
  if (
    /^(?:[a-z0-9]{1,3} )?(?:reason|reasons|decision|determination|denial|explanation|note|remark|why|basis|rationale|result|status|outcome)/.test(
      sentence.match,
    )
  )
    return 1;
  return line.cells.length >= 3 ? 0.5 : 0.65;
}
