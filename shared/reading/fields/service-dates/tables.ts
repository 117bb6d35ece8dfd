// Dates of service in tables and lists of claims: on rows of services, in the column of dates, at the head of a claim.
import type { Cell } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { columnTitle } from '../columns.ts';
import { isLog } from '../log.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { datesIn, type Found, moneyIn, serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';
import { joinedDay, shortDays } from './short-days.ts';

/** A day, at most some words, and then the code of a procedure. */
const CODED_DAY =
  /^\W*(?:\d{1,3}\W+)?\d{1,2}[/-]\d{1,2}[/-](?:20)?\d{2}\s+(?:[\p{L}' -]{3,40}\s)?\(?(?:\d{5}|[A-V]\d{4})(?![\w/-])/u;

/** The code of a procedure. */
const CODE = /(?<![\w-])(?:\d{5}|[A-V]\d{4})(?![\w])/;

/** What was done with a claim or letter on a day: a row of the case's history. */
const TOLD = /\b(?:denied|filed|upheld|appealed|sent us|wrote|asked|received|decided|answered)\b|\b(?:we|you) [a-z]/;

/** What an insurer answered, what was paid or is to be paid, rows of an account that are no services: "MRI refused by insurer", "Anvil Ridge: boot on hold", "PLEASE PAY". */
const ANSWER =
  /\b(?:pmts?|paid|denied|refused|rejected|not (?:paid|covered)|says?|said|included (?:in|with)|written off|applied to|above allowed|no auth\w*|contractual|please pay|pay (?:this|now)|amount|total|as of|patient'?s? responsibility|resubmitted|checks?|courtesy|thank you|claim [\w-]*\d)\b|\bins(?:urance|\.)? ?[:-]|^\W*[\d/-]+\s+(?:[\p{L}&.' ]{3,40}):(?! ?\$)/u;

/** The words of a row of an account before its first amount, also one without cents: what stands behind tells how it was paid. */
function wordsOf(cells: readonly Cell[]): string {
  const end = cells.findIndex((cell, at) => at > 1 && (moneyIn(cell.text).length > 0 || /^\d{1,4}$/.test(cell.text)));
  const words = cells.slice(0, end < 0 ? undefined : end).map((cell) => cell.lower);
  return words.join('  ').split(/-?\$|[\d,]*\.\d\d(?!\d)/)[0] ?? '';
}

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
  // "09/29/2026   97810   Acupuncture   130.00   discount 130.00": a code right behind its day.
  if (CODED_DAY.test(line.text) && (kind === 'eob' || kind === 'denial-letter') && moneyIn(line.text).length > 0)
    return true;
  const isAccount = kind === 'bill' || kind === 'receipt';
  const words = isAccount ? wordsOf(cells) : line.lower;
  if (
    /\b(?:payment|adjustment|write-off|insurance|discount|received|credit|balance|card|statement|dob|effective|due|sent|posted|mailed|processed|rec'?d|asked|signature|reviewed|rcvd|printed|run|decisions?|pay by|prepared|produced|date|born|denied by|insurer|certificate|application|policy|premium|appeals?)\b|\b(?:units?|sessions?|visits?|days?) from\b|^\W*(?:(?:not|non-?) ?)?(?:certified|authorized|requested|request|approved)\b/.test(
      words,
    )
  )
    return false;
  if (isAccount && ANSWER.test(words)) return false;
  // "EL4   Your cover ended on 12/31/2025, fifteen days before": a sentence is no column of dates.
  const lead = cells
    .slice(0, 4)
    .findIndex(
      (cell) => (datesIn(cell.text)[0]?.from ?? Number.POSITIVE_INFINITY) <= (cell.tokens.length > 8 ? 24 : 90),
    );
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
  // A payment on a bill is less than nothing; a row of a service may bear its own deductions.
  if (kind === 'bill' && moneyIn(rest).some((money) => money.value < 0) && !CODED_DAY.test(rest)) return false;
  return CODE.test(rest) || moneyIn(rest).length > 0 || (/\bclaim\b/.test(line.lower) && !TOLD.test(line.lower));
}

/** "10/13/25   10/07/25   99213 visit" under "posted   service": the day a charge was entered in the books, beside that of the service. */
export function isPostedDay(sheet: Sheet, index: number, cell: Cell): boolean {
  return /^post(?:ed|ing)?\b/.test(columnTitle(sheet, index, index, cell));
}

