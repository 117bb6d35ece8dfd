// Treatments from the rows of a table: each column says one thing.
import type { Page } from '../../model/page.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { datesIn } from './dates.ts';
import { type Draft, factsIn, inOrder, type Paper, printedFacts, sourceOf } from './draft.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { lengthsIn } from './measures.ts';
import { mentionsIn } from './mentions.ts';
import { outcomeHits, outcomeOf } from './outcome.ts';
import { printed, printedWords, type SpanText, spanText, trimmed } from './span-text.ts';
import type { ColumnKind, Row } from './units.ts';

/** The treatments of table rows, in order. A row that starts with “+” strengthens the last one that does not. */
export function rowTreatments(paper: Paper, rows: readonly Row[], lexicon: Lexicon, rules: TreatmentRules): Draft[] {
  const drafts: Draft[] = [];
  let base: Draft | undefined;
  for (const row of rows) {
    const draft = rowTreatment(paper, row, lexicon, rules);
    if (draft === undefined) continue;
    const added = /^(?:\+|plus\b|add(?:ed)?\b|augment|w\/|with\b)/i.test(
      paper.page.words
        .slice(row.from, row.to)
        .map(({ text }) => text)
        .join(' '),
    );
    if (!added) base = draft;
    drafts.push(added ? { ...draft, augments: base?.name ?? '', ...(base && { augmentsKey: base.entry.key }) } : draft);
  }
  return drafts;
}

function rowTreatment(paper: Paper, row: Row, lexicon: Lexicon, rules: TreatmentRules): Draft | undefined {
  const { page } = paper;
  const cell = (...kinds: ColumnKind[]) =>
    spanText(
      page,
      row.cells.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words }) => words),
    );
  const nameCell = spanText(page, firstTogether(page, cell('name').words));
  const mention = mentionsIn(page, row.from, row.to, lexicon).find(({ from }) => nameCell.words.includes(from));
  const dose = spanText(page, firstTogether(page, cell('dose').words));
  const doseText = /\d/.test(dose.text) ? trimmed(printed(dose, { from: 0, to: dose.text.length })) : undefined;
  const entry = mention?.entry ?? unknownEntry(nameCell, doseText !== undefined);
  if (entry === undefined) return undefined;
  const name =
    mention === undefined
      ? printed(nameCell, { from: 0, to: nameCell.text.length }).replace(/^\+\s*/, '')
      : printedWords(paper.page, mention.from, mention.nameTo);
  const rest = spanText(
    page,
    row.cells
      .filter(({ kind }) => kind !== 'result')
      .flatMap(({ words }) => words.filter((word) => word !== mention?.from)),
  );
  const facts = printedFacts(rest, factsIn(rest.text, paper.date), 0);
  const result = resultOf(cell('result'), rules);
  const length = facts.length ?? lengthCell(cell('length')) ?? result.length;
  const bounds = startAndEnd(cell('start'), cell('end'), paper);
  const draft: Draft = {
    ongoing: false,
    ...inOrder({ ...facts, ...bounds }),
    entry,
    name: name.slice(0, 300),
    ...(doseText !== undefined && { dose: doseText.slice(0, 200) }),
    ...(length !== undefined && { length }),
    outcome: result.outcome,
    ...(result.words !== undefined && { outcomeWords: result.words }),
    source: sourceOf(paper.documentId, page, row.from, row.to),
    days: facts.days ?? [],
  };
  return draft;
}

/** The first words that stand together: where the titles of a table stand over the wrong words, others may lie between those of a name or a dose. */
function firstTogether(page: Page, words: readonly number[]): readonly number[] {
  const gap = words.findIndex((word, at) => {
    const before = words[at - 1];
    return before !== undefined && word !== before + 1 && page.words[word]?.line === page.words[before]?.line;
  });
  return gap < 0 ? words : words.slice(0, gap);
}

/** A name the app does not know, in the name column of such a table, is a treatment all the same. */
function unknownEntry(name: SpanText, hasDose: boolean): Entry | undefined {
  const key = trimmed(name.text).toLowerCase();
  if (!/\p{L}{3}/u.test(key) || /^(total|page|date|none|n\/a|other|see|current|past)\b/.test(key)) return undefined;
  return { key, groupId: 'unknown', kind: hasDose ? 'drug' : 'other', generic: false, background: false };
}

function lengthCell(cell: SpanText): string | undefined {
  const text = printed(cell, { from: 0, to: cell.text.length });
  return /\d/.test(text) && datesIn(cell.text).length === 0 ? text.slice(0, 200) : undefined;
}

/** Two columns for the first and the last day. */
function startAndEnd(start: SpanText, end: SpanText, paper: Paper): Partial<Draft> {
  const first = datesIn(start.text, paper.date)[0];
  const last = datesIn(end.text, paper.date)[0];
  const to = last?.to ?? last?.from;
  const from = first?.from;
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && (from === undefined || from.slice(0, to.length) <= to) && { to }),
    ...(last?.ongoing && { ongoing: true }),
  };
}

/** The result cell: what it says, what it means, and a length it starts with (“22 wk, no response”). */
function resultOf(
  cell: SpanText,
  rules: TreatmentRules,
): { outcome: Draft['outcome']; words?: string; length?: string } {
  const length = lengthsIn(cell.text).find(({ from }) => from <= 1);
  const from = length === undefined ? 0 : length.to;
  const words = trimmed(wordsFrom(cell, from));
  const outcome = outcomeOf(outcomeHits(cell.text.slice(from), rules, true));
  return {
    outcome,
    ...(words !== '' && { words: words.slice(0, 1000) }),
    ...(length && { length: printed(cell, length) }),
  };
}

function wordsFrom(cell: SpanText, from: number): string {
  const rest = cell.text.slice(from);
  const skipped = rest.search(/[\p{L}\p{N}(<>~]/u);
  return skipped < 0 ? '' : printed(cell, { from: from + skipped, to: cell.text.length });
}
