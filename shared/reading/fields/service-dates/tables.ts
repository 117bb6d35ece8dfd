// Dates of service in tables and lists of claims: on rows of services, in the column of dates, at the head of a claim.
import type { Candidate } from '../collect.ts';
import { columnTitle } from '../columns.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { datesIn, moneyIn, serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

/** A row of a table of services: a date first (or after a line number), then codes or amounts, and no payment on it. */
export function isServiceRow(sheet: Sheet, index: number): boolean {
  const { kind } = sheet;
  const line = sheet.paper.lines[index];
  const cells = sheet.grid[index] ?? [];
  if (
    line === undefined ||
    line.running ||
    cells.length < 2 ||
    /^[\p{L} ]{2,24}:\s/u.test(line.text) ||
    (moneyIn(line.text).length === 0 && /\b[A-Z]{2}\.? +\d{5}(?:-\d{4})?(?:$| [ |])/.test(line.text)) ||
    kind === 'correspondence' ||
    kind === 'prior-authorization'
  )
    return false;
  if (
    /\b(?:payment|adjustment|write-off|insurance|discount|received|credit|balance|card|statement|dob|effective|due|sent|posted|mailed|processed|rec'?d|asked|signature|reviewed|printed|prepared|produced|date|born|denied by|insurer|certificate|application|policy|premium)\b|\b(?:units?|sessions?|visits?|days?) from\b|^\W*(?:(?:not|non-?) ?)?(?:certified|authorized|requested|request|approved)\b/.test(
      line.lower,
    )
  )
    return false;
  const lead = cells.slice(0, 4).findIndex((cell) => datesIn(cell.text).length > 0);
  if (lead < 0) return false;
  const leading = cells[lead];
  if (
    leading !== undefined &&
    /\b(?:statement|due|processed|received|mailed|birth|effective|printed|paid|decision|notice)\b/.test(
      columnTitle(sheet, index, index, leading),
    )
  )
    return false;
  const rest = line.text;
  if (kind === 'medical-record')
    return (
      lead === 0 &&
      cells.length >= 2 &&
      !/\b\d{2}\/\d{4}\b/.test(rest.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, '')) &&
      /visit|before|session|infusion|office/i.test(rest)
    );
  if (kind === 'bill' && moneyIn(rest).some((money) => money.value < 0)) return false;
  return (
    /(?<![\w-])(?:\d{5}|[A-V]\d{4})(?![\w])/.test(rest) || moneyIn(rest).length > 0 || /\bclaim\b/.test(line.lower)
  );
}

/** The column under "Service date", where the rows carry neither codes nor amounts. */
export function columnDates(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  sheet.grid.forEach((cells, index) => {
    if (cells.length < 3 || !isOpen(sheet, index) || datesIn(sheet.paper.lines[index]?.text ?? '').length > 0) return;
    const head = cells.find((cell) =>
      /^(?:(?:service|care|visit|treatment) dates?|dates? of (?:service|care|visit)|dos|provider \/ date|claims? ?(?:no\.?|number)? ?\/ ?dates?|when)\b/.test(
        cell.lower,
      ),
    );
    if (head === undefined) return;
    for (const row of sheet.grid.slice(index + 1, index + 40)) {
      const cell = row.find((other) => Math.min(head.right, other.right) > Math.max(head.left, other.left));
      const date = cell === undefined ? undefined : datesIn(cell.text)[0];
      if (cell !== undefined && date !== undefined)
        found.push({
          field: 'dates_of_service',
          value: date.value,
          piece: cell,
          from: date.from,
          to: date.to,
          confidence: 0.8,
          why: 'stands in the column of service dates',
        });
    }
  });
  return found;
}

/** "March 2, 2026  Millet Crossing Foot Clinic" above "Claim number 02-26077": the date at the head of a claim. */
export function claimHeads(sheet: Sheet): Candidate[] {
  if (sheet.kind === 'denial-letter') return claimsTold(sheet);
  if (sheet.kind !== 'eob') return [];
  return sheet.grid.flatMap((cells, index) => {
    const [first] = cells;
    const date = first === undefined ? undefined : serviceDatesIn(first.text)[0];
    const claim = [index, index + 1].some((at) => /^\W*claim\b/.test(sheet.paper.lines[at]?.lower ?? ''));
    const whole = first !== undefined && date !== undefined && date.from === 0 && date.to === first.text.length;
    if (whole && claim && cells.length >= 2 && isOpen(sheet, index)) return [namedDate(first, date)];
    // "CLAIM 1 OF 3   Claim number 26-0119" above "Northern Kettle Radiology   January 8, 2026".
    const last = cells.at(-1);
    const alone = last === undefined ? undefined : serviceDatesIn(last.text)[0];
    const below = /^\W*claim\b.*\d/.test(sheet.paper.lines[index - 1]?.lower ?? '');
    const isDay = last !== undefined && alone?.from === 0 && alone.to === last.text.length;
    return isDay && alone !== undefined && below && cells.length === 2 && isOpen(sheet, index)
      ? [namedDate(last, alone)]
      : [];
  });
}

/** A claim told in a paragraph of its own, its number first and then its day. */
const CLAIM_TOLD = /^\W*(?:claim|bill)(?: (?:no\.?|number|#))?:? (?=[\w-]{0,20}\d)[\w-]{3,24}[.,:;]?\s+/i;

/** "CLAIM 25-688-0917.  July 15, 2025.  11603, excision of a lesion, $640.00.": the day at the head of each claim of a letter. */
function claimsTold(sheet: Sheet): Candidate[] {
  return sheet.paper.lines.flatMap((line, index) => {
    const to = isOpen(sheet, index) ? (CLAIM_TOLD.exec(line.text)?.[0].length ?? 0) : 0;
    const date = to === 0 ? undefined : serviceDatesIn(line.text).find((item) => item.from === to);
    return date === undefined ? [] : [namedDate(line, date)];
  });
}

/** "10/02   atorvastatin …   18.20": days without a year on the lines of a statement, of the last such day before the statement's own date. */
export function yearless(sheet: Sheet, letter: string): Candidate[] {
  if (sheet.kind !== 'eob') return [];
  return sheet.grid.flatMap((cells, index) => {
    const [first] = cells;
    const hit = /^(\d{1,2})[/-](\d{1,2})$/.exec(first?.text ?? '');
    if (first === undefined || hit === null || !isOpen(sheet, index)) return [];
    if (moneyIn(sheet.paper.lines[index]?.text ?? '').length === 0) return [];
    const day = `${hit[1]?.padStart(2, '0')}/${hit[2]?.padStart(2, '0')}`;
    const year = Number(letter.slice(0, 4)) - (day > letter.slice(5).replace('-', '/') ? 1 : 0);
    const date = datesIn(`${day}/${year}`)[0];
    return date === undefined ? [] : [namedDate(first, { value: date.value, from: 0, to: first.text.length })];
  });
}
