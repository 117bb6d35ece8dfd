// The day on which care that is going on is to be cut or to end, as the denial prints it.
import type { FullDocument } from '../model/document.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { datesIn } from '../reading/fields/values.ts';
import { sentencesOf } from './page-text.ts';

/** Words after which such a day stands, a few words apart at most. */
const CHANGE =
  /\b(?:(?:will|is going to|are going to|is to|are to) (?:end|stop|be (?:reduced|cut|ended|stopped|suspended|terminated|changed|denied))|(?:ends|stops|change takes effect|takes effect|effective(?: date)?|last (?:covered )?day(?: of (?:coverage|care|services?))?|coverage of your current .{0,60} will end)(?: is| will be)?)\b[^.]{0,60}$/i;

/** The first such day; undefined when none is printed. A day the letter was written before cannot be meant: give it as `notBefore`. */
export function effectiveDateIn(denial: FullDocument, notBefore: IsoDate | undefined): IsoDate | undefined {
  for (const page of denial.pages) {
    for (const { text } of sentencesOf(page)) {
      for (const date of datesIn(text)) {
        if (notBefore !== undefined && date.value < notBefore) continue;
        if (CHANGE.test(text.slice(0, date.from))) return date.value;
      }
    }
  }
  return undefined;
}
