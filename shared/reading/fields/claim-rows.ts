// Rows of claims and services that name who treated: "0913-A   Sept. 13, 2025   Tamarind Regional Hospital, ER   $3,912.00".
import type { Cell } from '../paper.ts';
import { CREDENTIAL, HOUSE, isHouse, PRACTICE } from './houses.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { moneyIn, serviceDatesIn } from './values.ts';

/** A house or clinician in a row of a claim; the largest amount of the row in dollars, 0 without one. */
export interface RowHouse {
  readonly value: string;
  readonly cell: Cell;
  readonly money: number;
  readonly refused: boolean;
}

const REFUSED =
  /\b(?:denied|deny|not paid|not covered|not approved|not certified|not changed|unchanged|upheld|stands|refused|declined|unpaid|no payment)\b|(?<![\d,.])\$? ?0\.00\b/;
const NAMES =
  /^(\p{Lu}[\p{L}.'&-]*(?: (?:\p{Lu}[\p{L}.'&-]*|&|and|of|for|the|at)){1,7}(?:,? (?:LLC|PLLC|Inc|P\.?A|P\.?C|LLP|MD|DO|DC|DPM|LPC|NP|PA-C|PhD|DDS|DMD)\b\.?)?)(?=$| ?[,(;|]| - )/u;

/** The houses named in rows that carry a date or begin with a claim, in the order of the paper. */
export function rowHouses(sheet: Sheet): RowHouse[] {
  const found: RowHouse[] = [];
  sheet.grid.forEach((cells, index) => {
    const line = sheet.paper.lines[index];
    const zone = sheet.zones[index];
    if (line === undefined || cells.length < 2 || !isOpen(sheet, index) || zone === 'legend' || line.running) return;
    const dated = cells
      .slice(0, 4)
      .some((cell) => (serviceDatesIn(cell.text)[0]?.from ?? 99) < 10 || /^\d{1,2}\/\d{1,2}$/.test(cell.text));
    const claim =
      /^\W*claims?\b.{0,14}\d/.test(cells[0]?.lower ?? '') ||
      cells.slice(1).some((cell) => /^claim (?:no\.?|number|#|id):?\s+\S*\d/.test(cell.lower));
    if (!dated && !claim) return;
    for (const cell of cells) {
      const value = houseAt(cell.text);
      if (value === undefined) continue;
      const sums = moneyIn(line.text).map((money) => money.value);
      found.push({ value, cell, money: Math.max(0, ...sums), refused: REFUSED.test(line.lower) });
      return;
    }
  });
  return found;
}

/** The house a text begins with, also behind "Provider:". */
export function houseAt(text: string): string | undefined {
  const value = NAMES.exec(text)?.[1];
  return value !== undefined &&
    isHouse(value) &&
    (HOUSE.test(value) || PRACTICE.test(value) || CREDENTIAL.test(value)) &&
    !/^group\b|\b(?:plan|insurance|major|amount|units?|visit|therapy session|office|exam|total|paid|medicare|claims?|notice|appeals?|box|benefits?|emergency room)\b/i.test(
      value,
    )
    ? value
    : undefined;
}

/** The one a letter is about: refused before paid, then the largest amount. */
export function chiefHouse(rows: readonly RowHouse[]): RowHouse | undefined {
  const refused = rows.some((row) => row.refused) ? rows.filter((row) => row.refused) : rows;
  return refused.reduce<RowHouse | undefined>(
    (best, row) => (best === undefined || row.money > best.money ? row : best),
    undefined,
  );
}
