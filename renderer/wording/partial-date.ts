// Dates that are known only as far as the year or the month.
import type { PartialDate } from '../../shared/model/record.ts';
import { shortDate } from './format.ts';

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** “Aug 14, 2026”, “August 2026” or “2026”. */
export function partialDate(date: PartialDate): string {
  if (date.length === 10) return shortDate(date);
  return date.length === 7 ? MONTH.format(new Date(`${date}-01T00:00:00Z`)) : date;
}
