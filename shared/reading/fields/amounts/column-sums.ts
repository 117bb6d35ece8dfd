// Sums of columns of amounts that no word calls a total.
import { columnTitle } from '../columns.ts';
import { isOpen, type Sheet, unitOf } from '../sheet.ts';
import { datesIn, moneyIn } from '../values.ts';
import { type Sum, sumOf } from './sum.ts';

/** An amount below a column of amounts that is their sum, though no word says "total": under a rule, or on a line of its own. */
export function columnSum(sheet: Sheet, title: RegExp): Sum | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const line = sheet.paper.lines[index];
    const cell = cells.at(-1);
    const money = cell === undefined ? undefined : moneyIn(cell.text)[0];
    if (line === undefined || cell === undefined || money === undefined || !isOpen(sheet, index)) continue;
    if (cells.filter((other) => moneyIn(other.text).length > 0).length !== 1 || money.value <= 0) continue;
    const above: number[] = [];
    for (let at = index - 1; at >= Math.max(0, index - 30); at -= 1) {
      if (sheet.paper.lines[at]?.page !== line.page) break;
      const other = (sheet.grid[at] ?? []).find(
        (one) => Math.abs(one.right - cell.right) < 2.5 * unitOf(cell) && moneyIn(one.text).length === 1,
      );
      const value = other === undefined ? undefined : moneyIn(other.text)[0]?.value;
      if (value !== undefined) above.push(value);
    }
    const sums = above.map((_, at) => above.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    const at = sums.findIndex((sum) => Math.abs(sum - money.value) < 0.005);
    if (at < 1 || !title.test(columnTitle(sheet, index, index, cell))) continue;
    return {
      value: money.value,
      piece: cell,
      from: money.from,
      to: money.to,
      confidence: 0.75,
      why: 'is the sum of the amounts above it',
    };
  }
  return undefined;
}

/** Words on the lines of a bill that are no charges. */
const PAYMENT = /\b(?:payments?|paid|adjustment|write-?off|discount|credit|insurance|balance forward|previous)\b/;

/** A bill without a total of its charges: the sum of the column, proved by its last amount. */
export function chargesOf(sheet: Sheet): Sum | undefined {
  const found: Sum[] = [];
  sheet.grid.forEach((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index) || datesIn(cells[0]?.text ?? '').length === 0) return;
    if (PAYMENT.test(line.lower)) return;
    for (const cell of cells) {
      const money = moneyIn(cell.text)[0];
      if (
        money === undefined ||
        money.value <= 0 ||
        !/^charges?$|\bcharges?\b/.test(columnTitle(sheet, index, index, cell))
      )
        continue;
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
  const last = found.at(-1);
  if (last === undefined) return undefined;
  return { ...last, value: sumOf(found) };
}
