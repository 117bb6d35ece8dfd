// Calendar dates for deadlines: months as the federal rules count them, federal holidays, business days.
import { Temporal } from 'temporal-polyfill';
import type { PartialDate } from '../model/record.ts';
import type { IsoDate } from '../model/vocabulary.ts';

/** `days` calendar days after a date; the date itself is not counted. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The same day `months` months later; when that month has no such day, the first day of the month after it
 * (45 CFR 147.136(d)(2)(i): four months from October 30 is March 1).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = Temporal.PlainDate.from(date);
  const moved = from.add({ months }, { overflow: 'constrain' });
  if (moved.day === from.day) return moved.toString();
  return moved.add({ months: 1 }).with({ day: 1 }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** True when the text is a date that exists, written YYYY-MM-DD. */
export function isRealDate(text: string | undefined): text is IsoDate {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The earlier of two dates. */
export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** Monday to Friday and no federal holiday. */
export function isBusinessDay(date: IsoDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5 && !isFederalHoliday(date);
}

/** The date itself when it is a business day, else the next one. */
export function onOrAfterBusinessDay(date: IsoDate): IsoDate {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** The n-th business day before a date. */
export function businessDaysBefore(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** True on the day a federal holiday is observed (5 U.S.C. 6103; Saturday is observed on Friday, Sunday on Monday). */
export function isFederalHoliday(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return [year, year + 1].some((of) => holidaysOf(of).includes(date));
}

/** The holidays of each year asked for: business days are counted day by day. */
const holidays = new Map<number, readonly IsoDate[]>();

function holidaysOf(year: number): readonly IsoDate[] {
  const known = holidays.get(year) ?? observedHolidays(year);
  holidays.set(year, known);
  return known;
}

function observedHolidays(year: number): IsoDate[] {
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ].map(([month, day]) => observed(Temporal.PlainDate.from({ year, month: month!, day: day! })));
  const floating = [
    nthWeekday(year, 1, 1, 3), // Birthday of Martin Luther King, Jr.
    nthWeekday(year, 2, 1, 3), // Washington's Birthday
    lastMonday(year, 5), // Memorial Day
    nthWeekday(year, 9, 1, 1), // Labor Day
    nthWeekday(year, 10, 1, 2), // Columbus Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving Day
  ];
  return [...fixed, ...floating].map((day) => day.toString());
}

function observed(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 6) return day.subtract({ days: 1 });
  return day.dayOfWeek === 7 ? day.add({ days: 1 }) : day;
}

function nthWeekday(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - 1) % 7 });
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in plain American English: “September 9, 2026”. */
export function longDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
}

/** A date as far as it is known: “September 9, 2026”, “September 2026”, “2026”. */
export function partialDateWords(date: PartialDate): string {
  if (date.length === 10) return longDate(date);
  return date.length === 4 ? date : `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** Dates in plain English, months and years said once: “July 13, 15 and 17, 2026”. Anything that is not a date stays as it is. */
export function longDates(dates: readonly string[]): string {
  if (dates.some((date) => !isRealDate(date))) return dates.join(', ');
  const groups: { readonly month: string; readonly year: string; readonly days: string[] }[] = [];
  for (const date of [...dates].sort()) {
    const month = MONTHS[Number(date.slice(5, 7)) - 1]!;
    const year = date.slice(0, 4);
    const last = groups.at(-1);
    if (last?.month === month && last.year === year) last.days.push(String(Number(date.slice(8))));
    else groups.push({ month, year, days: [String(Number(date.slice(8)))] });
  }
  return groups.map((group) => `${group.month} ${listWords(group.days)}, ${group.year}`).join('; ');
}

/** “a”, “a and b”, “a, b and c”. */
export function listWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
