// The parts of a letter that are rows of the case: reasons, criteria, treatments, scores, claims, codes. Each row carries its pages.
import { partialDateWords } from '../../cases/calendar.ts';
import { formatCents } from '../../cases/money/format.ts';
import type { CrosswalkRow } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Proof } from '../../model/finding.ts';
import type { Block, Inline } from '../../model/letter.ts';
import type { ClaimMoney } from '../../model/money.ts';
import type { Score, Treatment } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import { quoteOf } from '../../text/quote.ts';
import { quoteOfGround } from '../answers.ts';
import { cite, quote, text } from '../inline.ts';
import { groundsInForce } from '../input.ts';
import { claimPapers } from './input.ts';
import type { TableOf } from './schema.ts';
import { citesOf } from './slots.ts';
import { blankInlines, type Writer } from './writer.ts';

/** The blocks of a table; none when the case has no rows for it. */
export function tableBlocks(of: TableOf, writer: Writer): Block[] {
  if (of === 'reasons') return reasonQuotes(writer);
  const rows = rowsOf(of, writer);
  return rows.length === 0 ? [] : [{ kind: 'pairs', rows }];
}

interface PairRow {
  label: string;
  value: Inline[];
}

function rowsOf(of: Exclude<TableOf, 'reasons'>, writer: Writer): PairRow[] {
  switch (of) {
    case 'criteria':
      return criterionRows(writer);
    case 'treatments':
      return writer.input.treatments.map((treatment) => treatmentRow(treatment, writer));
    case 'scores':
      return writer.input.scores.map((score) => scoreRow(score, writer));
    case 'claims':
      return (writer.input.money?.claims ?? []).flatMap((claim) => claimRow(claim, writer));
    case 'codes-found':
      return codeRows(writer);
  }
}

/** The words of the notice for each reason. */
function reasonQuotes(writer: Writer): Block[] {
  return groundsInForce(writer.input).flatMap((ground) => {
    const source = quoteOfGround(writer.input, ground);
    return source === undefined ? [] : [quote(source)];
  });
}

/** Criteria by their own numbers; two that carry the same number are told apart, since a blank is known by its label. */
function criterionRows(writer: Writer): PairRow[] {
  const seen = new Map<string, number>();
  return writer.input.crosswalk
    .filter((row) => row.state !== 'not-applicable')
    .map((row, index) => {
      const name = row.criterion.label ?? String(index + 1);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return criterionRow(row, times === 1 ? name : `${name} (${times})`, writer);
    });
}

/** The criterion in its own words, what the pages show, and a blank where that does not settle it. */
function criterionRow({ criterion, facts, state }: CrosswalkRow, name: string, writer: Writer): PairRow {
  const { words } = writer.templates;
  const shown = byWords(facts).flatMap(([why, sources], index): Inline[] => [
    text(index === 0 ? ' ' : '; '),
    text(why),
    ...citesOf(sources).flatMap((each): Inline[] => [text(' '), each]),
  ]);
  const isSettled = facts.length > 0 && state === 'met';
  return {
    label: `${words.criterion} ${name}`,
    value: [
      text(`“${criterion.text}”`),
      ...(criterion.source === undefined ? [] : [text(' '), cite(criterion.source)]),
      text(' '),
      text(facts.length === 0 ? words.states['not-shown'] : words.states[state]),
      ...shown,
      ...(facts.length === 0 ? [] : [text('.')]),
      ...(isSettled ? [] : [text(' '), ...blankInlines(`${words.criterionBlank} ${name}`, writer)]),
    ],
  };
}

/** The pages that show the same, together. */
function byWords(facts: CrosswalkRow['facts']): (readonly [string, Source[]])[] {
  const found = new Map<string, Source[]>();
  for (const { why, source } of facts) found.set(why, [...(found.get(why) ?? []), source]);
  return [...found];
}

