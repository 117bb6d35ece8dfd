// The house a statement of benefits is about: every name on it, weighed by its form and by what stands around it.
import type { Cell } from '../paper.ts';
import { houseAt } from './claim-rows.ts';
import { columnTitle } from './columns.ts';
import { FIRM, letterheadName } from './houses.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { moneyIn, serviceDatesIn } from './values.ts';

/** A house with the cell that names it first; `alone` where no other name weighs anything. */
export interface StatementHouse {
  readonly value: string;
  readonly cell: Cell;
  readonly alone: boolean;
}

/** Words for who delivers care, in the title of a column or beside a name. */
const ROLE =
  /\b(?:providers?|doctors?|physicians?|facility|hospital|clinic|pharmac(?:y|ies)|stores?|dentists?|practices?|suppliers?|labs?|laboratory|therapists?|who (?:billed|you saw|treated)|(?:billed|seen|filled|sent(?: in)?) (?:by|at))\b/;
/** Titles of columns that say what was done, not by whom. */
const WHAT = /\b(?:services?|descriptions?|procedures?|items?|what|codes?|treatments?)\b/;
const CLAIM = /\bclaim\b.{0,24}\d{3}/;
/** The least weight of a name that stands for the statement; the name of a firm needs less. */
const LEAST = 0.5;

/** The name with the most weight on the statement, the first of equals; undefined where none has any. */
export function statementHouse(sheet: Sheet): StatementHouse | undefined {
  const payer = String(letterheadName(sheet.paper)?.value ?? '').toLowerCase();
  const found = new Map<string, { value: string; cell: Cell; score: number }>();
  sheet.grid.forEach((cells, index) => {
    const zone = sheet.zones[index];
    if (!isOpen(sheet, index) || zone === 'rights' || zone === 'legend' || sheet.paper.lines[index]?.running) return;
    for (const cell of cells) {
      const value = houseAt(cell.text);
      if (value === undefined || payer.startsWith(value.toLowerCase().split(' ').slice(0, 2).join(' '))) continue;
      const score = weightOf(sheet, index, cell);
      if (score === 0) continue;
      const key = value.toLowerCase();
      const known = found.get(key);
      found.set(key, {
        value: known?.value ?? value,
        cell: known?.cell ?? cell,
        score: (known?.score ?? 0) + score,
      });
    }
  });
  const ranked = [...found.values()].filter((one) => one.score + (FIRM.test(one.value) ? 0.25 : 0) >= LEAST);
  // What is weighed is at how many places a name is told to be the provider's; the rest only helps.
  const most = Math.max(...ranked.map((one) => Math.floor(one.score)));
  const best = ranked.find((one) => one.score >= most);
  return best === undefined ? undefined : { value: best.value, cell: best.cell, alone: ranked.length === 1 };
}

/** What speaks for a name at its place: a role word beside or above it, a claim, a date or an amount on its line or next to it. */
function weightOf(sheet: Sheet, index: number, cell: Cell): number {
  const cells = sheet.grid[index] ?? [];
  const title = columnTitle(sheet, index, index, cell);
  const before = cells[cells.indexOf(cell) - 1]?.lower ?? '';
  const role = ROLE.test(title) || (ROLE.test(before) && before.length < 30);
  if (!role && WHAT.test(title)) return 0;
  const lower = (at: number): string => sheet.paper.lines[at]?.lower ?? '';
  const page = sheet.paper.lines[index]?.page;
  const beside = [index - 1, index, index + 1].filter((at) => sheet.paper.lines[at]?.page === page);
  const claim = beside.some((at) => CLAIM.test(lower(at)) && (sheet.paper.lines[at]?.tokens.length ?? 99) < 16);
  const dated =
    cells.some((other) => (serviceDatesIn(other.text)[0]?.from ?? 99) < 14 || /^\d{1,2}\/\d{1,2}$/.test(other.text)) ||
    isDateAlone(lower(index - 1));
  const money = [index, index - 1].some((at) => moneyIn(lower(at)).length > 1);
  return (role || claim ? 1 : 0) + (dated ? 0.25 : 0) + (money && (role || dated) ? 0.25 : 0);
}

function isDateAlone(text: string): boolean {
  const [date] = serviceDatesIn(text);
  return date !== undefined && date.from < 3 && text.trim().length - (date.to - date.from) < 4;
}
