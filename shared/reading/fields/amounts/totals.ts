// Amounts in rows of totals, told apart by the titles of their columns.
import { oncePer } from '../../../once-per.ts';
import type { Cell } from '../../paper.ts';
import { columnTitle } from '../columns.ts';
import { isOpen, type Sheet, unitOf } from '../sheet.ts';
import { isAgingRow } from '../title-rows.ts';
import { moneyIn } from '../values.ts';
import { printed, type Sum, sumOf } from './sum.ts';

/** An amount of a row of totals; `wide` where the row is the total of the whole paper. */
interface Total extends Sum {
  readonly wide: boolean;
}

/** "Total", "October totals", "Statement sum", "Summary", "All four claims", "All together". */
const TOTAL =
  /^(?:this month,? )?(?:[\p{L}*-]+ ){0,3}(?:totals?|sum|summary)\b(?! (?:due|you|paid|so far|for (?:the |this )?(?:calendar |plan |benefit )?year))|^(?:this (?:month|period|statement),? )?(?:all|altogether)\b(?: \w+)?(?: (?:claims|services|lines|bills|charges|together|in all))?\b/u;
const NO_TOTAL =
  /\b(?:year|ytd|to date|so far|deductible|limit|maximum|out[- ]of[- ]pocket|benefit period|liability|responsibility|owe|due)\b/;
/** "This claim   $1,523.00   $170.00   $34.00". */
const CLAIM_TOTAL = /^(?:(?:this|whole|entire) )?claim$/;
const TOTAL_LEAD = /^.*?(?:totals?|sum|summary|claims|services|lines|bills|together|in all)\b:?\s*/;
const WIDE = /\b(?:grand|statement|overall|all|altogether|combined|summary)\b/;

/** Amounts of the rows of totals whose column is so titled: a grand total, else the sum of the totals of all claims where the paper prints it; null where it doesn't. */
export function totalsOf(sheet: Sheet, title: RegExp): Total | null | undefined {
  const sums: Total[] = [];
  rowsOfTotals(sheet).forEach(({ index, rows }) => {
    const cells = sheet.grid[index] ?? [];
    for (const row of rows) {
      const money = (sheet.grid[row] ?? []).flatMap((cell, at) => {
        const found = moneyIn(cell.text)[0];
        return found !== undefined && title.test(titleOf(sheet, row, index, at, found.from)) ? [{ cell, found }] : [];
      })[0];
      if (money === undefined) continue;
      const { cell, found } = money;
      sums.push({
        value: found.value,
        piece: cell,
        from: found.from,
        to: found.to,
        wide: WIDE.test(cells[0]?.lower ?? '') || (row !== index && !/\d/.test(sheet.paper.lines[index]?.text ?? '')),
        confidence: 0.85,
        why: 'stands in the row of totals',
      });
      return;
    }
  });
  const wide = sums.find((sum) => sum.wide);
  const last = sums.at(-1);
  if (wide !== undefined || last === undefined) return wide;
  // One total of all claims that is the sum of the totals before it counts once.
  const before = sums.slice(0, -1).reduce((sum, one) => sum + one.value, 0);
  if (sums.length > 1 && Math.abs(before - last.value) < 0.005) return last;
  if (sums.length === 1) return last;
  const whole = printed(sheet, sumOf(sums), 'is the sum of the totals of the claims');
  return whole === undefined ? null : { ...whole, wide: false };
}

/** The lines of totals with the rows that hold their amounts, in their order. */
const rowsOfTotals = oncePer((sheet: Sheet) =>
  sheet.grid.flatMap((_, index) => {
    const rows = isOpen(sheet, index) ? totalRows(sheet, index) : [];
    return rows.length === 0 ? [] : [{ index, rows }];
  }),
);