/** Drug, dose, from and to, how it went; what is not known is left out of the row. */
function treatmentRow(treatment: Treatment, writer: Writer): PairRow {
  const { words } = writer.templates;
  const { drugClass, augments, dose, length, outcomeWords, outcome } = treatment;
  const parts = [
    drugClass,
    augments === undefined ? undefined : `${words.augments} ${augments || words.anotherDrug}`,
    dose,
    periodOf(treatment, writer),
    length,
    outcome === 'unknown' ? undefined : words.outcomes[outcome],
    outcomeWords === undefined ? undefined : `“${outcomeWords}”`,
  ].filter((part) => part !== undefined && part !== '');
  const details = parts.length === 0 ? [text(words.outcomes.unknown)] : [text(parts.join('; '))];
  return { label: treatment.name, value: [...details, ...pagesOf(treatment, writer)] };
}

function periodOf({ from, to, ongoing }: Treatment, writer: Writer): string | undefined {
  const { words } = writer.templates;
  const since = from === undefined ? undefined : `${words.since} ${partialDateWords(from)}`;
  const until = to === undefined ? undefined : `${words.until} ${partialDateWords(to)}`;
  const still =
    ongoing && to === undefined ? (since === undefined ? words.outcomes.ongoing : words.ongoing) : undefined;
  const parts = [since, until ?? still].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The name of a scale by itself would not tell one day from another, so the day stands in the label. */
function scoreRow(score: Score, writer: Writer): PairRow {
  const label = [score.scale, score.on === undefined ? undefined : partialDateWords(score.on)]
    .filter(Boolean)
    .join(', ');
  const value = [String(score.value), score.moment].filter(Boolean).join(', ');
  return { label, value: [text(value), ...pagesOf(score, writer)] };
}

/** The pages of a row; one the patient added or corrected says so, since the page need not say it in those words. */
function pagesOf(row: Treatment | Score, writer: Writer): Inline[] {
  const sources = [row.source, ...row.also].flatMap((source) => source ?? []);
  const pages = citesOf(sources, 2).flatMap((each): Inline[] => [text(' '), each]);
  return row.byUser ? [...pages, text(` ${writer.templates.words.byPatient}`)] : pages;
}

function claimRow(claim: ClaimMoney, writer: Writer): PairRow[] {
  const { words } = writer.templates;
  const names = ['billed', 'adjusted', 'planPaid', 'notCovered', 'patientShare', 'patientPaid'] as const;
  const parts = names.flatMap((name) => {
    const cents = claim[name];
    return cents === undefined ? [] : [`${words.amounts[name]} ${formatCents(cents)}`];
  });
  if (parts.length === 0) return [];
  const cites = citesOf(claim.sources, 3).flatMap((each): Inline[] => [text(' '), each]);
  return [{ label: `${words.claim} ${claim.claim}`, value: [text(parts.join('; ')), ...cites] }];
}

/** Every code the papers of the claim give, each once, with the line it stands on. */
function codeRows(writer: Writer): PairRow[] {
  const rows = new Map<string, PairRow>();
  for (const paper of claimPapers(writer.input)) {
    for (const finding of paper.reading.findings) {
      if (finding.field !== 'codes' || finding.system === undefined) continue;
      const label = `${writer.templates.words.codes[finding.system]} ${finding.value}`;
      if (rows.has(label)) continue;
      const proof = wholeLine(paper, finding.proof);
      rows.set(label, {
        label,
        value: [text(`“${proof.quote}”`), text(' '), cite({ documentId: paper.document.id, proof })],
      });
    }
  }
  return [...rows.values()];
}

/** A line longer than this, in words, is not quoted whole. */
const LONGEST_LINE = 30;

/** The printed line a code stands on, so that its meaning or amount is seen. */
function wholeLine(paper: FullDocument, proof: Proof): Proof {
  const page = paper.pages.find((each) => each.pageNumber === proof.pageNumber);
  const line = page?.words[proof.from]?.line;
  if (page === undefined || line === undefined) return proof;
  let { from, to } = proof;
  while (from > 0 && page.words[from - 1]?.line === line) from -= 1;
  while (to < page.words.length && page.words[to]?.line === line) to += 1;
  return to - from > LONGEST_LINE ? proof : { ...proof, from, to, quote: quoteOf(page, from, to) };
}
