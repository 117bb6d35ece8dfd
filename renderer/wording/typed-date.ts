// Dates as people type them, known only as far as they know them.
import type { PartialDate } from '../../shared/model/record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/**
 * “2024”, “3/2024”, “2024-03”, “March 2024”, “3/15/2024”, “March 15, 2024”, “15 Mar 2024” as a partial date, the month before the day as
 * Americans write it; undefined for anything that is no date between 1900 and 2100.
 */
export function typedPartialDate(text: string): PartialDate | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((part) => part !== '');
  const named = parts.findIndex((part) => monthNamed(part) !== undefined);
  const numbers = parts.filter((_part, index) => index !== named).map(numberOf);
  if (numbers.some((number) => number === undefined)) return undefined;
  const known = numbers.filter((number) => number !== undefined);
  const [first = 0, second, third] = known;
  if (named >= 0) {
    const month = monthNamed(parts[named] ?? '');
    if (known.length === 1) return dateOf(first, month);
    return known.length === 2 ? dateOf(second ?? 0, month, first) : undefined;
  }
  if (known.length === 1) return dateOf(first);
  if (known.length === 2) return isYear(first) ? dateOf(first, second) : dateOf(second ?? 0, first);
  if (known.length === 3) return isYear(first) ? dateOf(first, second, third) : dateOf(third ?? 0, first, second);
  return undefined;
}

function monthNamed(part: string): number | undefined {
  if (part.length < 3) return undefined;
  const at = MONTHS.findIndex((month) => part.startsWith(month));
  const whole = FULL[at];
  return whole?.startsWith(part) === true || part === 'sept' ? at + 1 : undefined;
}

const FULL = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

function numberOf(part: string): number | undefined {
  const match = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(part);
  return match === null ? undefined : Number(match[1]);
}

function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100;
}

function dateOf(year: number, month?: number, day?: number): PartialDate | undefined {
  if (!isYear(year)) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return text;
  const whole = `${text}-${String(day).padStart(2, '0')}`;
  const time = new Date(`${whole}T00:00:00Z`);
  // A day the month does not have becomes another day, or none.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(whole) ? whole : undefined;
}
