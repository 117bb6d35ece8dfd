// Lengths of time as letters and rules give them, counted on plain dates.
import type { IsoDate } from '../model/vocabulary.ts';
import { addDays, addMonths, isBusinessDay } from './calendar.ts';

export type SpanUnit = 'hours' | 'days' | 'business-days' | 'months' | 'years';

/** An amount of time, for example 4 months. */
export interface Span {
  readonly amount: number;
  readonly unit: SpanUnit;
}

/** The day a span after `date` ends; hours count as whole days, rounded up, since no clock time is known. */
export function addSpan(date: IsoDate, { amount, unit }: Span): IsoDate {
  switch (unit) {
    case 'hours':
      return addDays(date, Math.ceil(amount / 24));
    case 'days':
      return addDays(date, amount);
    case 'business-days':
      return businessDaysAfter(date, amount);
    case 'months':
      return addMonths(date, amount);
    case 'years':
      return addMonths(date, amount * 12);
  }
}

/** The n-th business day after a date. */
function businessDaysAfter(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

const DAYS_IN: Readonly<Record<SpanUnit, number>> = {
  hours: 1 / 24,
  days: 1,
  'business-days': 7 / 5,
  months: 30.4,
  years: 365,
};

/** About how many days a span is, for comparing spans in different units. */
export function roughDays({ amount, unit }: Span): number {
  return amount * DAYS_IN[unit];
}

/** “4 months”, “1 year”, “5 business days”. */
export function spanWords({ amount, unit }: Span): string {
  const word = unit.replace('-', ' ');
  return `${amount} ${amount === 1 ? word.replace(/s$/, '') : word}`;
}
