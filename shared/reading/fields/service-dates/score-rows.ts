// Records that follow a patient: a row of scores for each visit, its day first.
import type { Candidate } from '../collect.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { datesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

/** The title of the column of days. */
const DAY_TITLE = /^(?:date|day|visit|session|seen|date of visit|visit date)$/;
/** A day on which nobody came. */
const NOT_SEEN = /\b(?:no[- ]show|missed|cancell?ed|did not (?:come|attend))\b/;

/** The days under "Date   PHQ-9   GAD-7": at least three rows that begin with a full date. */
export function scoreRowDates(sheet: Sheet): Candidate[] {
  if (sheet.kind !== 'medical-record') return [];
  const found: Candidate[] = [];
  sheet.grid.forEach((cells, index) => {
    const [title] = cells;
    if (title === undefined || cells.length < 3 || !DAY_TITLE.test(title.lower) || !isOpen(sheet, index)) return;
    const rows = rowsBelow(sheet, index);
    if (rows.length >= 3) found.push(...rows.filter(({ seen }) => seen).map(({ day }) => day));
  });
  return found;
}

/** The rows of the table that begin with a date, up to the first that does not; a rule below the titles is passed over. */
function rowsBelow(sheet: Sheet, index: number): Array<{ readonly day: Candidate; readonly seen: boolean }> {
  const rows: Array<{ readonly day: Candidate; readonly seen: boolean }> = [];
  for (let at = index + 1; at < sheet.grid.length; at += 1) {
    const line = sheet.paper.lines[at];
    const [cell, ...rest] = sheet.grid[at] ?? [];
    if (line === undefined || cell === undefined || !/[\p{L}\p{N}]/u.test(line.text)) continue;
    const date = datesIn(cell.text)[0];
    if (date === undefined || date.from > 0 || rest.length === 0) break;
    const day = { ...namedDate(cell, date), confidence: 0.8, why: 'stands at the head of a row of scores' };
    rows.push({ day, seen: !NOT_SEEN.test(line.lower) });
  }
  return rows;
}
