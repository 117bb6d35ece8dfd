// Dates and ranges of dates as records print them: 02/2019 - 07/2019, March to May 2024, since 02/2025, 2019-2020.
import type { PartialDate } from '../../model/record.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { isRealDate } from '../calendar.ts';

/** A date or a range in a text: characters `start` to `end`. */
export interface DateHit {
  readonly start: number;
  readonly end: number;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly ongoing: boolean;
  /** Two dates with words between them for “until”. */
  readonly range: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}';
const YEAR = '(?:19[5-9]\\d|20[0-4]\\d)';
const TOKEN = new RegExp(
  [
    `(?<iso>(?<![\\d-])${YEAR}-\\d{2}-\\d{2}(?![\\d-]))`,
    `(?<us>(?<![\\d/.])(?<![\\p{L}\\d]-(?=\\d{1,2}[.-]))\\d{1,2}([/.-])\\d{1,2}\\k<sep>(?:${YEAR}|\\d{2})(?![\\d/]))`.replace(
      '([/.-])',
      '(?<sep>[/.-])',
    ),
    `(?<monthYear>(?<![\\d/.])\\d{1,2}/${YEAR}(?![\\d/]))`,
    `(?<dayMonthYear>(?<![\\d/.-])\\d{1,2}[ -]${MONTH}\\.?,?[ -](?:${YEAR}|'?\\d{2})(?!\\d))`,
    `(?<monthDays>\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:(?:, | and |, and | & )\\d{1,2}(?![\\d/%]))+(?:, ${YEAR})?(?![\\d/]))`,
    `(?<monthDayYear>\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}(?!\\d))`,
    `(?<wordYear>\\b${MONTH}\\.?,? (?:of )?(?:${YEAR}|'\\d{2})(?!\\d))`,
    `(?<monthDay>\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?![\\d/:%]|,? \\d{4}| ?mg))`,
    '(?<slash>(?<![\\d/.-])(?:0\\d|1[0-2])/(?:[0-2]\\d|3[01])(?![\\d/%]))',
    `(?<year>(?<![\\d/.$#,:])(?<!(?<!(?:19|20)\\d{2})-)${YEAR}(?![\\d/:%]|-\\d{1,2}(?!\\d)| ?(?:mg|mcg|units|ml)|,\\d))`,
    `(?<month>\\b${MONTH}(?![A-Za-z]))`,
    '(?<now>\\b(?:now|present|current|currently|today|ongoing|Present|Now|Current|Ongoing|PRESENT|NOW|CURRENT)\\b)',
  ].join('|'),
  'gu',
);
const JOINS = /^\s*(?:-|--|to|through|thru|until|till|up to|and|[-]>)\s*$/;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly now: boolean;
  readonly first: Loose;
  readonly last: Loose;
}

/** A date that may still lack its year. */
interface Loose {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** All dates of a text, in order. `near` gives the year of a day printed without one: the last such day up to it. */
export function datesIn(text: string, near?: IsoDate): DateHit[] {
  const tokens = [...text.matchAll(TOKEN)].flatMap((match) => tokenOf(match) ?? []);
  const hits: DateHit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const between = next === undefined ? '' : text.slice(token.end, next.start);
    const joins = next !== undefined && !token.now && joinsRange(text, token, between);
    const hit = joins ? rangeOf(token, next, near) : singleOf(text, token, near);
    if (hit === undefined) continue;
    hits.push(hit);
    if (joins) at += 1;
  }
  return hits;
}

/** “and” joins two dates only behind “between”. */
function joinsRange(text: string, token: Token, between: string): boolean {
  if (!JOINS.test(between)) return false;
  return !/and/.test(between) || /\bbetween $/i.test(text.slice(0, token.start));
}

function tokenOf(match: RegExpExecArray): Token | undefined {
  const kind = Object.entries(match.groups ?? {}).find(([name, value]) => value !== undefined && name !== 'sep')?.[0];
  const printed = match[0];
  const place = { start: match.index, end: match.index + printed.length };
  if (kind === 'now') return { ...place, now: true, first: {}, last: {} };
  const read = looseOf(kind ?? '', printed);
  return read.some((each) => !plausible(each))
    ? undefined
    : { ...place, now: false, first: read[0]!, last: read.at(-1)! };
}

