// Dates of birth beside their label.
import type { Page } from '../../../model/page.ts';
import { asDigits, type Find, labelledBy } from './tokens.ts';

const LABEL = /\b(?:D\.?O\.?B\.?|date of birth|birth ?date|birthday|born(?: on)?|fecha de nacimiento):?(?=\s|$)/i;
const NUMERIC = /^\(?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[).,;:]*$/;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?$/i;

/** The date after the label: in figures, or as month, day and year in either order. */
export function findBirthDates(page: Page): Find[] {
  return labelledBy(page, LABEL).flatMap(({ rest }) => {
    const words = page.words.slice(rest.from, Math.min(rest.to, rest.from + 3)).map((word) => word.text);
    const length = dateLength(words);
    if (length === 0) return [];
    return [{ from: rest.from, to: rest.from + length, why: 'birth-date' as const, what: 'A date of birth' }];
  });
}

function dateLength(words: readonly string[]): number {
  const [first = '', second = '', third = ''] = words;
  if (NUMERIC.test(asDigits(first))) return 1;
  const day = (text: string) => /^\d{1,2}(?:st|nd|rd|th)?,?$/i.test(text);
  const year = (text: string) => /^\d{4}[).,;:]*$/.test(text);
  if (MONTH.test(first) && day(second) && year(third)) return 3;
  if (day(first) && MONTH.test(second) && year(third)) return 3;
  // “04 / 12 / 1981” comes apart when there is space around the strokes: the words of the cell are joined.
  return NUMERIC.test(asDigits(words.join('').replace(/\s/g, ''))) ? words.length : 0;
}