/** The column under "Service date", where the rows carry neither codes nor amounts. */
export function columnDates(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  // The days of a log are each that of a call.
  if (sheet.kind === 'correspondence' && isLog(sheet.paper)) return found;
  sheet.grid.forEach((cells, index) => {
    if (cells.length < 3 || !isOpen(sheet, index) || datesIn(sheet.paper.lines[index]?.text ?? '').length > 0) return;
    const head = cells.find(
      (cell) =>
        /^(?:(?:service|care|visit|treatment) dates?|dates? of (?:service|care|visit)|dos|provider \/ date|claims? ?(?:no\.?|number)? ?\/ ?dates?|when)\b/.test(
          cell.lower,
        ) ||
        (sheet.kind === 'eob' && /^(?:dates?(?: filled)?|filled|day)$/.test(cell.lower)),
    );
    if (head === undefined) return;
    const page = sheet.paper.lines[index]?.page;
    for (const [at, row] of sheet.grid.slice(index + 1, index + 40).entries()) {
      const line = sheet.paper.lines[index + 1 + at];
      // Running text below the table, or another page.
      if (line?.page !== page || (row.length === 1 && (row[0]?.tokens.length ?? 0) >= 9)) break;
      if (line?.running === true) continue;
      const cell = row.find((other) => Math.min(head.right, other.right) > Math.max(head.left, other.left));
      if (cell === undefined || row.length < 2) continue;
      const days = serviceDatesIn(cell.text);
      if ((days[0]?.from ?? 9) > 3) continue;
      for (const day of days)
        found.push({ ...namedDate(cell, day), confidence: 0.8, why: 'stands in the column of service dates' });
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
    const [, next, ...others] = cells.filter(({ text }) => /[\p{L}\d]/u.test(text));
    if (
      whole &&
      others.length === 0 &&
      (next === undefined ? index > 4 : isName(next)) &&
      isOpen(sheet, index) &&
      isHeadOfTable(sheet, index)
    )
      return [namedDate(first, date)];
    if (whole && claim && cells.length >= 2 && isOpen(sheet, index)) return [namedDate(first, date)];
    // A day alone above the house and the number of its claim, as Medicare's summaries set it.
    if (whole && cells.length === 1 && isOpen(sheet, index) && isClaimBelow(sheet, index))
      return [namedDate(first, date)];
    // "Elk Run Imaging, claim 26-0317-55" above "February 22, 2026  CT scan of chest" above its amounts.
    if (
      whole &&
      isOpen(sheet, index) &&
      (isClaimAbove(sheet, index) || cells.length >= 3 || isName(cells[1])) &&
      isHeadOfRows(sheet, index)
    )
      return [namedDate(first, date)];
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

/** "Ferris Vascular & Vein, (615) 555-0152": the name of who treated, at least two words of it. */
function isName(cell: Cell | undefined): boolean {
  return (
    cell !== undefined &&
    /^(?:\p{Lu}[\p{L}.'-]+ (?:& )?){1,5}\p{Lu}[\p{L}.'-]+(?:,|$)/u.test(cell.text) &&
    !/\b(?:date|notice|statement|total)\b/.test(cell.lower)
  );
}

/** One of the two lines below begins with a claim and its number. */
function isClaimBelow(sheet: Sheet, index: number): boolean {
  return [index + 1, index + 2].some((at) => /^\W*claim\b[^.]{0,40}\d/.test(sheet.paper.lines[at]?.lower ?? ''));
}

/** The words right above a line, rules left out, name a claim with its number. */
function isClaimAbove(sheet: Sheet, index: number): boolean {
  const above = [index - 1, index - 2]
    .map((at) => sheet.paper.lines[at]?.lower ?? '')
    .find((text) => /[\p{L}]/u.test(text));
  return above !== undefined && /\bclaims?\b.*\d{3}/.test(above);
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

/** Titles of columns of days that are no days of service. */
const OTHER_COLUMN =
  /\b(?:statement|due|processed|received|rcvd|mailed|birth|effective|printed|paid on|decision|notice|units?|qty|tooth)\b/;

/** "10/02   atorvastatin …   18.20", "071426  97110  3  126.00": days without a year or without strokes on the rows of a statement. `letter` is the day no service comes after, if any is known. */
export function shortRows(sheet: Sheet, letter: string | undefined): Candidate[] {
  return sheet.grid.flatMap((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || line.running || !isOpen(sheet, index) || sheet.zones[index] === 'rights') return [];
    if (sheet.kind === 'denial-letter' && (cells.length < 3 || moneyIn(line.text).length === 0)) return [];
    if (sheet.kind === 'bill' && (!CODE.test(line.text) || ANSWER.test(wordsOf(cells)))) return [];
    const money = moneyIn(line.text).length > 0;
    // "6Q-1104-3391  Oct 20" above the amounts of that claim.
    if (!money && !(isHeadOfRows(sheet, index) && cells.length <= 4)) return [];
    for (const cell of cells.slice(0, 4)) {
      const days = daysOf(cell, letter);
      if (days.length === 0) continue;
      if (/^\W*(?:totals?|deductible|paid|check|payment)\b/.test(line.lower)) return [];
      return OTHER_COLUMN.test(columnTitle(sheet, index, index, cell)) ? [] : days.map((day) => namedDate(cell, day));
    }
    return [];
  });
}

/** The days a cell begins with. */
function daysOf(cell: Cell, letter: string | undefined): Found<string>[] {
  if (!/\d/.test(cell.text)) return [];
  const joined = joinedDay(cell.text, letter);
  if (joined !== undefined) return [joined];
  const days = shortDays(cell.text, letter);
  const from = days[0]?.from ?? -1;
  if (from < 0 || !/^(?:\W*\d{1,2}[.)]\s*)?$/.test(cell.text.slice(0, from))) return [];
  // "5/12" with words behind may be any fraction.
  const to = days[0]?.to ?? 0;
  return /\d\/\d/.test(cell.text.slice(from, to)) &&
    to < cell.text.trimEnd().length &&
    !/^\s+[A-Z\d]/.test(cell.text.slice(to))
    ? []
    : days.filter((day) => day.from === from);
}

/** A line without amounts right above one with amounts. */
function isHeadOfRows(sheet: Sheet, index: number): boolean {
  const next = sheet.paper.lines[index + 1];
  return next !== undefined && !next.gapAbove && moneyIn(next.text).length > 0;
}

/** A line above titles and rows of amounts, as Medicare's summaries set each claim. */
function isHeadOfTable(sheet: Sheet, index: number): boolean {
  for (const line of sheet.paper.lines.slice(index + 1, index + 8)) {
    if (line.gapAbove || line.page !== sheet.paper.lines[index]?.page || datesIn(line.text).length > 0) return false;
    if (moneyIn(line.text).length > 0) return true;
  }
  return false;
}
