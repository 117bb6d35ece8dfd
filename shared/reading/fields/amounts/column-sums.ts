// Sums of columns of amounts that no word calls a total.
import type { Cell } from '../../paper.ts';
import { columnTitle } from '../columns.ts';
import { isServiceRow } from '../service-dates/tables.ts';
import { isOpen, type Sheet, unitOf } from '../sheet.ts';
import { datesIn, moneyIn } from '../values.ts';
import { printed, type Sum, sumOf } from './sum.ts';

/** Words that may stand before a row of sums. */
const SUMS = /^(?:[\p{L}*-]+ ){0,3}(?:totals?|sum|all claims|together)\b/u;

/** Sums of something else than charges. */
const OTHER_SUM = /\b(?:responsib\w*|owe|due|paid|your?|pay\w*|balance|allowed|saved|savings)\b/;

/** An amount below a column of amounts that is their sum, though no word says "total": under a rule, or on a line of its own. A first column without a title is that of the charges. */
export function columnSum(sheet: Sheet, title: RegExp, untitled = false): Sum | undefined {
  const found: Sum[] = [];
  for (const [index, cells] of sheet.grid.entries()) {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index)) continue;
    const sums = cells.filter((cell) => moneyIn(cell.text).length === 1);
    if (sums.length === 0) continue;
    const lead = cells.find((cell) => /\p{L}/u.test(cell.text));
    // A row led by another word sums a table where two of its amounts prove it.
    const isRowOfSums = (): boolean =>
      sums.filter((cell) => isSumOfAbove(sheet, index, cell, moneyIn(cell.text)[0]?.value ?? 0)).length >= 2;
    const isAlone = sums.length === 1 && sums[0] === cells.at(-1);
    if (lead !== undefined && !SUMS.test(lead.lower) && !isAlone && !(sums.length >= 2 && isRowOfSums())) continue;
    for (const [at, cell] of sums.entries()) {
      const money = moneyIn(cell.text)[0];
      if (money === undefined || money.value <= 0 || !isSumOfAbove(sheet, index, cell, money.value)) continue;
      const above = columnTitle(sheet, index, index, cell);
      if (!title.test(above) && !(untitled && at === 0 && above === '' && !OTHER_SUM.test(lead?.lower ?? ''))) continue;
      found.push({
        value: money.value,
        piece: cell,
        from: money.from,
        to: money.to,
        confidence: 0.75,
        why: 'is the sum of the amounts above it',
      });
      break;
    }
  }
  // Sums of single claims are none of the whole; the last may sum them all.
  const last = found.at(-1);
  const before = found.slice(0, -1);
  return last === undefined || before.every((sum) => sum.value === last.value) || sumOf(before) === last.value
    ? last
    : undefined;
}

/** The amounts set above a cell, at least two of them, come to its value. */
function isSumOfAbove(sheet: Sheet, index: number, cell: Cell, value: number): boolean {
  if (value <= 0) return false;
  const page = sheet.paper.lines[index]?.page;
  let sum = 0;
  let count = 0;
  for (let at = index - 1; at >= Math.max(0, index - 40) && sheet.paper.lines[at]?.page === page; at -= 1) {
    const other = (sheet.grid[at] ?? []).find(
      (one) => Math.abs(one.right - cell.right) < 2.5 * unitOf(cell) && moneyIn(one.text).length === 1,
    );
    if (other === undefined) continue;
    sum += moneyIn(other.text)[0]?.value ?? 0;
    count += 1;
    if (count > 1 && Math.abs(sum - value) < 0.005) return true;
  }
  return false;
}

/** Words on the lines of a bill that are no charges. */
const PAYMENT = /\b(?:payments?|paid|adjustment|write-?off|discount|credit|insurance|balance forward|previous)\b/;

/** An amount under "Charges", or the only one of a row of a service in a table without titles. */
function isCharge(sheet: Sheet, index: number, cell: Cell): boolean {
  const title = columnTitle(sheet, index, index, cell);
  if (title !== '') return /\bcharges?\b/.test(title);
  const sums = (sheet.grid[index] ?? []).filter((one) => moneyIn(one.text).length > 0);
  return sums.length === 1 && isServiceRow(sheet, index);
}

/** A bill that prints what its charges come to without calling it so. */
export function chargesOf(sheet: Sheet): Sum | undefined {
  const found: Sum[] = [];
  sheet.grid.forEach((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index) || datesIn(cells[0]?.text ?? '').length === 0) return;
    if (PAYMENT.test(line.lower)) return;
    for (const cell of cells) {
      const money = moneyIn(cell.text)[0];
      if (money === undefined || money.value <= 0 || !isCharge(sheet, index, cell)) continue;
      found.push({
        value: money.value,
        piece: cell,
        from: money.from,
        to: money.to,
        confidence: 0.7,
        why: 'is the sum of the charges',
      });
      return;
    }
  });
  return found.length === 0 ? undefined : printed(sheet, sumOf(found), 'is the sum of the charges');
}
