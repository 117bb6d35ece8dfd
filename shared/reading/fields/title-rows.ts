// Rows of titles: which lines of a paper title the values below them.
import type { Cell } from '../paper.ts';
import type { Sheet } from './sheet.ts';
import { moneyIn } from './values.ts';

/** "Current   30 days   60 days   90 days+": how old what is owed has grown, on a statement of account. */
const AGE = /^(?:current|(?:over |past )?\d{2}(?: ?- ?\d{2,3})?\+? ?days?\+?)$/;

/** The titles of what is owed by its age, and of what is owed in all. */
export function isAgingRow(sheet: Sheet, index: number): boolean {
  return (sheet.grid[index] ?? []).filter((cell) => AGE.test(cell.lower)).length >= 3;
}

/** A row of titles over a row of values: no values of its own, and at least two of its cells are labels known to the rules. */
export function isTitleRow(sheet: Sheet, index: number): boolean {
  const cells = sheet.grid[index] ?? [];
  if (cells.length < 2 || cells.some((cell) => /\d{3}/.test(cell.text) || cell.tokens.length > 5)) return false;
  const known = cells.filter((cell) => sheet.labels.isWhole(cell.lower)).length;
  if (isTableHead(sheet, index, cells) || isAgingRow(sheet, index)) return true;
  if (known < 2 || known <= cells.length / 2) return false;
  const next = nextRow(sheet, index);
  const under = next === undefined ? [] : (sheet.grid[next] ?? []);
  // "Patient   Claim" above "Member ID   H12": a column of labels, not a row of titles.
  if (under.length < Math.min(2, cells.length) || sheet.labels.isWhole(under[0]?.lower ?? '')) return false;
  return cells.filter((cell) => under.some((other) => overlaps(cell, other))).length >= 2;
}

/** Four short titles and more without a digit or a colon, above a row of as many cells. */
function isTableHead(sheet: Sheet, index: number, cells: readonly Cell[]): boolean {
  if (cells.length < 4 || cells.some((cell) => cell.tokens.length > 3 || /[\d:]/.test(cell.text))) return false;
  const next = nextRow(sheet, index);
  // A line that names a claim may stand between the titles and the first row.
  const rows = next === undefined ? [] : [next, next + 1, next + 2].map((at) => sheet.grid[at] ?? []);
  if (headsAmounts(sheet, index)) return true;
  const under = rows.find((row) => row.length >= cells.length - 1) ?? [];
  return (
    under.length >= cells.length - 1 &&
    !sheet.labels.isWhole(under[0]?.lower ?? '') &&
    under.some((cell) => /\d/.test(cell.text))
  );
}

/** Titles set over several lines, above a row of three amounts and more. */
function headsAmounts(sheet: Sheet, index: number): boolean {
  for (let at = index + 1; at <= index + 6; at += 1) {
    const cells = sheet.grid[at] ?? [];
    const line = sheet.paper.lines[at];
    if (line === undefined || line.page !== sheet.paper.lines[index]?.page || line.text.includes(':')) return false;
    const sums = cells.filter((cell) => moneyIn(cell.text).length > 0).length;
    if (sums > 0) return sums >= 3;
    if (/\d/.test(line.text)) return false;
  }
  return false;
}

/** The next line that is no rule, on the same page. */
export function nextRow(sheet: Sheet, index: number): number | undefined {
  const page = sheet.paper.lines[index]?.page;
  for (let at = index + 1; at < index + 4; at += 1) {
    const line = sheet.paper.lines[at];
    if (line === undefined || line.page !== page) return undefined;
    if (/[\p{L}\p{N}]/u.test(line.text)) return at;
  }
  return undefined;
}

/** Whether two cells share some of the width of the page. */
export function overlaps(a: Cell, b: Cell): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
}
