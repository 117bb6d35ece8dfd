// Dates of service in the subject of a letter.
import type { Candidate } from '../collect.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';
import { isOtherDay } from './other-days.ts';

/** "Re: claims …, service of January 5, 2026", "Admitted 01/22/2026": dates set in the subject. */
export function subjectDates(sheet: Sheet): Candidate[] {
  return sheet.paper.lines.flatMap((line, index) => {
    if (!isOpen(sheet, index) || !['reference', 'letterhead'].includes(sheet.zones[index] ?? '')) return [];
    return serviceDatesIn(line.text)
      .filter((date) =>
        /\b(?:services?|visits?|care|treatment|stay|admission|admitted|surgery|seen|dos|fill)(?: (?:provided|rendered|received|given))?(?: (?:to|for) [\p{L}][\p{L}.' -]{2,40})?(?: (?:of|on|from|dated))?:?\s*$/u.test(
          line.lower.slice(0, date.from),
        ),
      )
      .map((date) => namedDate(line, date));
  });
}

/** "June 3 - August 26, 2025" alone in the subject: from and to. */
export function subjectRange(sheet: Sheet): Candidate[] {
  return sheet.grid.slice(0, 30).flatMap((cells, index) => {
    if (!isOpen(sheet, index) || !['reference', 'letterhead'].includes(sheet.zones[index] ?? '')) return [];
    return cells.flatMap((cell) => {
      const dates = serviceDatesIn(cell.text);
      const last = dates.at(-1);
      return dates.length >= 2 &&
        dates[0]?.from === 0 &&
        last?.to === cell.text.trimEnd().length &&
        !isOtherDay(sheet, index, cell)
        ? dates.map((date) => namedDate(cell, date))
        : [];
    });
  });
}
