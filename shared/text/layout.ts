// Words with boxes become rows as the eye sees them, and rows become text whose columns still line up.
import type { Page, Word } from '../model/page.ts';

/** One row of a page as the eye sees it: indexes into `page.words`, left to right. */
export interface VisualRow {
  readonly words: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The text of a page and the way back from each offset to its word. */
export interface PageText {
  readonly text: string;
  readonly rows: readonly VisualRow[];
  /** For each word of the page: its offsets in `text`, or undefined when the word is empty. */
  readonly offsets: ReadonlyArray<{ readonly from: number; readonly to: number } | undefined>;
  /** Word range `[from, to)` of the page covering the text range, or undefined when it holds no word. */
  wordsAt(from: number, to: number): { readonly from: number; readonly to: number } | undefined;
}

/** Mean width of one character on the page, in points: the measure of what a wide gap is. */
export function characterWidth(words: readonly Word[]): number {
  const widths = words.filter((word) => word.text.length > 1 && word.w > 0).map((word) => word.w / word.text.length);
  return Math.max(middleOf(widths) ?? 5, 0.5);
}

/** The middle one of some numbers by size; undefined where there are none. */
function middleOf(numbers: readonly number[]): number | undefined {
  // As the heights of most lines' words.
  if (numbers.every((number) => number === numbers[0])) return numbers[0];
  // A typed array sorts numbers without being told how, and quicker.
  return new Float64Array(numbers).sort()[Math.floor(numbers.length / 2)];
}

/**
 * Groups words into rows by their height on the page. Words that share a `line` stay together; lines of different blocks that stand side by
 * side (a label and its value read as two columns) become one row.
 */
export function visualRows(page: Page): readonly VisualRow[] {
  const lines = new Map<number, number[]>();
  page.words.forEach((word, index) => {
    if (word.text.trim() === '') return;
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [index]);
    else line.push(index);
  });
  const pieces = [...lines.values()]
    .map((indexes) => boxOf(page, indexes))
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const rows: VisualRow[] = [];
  for (const piece of pieces) {
    const at = rows.findLastIndex((row, index) => index >= rows.length - 4 && sideBySide(row, piece));
    const beside = rows[at];
    if (beside === undefined) rows.push(piece);
    else rows[at] = boxOf(page, [...beside.words, ...piece.words]);
  }
  return rows.sort((a, b) => a.top + a.bottom - b.top - b.bottom);
}

function boxOf(page: Page, indexes: readonly number[]): VisualRow {
  const words = [...indexes].sort((a, b) => (page.words[a]?.x ?? 0) - (page.words[b]?.x ?? 0) || a - b);
  const boxes = words.flatMap((index) => page.words[index] ?? []);
  // The middle word's height stands for the row, so that one tall mark does not swallow its neighbours.
  const height = middleOf(boxes.map((word) => word.h)) ?? 0;
  const middle = middleOf(boxes.map((word) => word.y + word.h / 2)) ?? 0;
  return {
    words,
    top: middle - height / 2,
    bottom: middle + height / 2,
    left: Math.min(...boxes.map((word) => word.x)),
    right: Math.max(...boxes.map((word) => word.x + word.w)),
  };
}

function sideBySide(a: VisualRow, b: VisualRow): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min(a.bottom - a.top, b.bottom - b.top);
  return smaller > 0 && shared > 0.5 * smaller && (a.right <= b.left + 1 || b.right <= a.left + 1);
}

/** The text of a page: one line per row, wide gaps between words kept as two or more spaces, an empty line where rows stand apart. */
export function pageText(page: Page): PageText {
  const rows = visualRows(page);
  const unit = characterWidth(page.words);
  const spacing = lineSpacing(rows);
  const offsets: Array<{ from: number; to: number } | undefined> = page.words.map(() => undefined);
  const owner: number[] = [];
  let text = '';
  rows.forEach((row, rowIndex) => {
    const above = rows[rowIndex - 1];
    if (above !== undefined) text += row.top - above.top > spacing * 1.6 ? '\n\n' : '\n';
    const rowUnit = unitOfRow(page, row.words, unit);
    let before: Word | undefined;
    for (const index of row.words) {
      const word = page.words[index];
      if (word === undefined) continue;
      if (before !== undefined) text += ' '.repeat(spacesBetween(before, word, rowUnit));
      const from = text.length;
      text += word.text;
      offsets[index] = { from, to: text.length };
      before = word;
    }
  });
  offsets.forEach((range, index) => {
    for (let at = range?.from ?? 0; at < (range?.to ?? 0); at += 1) owner[at] = index;
  });
  return { text, rows, offsets, wordsAt: (from, to) => wordRange(owner, from, to) };
}

function wordRange(owner: readonly number[], from: number, to: number): { from: number; to: number } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let at = Math.max(from, 0); at < to; at += 1) {
    const index = owner[at];
    if (index === undefined) continue;
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  return last < 0 ? undefined : { from: first, to: last + 1 };
}

/** The widest gap between words, in characters, that is one blank. */
const NORMAL_GAP = 1.75;

/** Number of blanks a gap of `gap` characters is written as: a normal gap is one, a wide one keeps its width (at most 200). */
export function spaces(gap: number): number {
  if (!(gap > NORMAL_GAP)) return 1;
  return Math.min(Math.round(gap), 200);
}

/** A box ends where the ink ends: after a full stop the letter's cell goes on, by this part of a character in typewriter faces. */
const NARROW_BEARING = 0.35;
const NARROW_END = /[.,:;'’]$/;

/** Number of blanks between two neighbours of a row, when one character is `unit` points wide. */
export function spacesBetween(before: Word, word: Word, unit: number): number {
  const gap = (word.x - before.x - before.w) / unit;
  return spaces(gap > NORMAL_GAP && NARROW_END.test(before.text) ? gap - NARROW_BEARING : gap);
}

/** Width of a character in a row, in points: a row set in a wider face than the page (a typewriter block in a letter) is measured by itself. */
export function unitOfRow(page: Page, words: readonly number[], pageUnit: number): number {
  if (words.length < 2) return pageUnit;
  return Math.max(pageUnit, characterWidth(words.flatMap((index) => page.words[index] ?? [])));
}

/** The usual distance from one row to the next, in points. */
export function lineSpacing(rows: readonly VisualRow[]): number {
  const steps = rows
    .slice(1)
    .map((row, index) => row.top - (rows[index]?.top ?? row.top))
    .filter((step) => step > 1);
  if (steps.length === 0) return Number.POSITIVE_INFINITY;
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.25)] ?? Number.POSITIVE_INFINITY;
}
