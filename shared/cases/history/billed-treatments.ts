// Treatments from the lines of bills, receipts and benefit statements: what was charged on which days.

import type { IsoDate } from '../../model/vocabulary.ts';
import { linesOf, type Span } from '../page-text.ts';
import { datesIn } from './dates.ts';
import { type Draft, type Paper, sourceOf } from './draft.ts';
import { bare, type Lexicon } from './lexicon.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { printedWords, rangeText } from './span-text.ts';

/** Longest name taken from a line, in characters. */
const LONGEST_NAME = 300;

/** The treatments charged on a page, one for every line that names one and stands on a day (its own, or that of the lines above it). */
export function billedTreatments(paper: Paper, lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = [];
  let day: { date: IsoDate; x: number } | undefined;
  for (const line of linesOf(paper.page)) {
    const own = dayAtHead(paper, line);
    if (own !== undefined) day = { date: own, x: paper.page.words[line.from]!.x };
    else if (day !== undefined && !isUnder(paper, line, day.x)) day = undefined;
    if (day === undefined || !/\d\.\d{2}\b|\$/.test(line.text)) continue;
    const date = day.date;
    drafts.push(
      ...mentionsIn(paper.page, line.from, line.to, lexicon, true).flatMap((mention) =>
        billed(paper, line, mention, date),
      ),
    );
  }
  return drafts;
}

/** The day a line starts with. */
function dayAtHead({ page, date }: Paper, line: Span): IsoDate | undefined {
  const text = rangeText(page, line.from, Math.min(line.to, line.from + 3)).text;
  const hit = datesIn(text, date)[0];
  return hit?.from?.length === 10 && hit.start <= 2 ? hit.from : undefined;
}

/** Lines that belong to the day above are set in and end with an amount. */
function isUnder({ page }: Paper, line: Span, x: number): boolean {
  return page.words[line.from]!.x > x + 6 && /\d\.\d{2}\b/.test(line.text);
}

/** The line charges nothing that was given. */
const NOT_GIVEN =
  /\b(?:rejected|reversed|reversal|voided?|cancell?ed|not filled|returned to stock|no[- ]show|deposit|estimate)\b/i;

function billed(paper: Paper, line: Span, mention: Mention, date: IsoDate): Draft[] {
  if (mention.entry.background || NOT_GIVEN.test(line.text)) return [];
  const name = mention.byCode
    ? description(paper, line, mention)
    : printedWords(paper.page, mention.from, mention.nameTo).slice(0, LONGEST_NAME);
  if (name === '') return [];
  return [
    {
      entry: mention.entry,
      name,
      from: date,
      to: date,
      ongoing: false,
      outcome: 'unknown',
      source: sourceOf(paper.documentId, paper.page, line.from, line.to),
      days: [date],
    },
  ];
}

/** What stands behind a code up to the first amount; the code itself where nothing does. */
function description(paper: Paper, line: Span, mention: Mention): string {
  let to = mention.to;
  while (to < line.to && !/^[$-]?[\d,]+\.\d{2}$/.test(bare(paper.page.words[to]!.text)) && to - mention.to < 8) to += 1;
  return printedWords(paper.page, to > mention.to ? mention.to : mention.from, Math.max(to, mention.to)).slice(
    0,
    LONGEST_NAME,
  );
}
