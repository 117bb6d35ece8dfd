// Dates, sizes and counts as people write them.
import type { IsoDate } from '../../shared/model/vocabulary.ts';

const LONG_DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const SHORT_DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const MONEY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const DAY_MS = 86_400_000;

/** “January 15, 2027” */
export function longDate(date: IsoDate): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
}

/** “Jan 15, 2027” */
export function shortDate(date: IsoDate): string {
  return SHORT_DATE.format(new Date(`${date}T00:00:00Z`));
}

/** Today's calendar date on this computer. */
export function today(): IsoDate {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from today to a date; negative when it is past. */
export function daysUntil(date: IsoDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / DAY_MS);
}

/** “in 12 days”, “today”, “3 days ago” */
export function daysInWords(date: IsoDate): string {
  const days = daysUntil(date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${days} days` : `${count(-days, 'day')} ago`;
}

/** “1 page”, “3 pages” */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}

/** “p. 3” or “pp. 3–5” */
export function pageRange(from: number, to: number = from): string {
  return from === to ? `p. ${from}` : `pp. ${from}–${to}`;
}

/** “1.2 MB” */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A field's value: dates and dollars in words, anything else as it stands. */
export function fieldValue(field: string, value: string | number): string {
  if (typeof value === 'number') return field.endsWith('days') ? count(value, 'day') : MONEY.format(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDate(value) : value;
}
