// Scores set in tables: days as columns and scales (or a form's total) as rows, or scales as columns and days as rows.
import type { Page } from '../../model/page.ts';
import type { PartialDate } from '../../model/record.ts';
import type { ScaleRule } from '../../rules/care-schema.ts';
import { linesOf, type Span } from '../page-text.ts';
import { datesIn } from './dates.ts';
import { sourceOf } from './draft.ts';
import { scalesIn } from './scale-names.ts';
import type { ScoreDraft, ScorePage } from './scores.ts';
import { rangeText } from './span-text.ts';

interface DayColumn {
  /** Middle of the heading, in points. */
  readonly middle: number;
  readonly on: PartialDate;
}

interface ScaleColumn {
  readonly middle: number;
  readonly rule: ScaleRule;
}

/** Columns may stand this far from their heading, in points. */
const AWAY = 26;

/** The scores of the tables of a page, and the lines (by first word) they take up. */
export function tableScores(at: ScorePage): { scores: ScoreDraft[]; lines: ReadonlySet<number> } {
  const { page } = at.paper;
  const lines = linesOf(page);
  const scores: ScoreDraft[] = [];
  const used = new Set<number>();
  let days: DayColumn[] = [];
  let scales: ScaleColumn[] = [];
  let form: ScaleRule | undefined;
  lines.forEach((line, index) => {
    const named = scalesIn(line.text, at.rules.scales);
    const heads = dayColumns(page, line, lines[index + 1]);
    if (heads.length >= 2 && !numbersOf(page, line).some(({ word }) => !page.words[word]!.text.includes('/'))) {
      days = heads;
      scales = [];
      return;
    }
    const headings = scaleColumns(at, line);
    if (
      headings.length > 0 &&
      numbersOf(page, line).length === 0 &&
      /\b(date|day|when|visit|session|week)\b/i.test(line.text)
    ) {
      scales = headings;
      days = [];
      return;
    }
    const rule = new Set(named.map((hit) => hit.rule)).size === 1 ? named[0]!.rule : undefined;
    const read =
      days.length > 0 && heads.length === 0 && (rule !== undefined || isTotal(line))
        ? underDays(at, line, days, rule ?? form)
        : scales.length > 0
          ? besideDay(at, line, scales)
          : [];
    if (read.length > 0) used.add(line.from);
    scores.push(...read);
    if (scales.length > 0 && read.length === 0 && !/\d/.test(line.text) && /\p{L}{3}/u.test(line.text)) scales = [];
    if (rule !== undefined) form = rule;
  });
  return { scores, lines: used };
}

function isTotal(line: Span): boolean {
  return /^\W*(?:(?:sum|grand) )?total\b|^\W*(?:total )?score\b/i.test(line.text);
}

/** Words that are plain numbers, with their middle. */
function numbersOf(page: Page, line: Span): { word: number; value: number; middle: number }[] {
  const numbers: { word: number; value: number; middle: number }[] = [];
  for (let word = line.from; word < line.to; word += 1) {
    const { text, x, w } = page.words[word]!;
    const match = /^(\d{1,3}(?:\.\d)?)(?:\/\d{1,3})?[,;*]?$/.exec(text);
    if (match !== null) numbers.push({ word, value: Number(match[1]), middle: x + w / 2 });
  }
  return numbers;
}

/** Days printed as column headings, in one line or with the year below. */
function dayColumns(page: Page, line: Span, below: Span | undefined): DayColumn[] {
  const columns: DayColumn[] = [];
  const years = below === undefined ? [] : yearsOf(page, below);
  for (let word = line.from; word < line.to; word += 1) {
    const { text, x, w } = page.words[word]!;
    const middle = x + w / 2;
    const full = datesIn(text)[0];
    if (full?.from !== undefined && full.from.length === 10) columns.push({ middle, on: full.from });
    else if (/^\d{1,2}\/\d{1,2}$/.test(text)) {
      const year = years.find((each) => Math.abs(each.middle - middle) <= AWAY / 2)?.year;
      const on = year === undefined ? undefined : datesIn(`${text}/${year}`)[0]?.from;
      if (on !== undefined) columns.push({ middle, on });
    }
  }
  return columns;
}

function yearsOf(page: Page, line: Span): { middle: number; year: string }[] {
  return page.words
    .slice(line.from, line.to)
    .filter(({ text }) => /^(?:19|20)\d{2}$/.test(text))
    .map(({ text, x, w }) => ({ middle: x + w / 2, year: text }));
}

function scaleColumns(at: ScorePage, line: Span): ScaleColumn[] {
  const { page } = at.paper;
  const span = rangeText(page, line.from, line.to);
  return scalesIn(span.text, at.rules.scales).map(({ from, to, rule }) => {
    const first = page.words[span.words[span.places[from]!]!]!;
    const last = page.words[span.words[span.places[to - 1]!]!]!;
    return { rule, middle: (first.x + last.x + last.w) / 2 };
  });
}

/** The values of a row below the days that head the columns. */
function underDays(at: ScorePage, line: Span, days: readonly DayColumn[], rule: ScaleRule | undefined): ScoreDraft[] {
  if (rule === undefined) return [];
  const { page, documentId } = at.paper;
  const found = numbersOf(page, line).flatMap(({ word, value, middle }): ScoreDraft[] => {
    const day = nearest(days, middle);
    if (day === undefined || !inRange(value, rule)) return [];
    return [{ scale: rule.id, value, on: day.on, word, source: sourceOf(documentId, page, line.from, line.to) }];
  });
  const distinctDays = new Set(found.map(({ on }) => on)).size;
  return distinctDays === found.length ? found : [];
}

/** The values of a row that starts with a day, below the scales that head the columns. */
function besideDay(at: ScorePage, line: Span, scales: readonly ScaleColumn[]): ScoreDraft[] {
  const { page, documentId } = at.paper;
  const head = datesIn(rangeText(page, line.from, line.to).text)[0];
  if (head?.from === undefined || head.start > 24) return [];
  const on = head.from;
  return numbersOf(page, line).flatMap(({ word, value, middle }): ScoreDraft[] => {
    const column = nearest(scales, middle);
    if (column === undefined || !inRange(value, column.rule)) return [];
    return [{ scale: column.rule.id, value, on, word, source: sourceOf(documentId, page, line.from, line.to) }];
  });
}

function nearest<T extends { readonly middle: number }>(columns: readonly T[], middle: number): T | undefined {
  const best = [...columns].sort((a, b) => Math.abs(a.middle - middle) - Math.abs(b.middle - middle))[0];
  return best !== undefined && Math.abs(best.middle - middle) <= AWAY ? best : undefined;
}

export function inRange(value: number, rule: ScaleRule): boolean {
  return value >= rule.lowest && value <= rule.highest;
}
