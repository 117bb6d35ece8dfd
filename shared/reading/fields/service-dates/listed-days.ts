// Records of a course of treatment that list its days in short: "Sessions this quarter: 1/6, 1/13, 1/20".
import { matchesIn } from '../../../text/matches.ts';
import type { Candidate } from '../collect.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { namedDate } from './named-date.ts';
import { shortDays } from './short-days.ts';

/** Words before a list of the days on which care was given. */
const CAME = /\b(?:sessions?|visits?|seen|attended|treated|appointments?|dates?|infusions?|treatments?)\b/;
/** Words before days on which nobody came, or will come only later. */
const NOT_CAME = /\b(?:no[- ]?shows?|missed|cancell?ed|absent|next|planned|scheduled|excused)\b/;
const DAY = '(?:\\d{1,2}/\\d{1,2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2})';
/** At least three days one after the other, month first: "1/6, 1/13, 1/20", "Sept 25, Oct 2 and Oct 9". */
const LIST = new RegExp(`(?<![\\d/])${DAY}(?:(?:, and | and |, ?)${DAY}){2,}(?![\\d/])`, 'g');

/** The days of such a list, of the last year before the paper's own day `letter`. */
export function listedDays(sheet: Sheet, letter: string | undefined): Candidate[] {
  if (letter === undefined) return [];
  return sheet.paper.lines.flatMap((line, index) =>
    matchesIn(line.text, LIST).flatMap((hit) => {
      const before = line.lower.slice(0, hit.index);
      if (!isOpen(sheet, index) || !CAME.test(before) || NOT_CAME.test(before)) return [];
      return shortDays(hit[0], letter).map((day) =>
        namedDate(line, { ...day, from: hit.index + day.from, to: hit.index + day.to }),
      );
    }),
  );
}
