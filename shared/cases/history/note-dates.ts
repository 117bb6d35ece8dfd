// The day of a visit note or addendum, as its heading prints it.
import type { Page } from '../../model/page.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { cellsOf, linesOf } from '../page-text.ts';
import { datesIn } from './dates.ts';
import { rangeText } from './span-text.ts';

export interface NoteDate {
  /** First word on the page from which the day holds. */
  readonly from: number;
  readonly date: IsoDate;
  /** Said by a heading, not merely the paper's own date. */
  readonly heading: boolean;
}

const HEADING =
  /^\W*(?:(?:office |clinic |follow-?up |progress |psychiatr\w+ |outpatient |initial |new patient |return |late )*(?:visit|note|encounter|addend\w+|seen|session|appointment|progress note|date(?: of (?:visit|service|encounter|evaluation|exam\w*))?|dos|admitted|discharged|evaluation|assessed|follow-?up)(?: (?:note|date|of|on))*)\b[\s:.,#-]{0,4}/i;

/** The days that hold on a page, from its top down. `before` is the day that held at the end of the page before. */
export function noteDates(page: Page, before: IsoDate | undefined): NoteDate[] {
  const found: NoteDate[] = before === undefined ? [] : [{ from: 0, date: before, heading: false }];
  for (const line of linesOf(page).flatMap((each) => cellsOf(page, each))) {
    const text = rangeText(page, line.from, line.to).text;
    const heading = HEADING.exec(text);
    if (heading === null) continue;
    const hit = datesIn(text)[0];
    if (hit?.from?.length === 10 && hit.start - heading[0].length <= 3)
      found.push({ from: line.from, date: hit.from, heading: true });
  }
  return found;
}

/** The day that holds at a word. */
export function dayAt(notes: readonly NoteDate[], word: number): NoteDate | undefined {
  return notes.findLast((note) => note.from <= word);
}