function looseOf(kind: string, printed: string): Loose[] {
  const numbers = (printed.match(/\d+/g) ?? []).map(Number);
  const month = MONTHS.indexOf((/[A-Za-z]{3}/.exec(printed)?.[0] ?? '').toLowerCase()) + 1;
  switch (kind) {
    case 'iso':
      return [{ year: numbers[0]!, month: numbers[1]!, day: numbers[2]! }];
    case 'us':
      return [{ month: numbers[0]!, day: numbers[1]!, year: fullYear(numbers[2]!) }];
    case 'monthYear':
      return [{ month: numbers[0]!, year: numbers[1]! }];
    case 'dayMonthYear':
      return [{ day: numbers[0]!, month, year: fullYear(numbers[1]!) }];
    case 'monthDays': {
      const year = numbers.find((each) => each > 31);
      const days = numbers.filter((each) => each <= 31);
      return days.map((day) => ({ month, day, ...(year !== undefined && { year }) }));
    }
    case 'monthDayYear':
      return [{ month, day: numbers[0]!, year: numbers[1]! }];
    case 'wordYear':
      return [{ month, year: fullYear(numbers[0]!) }];
    case 'monthDay':
      return [{ month, day: numbers[0]! }];
    case 'slash':
      return [{ month: numbers[0]!, day: numbers[1]! }];
    case 'year':
      return [{ year: numbers[0]! }];
    default:
      return [{ month }];
  }
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function plausible({ year = 2000, month = 1, day = 1 }: Loose): boolean {
  return year > 0 && isRealDate(`${year}-${two(month)}-${two(day)}`);
}

const two = (value: number) => String(value).padStart(2, '0');

function dateOf({ year, month, day }: Loose): PartialDate | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** A day without its year, in the latest year that puts it not after `near`. */
function nearDate(loose: Loose, near: IsoDate | undefined): Loose {
  if (loose.year !== undefined || loose.day === undefined || near === undefined) return loose;
  const year = Number(near.slice(0, 4));
  const thisYear = dateOf({ ...loose, year })!;
  return { ...loose, year: thisYear <= near ? year : year - 1 };
}

function rangeOf(first: Token, last: Token, near: IsoDate | undefined): DateHit | undefined {
  const place = { start: first.start, end: last.end, range: true };
  if (last.now) {
    const from = dateOf(nearDate(first.first, near));
    return from === undefined ? undefined : { ...place, from, ongoing: true };
  }
  const end = nearDate(last.last, near);
  const to = dateOf(end);
  let begin = first.first;
  if (begin.year === undefined && end.year !== undefined) {
    const later = (begin.month ?? 0) > (end.month ?? 12);
    begin = { ...begin, year: later ? end.year - 1 : end.year };
  }
  const from = dateOf(begin);
  if (from === undefined || to === undefined || from.slice(0, to.length) > to) return undefined;
  return { ...place, from, to, ongoing: false };
}

const SINCE =
  /\b(?:since|starting|beginning|from|started|start(?:ed)? on|on since)(?: about| around| approximately| early| late| mid-?)? ?$/i;
const UNTIL =
  /\b(?:until|till|through|thru|stopped|ended|discontinued|dc'd|d\/c(?:'d)?|off|weaned(?: off)?)(?: in| on| by)? ?$/i;

function singleOf(text: string, token: Token, near: IsoDate | undefined): DateHit | undefined {
  const before = text.slice(Math.max(0, token.start - 24), token.start);
  const place = { start: token.start, end: token.end, range: false };
  if (token.now) return { ...place, ongoing: true };
  const first = dateOf(nearDate(token.first, near));
  const last = dateOf(nearDate(token.last, near));
  if (first === undefined) return undefined;
  if (/\b(?:before|prior to|by|earlier than|no later than) ?$/i.test(before)) return undefined;
  if (UNTIL.test(before)) return { ...place, to: first, ongoing: false };
  const ongoing = /\bsince(?: about| around| approximately| early| late| mid-?)? ?$/i.test(before);
  const lasts = last !== undefined && last > first ? { to: last } : {};
  return { ...place, from: first, ...lasts, ongoing, range: SINCE.test(before) && ongoing };
}

/** First and last day a partial date may mean. */
export function daysMeant(date: PartialDate): { readonly first: IsoDate; readonly last: IsoDate } {
  if (date.length === 10) return { first: date, last: date };
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  const day = [31, 30, 29, 28].find((each) => isRealDate(`${date}-${each}`)) ?? 28;
  return { first: `${date}-01`, last: `${date}-${day}` };
}
