// Columns of tables: which title stands above a cell, also where titles are set over several lines.
import type { Cell } from '../paper.ts';
import { type Sheet, unitOf } from './sheet.ts';

/**
 * The words that stand above a cell in the titles of its table, top to bottom, in lower case. `row` is the line of the cell; the titles are
 * looked for above the line `from`, at most 45 lines up on the same page.
 */
export function columnTitle(sheet: Sheet, row: number, from: number, cell: Cell): string {
  const page = sheet.paper.lines[row]?.page;
  let titles: string[] = [];
  let inTitles = false;
  for (let at = row - 1; at >= Math.max(0, Math.min(from, row) - 45); at -= 1) {
    const cells = sheet.grid[at] ?? [];
    const line = sheet.paper.lines[at];
    if (line === undefined || line.page !== page) break;
    if (!/[\p{L}\p{N}]/u.test(line.text)) continue;
    if (cells.length < 3 && !inTitles) continue;
    const hasNumbers = /\d/.test(line.text);
    if (hasNumbers || cells.length < 2) {
      if (inTitles) break;
      continue;
    }
    const above = cells.filter((other) => near(other, cell)).sort((a, b) => gap(a, cell) - gap(b, cell))[0];
    inTitles = true;
    if (above !== undefined) titles = [above.lower, ...titles];
    if (titles.length >= 3) break;
  }
  return titles.join(' ');
}

function near(title: Cell, cell: Cell): boolean {
  const room = 2 * unitOf(cell);
  return Math.min(title.right, cell.right) - Math.max(title.left, cell.left) > -room;
}

function gap(title: Cell, cell: Cell): number {
  return Math.min(Math.abs(title.right - cell.right), Math.abs(title.left - cell.left));
}