/** The rows that hold the amounts of a line that begins with "Total": the line itself and those set in below it, or the first one below a title without amounts. */
function totalRows(sheet: Sheet, index: number): number[] {
  const cells = sheet.grid[index] ?? [];
  const lead = cells.find((cell) => /\p{L}/u.test(cell.text));
  // A row of nothing but amounts under the rows of a table is its total, word or no word.
  if (lead === undefined)
    return cells.length >= 3 && !isAgingRow(sheet, index - 1) && cells.every((cell) => moneyIn(cell.text).length === 1)
      ? [index]
      : [];
  if (lead.tokens.length > 9) return [];
  const sums = sumsOf(sheet, index);
  if (sums > 2 && CLAIM_TOTAL.test(lead.lower)) return [index];
  const words = lead.lower.split(/[\d$]/)[0] ?? '';
  if (!TOTAL.test(words) || NO_TOTAL.test(words)) return [];
  const rows = sums > 0 ? [index] : [];
  // "ALL CLAIMS   CHARGE 9,007.00" with "PAID 2,866.00   YOUR PART 5,717.00" set in below it.
  for (let at = index + 1; at <= index + 3 && sums > 0; at += 1) {
    const first = sheet.grid[at]?.[0];
    if (first === undefined || first.left <= lead.right || sheet.paper.lines[at]?.running || sumsOf(sheet, at) === 0)
      break;
    rows.push(at);
  }
  if (rows.reduce((sum, at) => sum + sumsOf(sheet, at), 0) > 1) return rows;
  // "THIS MONTH, ALL THREE" above "Billed $1,711.00   Paid $0.00   You may owe $164.00".
  if (sums === 0 && cells.length === 1 && isNamedRow(sheet, index + 1)) return [index + 1];
  if (sums > 0 || cells.length < 3) return [];
  for (let at = index + 1; at <= index + 3; at += 1) if (sumsOf(sheet, at) > 1) return [at];
  return [];
}

/** A row of at least two amounts, each behind words of its own. */
function isNamedRow(sheet: Sheet, index: number): boolean {
  const cells = sheet.grid[index] ?? [];
  return cells.length >= 2 && cells.every((cell) => /^\p{L}[\p{L} ]+:? ?-?\$[\d,.]+$/u.test(cell.text));
}

function sumsOf(sheet: Sheet, index: number): number {
  return (sheet.grid[index] ?? []).filter((cell) => moneyIn(cell.text).length > 0).length;
}

/** What an amount of a row is the total of: the words before it in its cell ("billed 410.00"), a cell of words before it, else the title of its column. */
function titleOf(sheet: Sheet, row: number, index: number, at: number, from: number): string {
  const cells = sheet.grid[row] ?? [];
  const cell = cells[at];
  if (cell === undefined) return '';
  const own = cell.lower
    .slice(0, from)
    .replace(at === 0 ? TOTAL_LEAD : /^/, '')
    .replace(/[\s:.$]+$/, '');
  if (/\p{L}{3}/u.test(own)) return own;
  // "All bills $3,835.00": what is summed says of which column this is.
  if (at === 0 && /\b(?:bills|charges)\b/.test(cell.lower.slice(0, from))) return 'charges';
  const before = at > 1 || row !== index ? cells[at - 1] : undefined;
  const named = before !== undefined && /^[\p{L}' :.]+$/u.test(before.text) && !TOTAL.test(before.lower);
  return named ? before.lower : columnTitle(sheet, row, index, cell) || wordsAbove(sheet, row, cell);
}

/** "You owe $21.00" right above "$296.00" in a table without titles: the words the cells of the column carry themselves. */
function wordsAbove(sheet: Sheet, row: number, cell: Cell): string {
  for (let at = row - 1; at >= Math.max(0, row - 6); at -= 1) {
    const above = (sheet.grid[at] ?? []).find((other) => Math.abs(other.right - cell.right) < 2.5 * unitOf(cell));
    const words = above === undefined ? undefined : /^(\p{L}[\p{L} ]{2,24}):? \$?[\d,]+\.\d\d$/u.exec(above.lower);
    if (words?.[1] !== undefined) return words[1];
  }
  return '';
}
