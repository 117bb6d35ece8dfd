// Counting days and months as the rules do.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  businessDaysBefore,
  daysBetween,
  isBusinessDay,
  isFederalHoliday,
  isRealDate,
  longDates,
  onOrAfterBusinessDay,
} from '../../../shared/cases/calendar.ts';

const anyDate = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it.each([
  ['2026-10-30', 4, '2027-03-01'],
  ['2026-05-07', 4, '2026-09-07'],
  ['2026-08-31', 4, '2026-12-31'],
  ['2027-10-31', 4, '2028-02-29', '2028-03-01'],
  ['2025-08-31', 6, '2026-03-01'],
])('%s and %i months', (from, months, first, second = first) => {
  expect(addMonths(from, months)).toBe(second);
});

it('knows the federal holidays of 2026, observed days included', () => {
  const holidays = [];
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
    if (isFederalHoliday(day)) holidays.push(day);
  expect(holidays).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
  ]);
  expect(isFederalHoliday('2027-12-31')).toBe(true);
});

it('moves off weekends and holidays, forward and back', () => {
  expect(onOrAfterBusinessDay('2026-09-07')).toBe('2026-09-08');
  expect(businessDaysBefore('2026-07-05', 1)).toBe('2026-07-02');
  expect(businessDaysBefore('2026-08-29', 1)).toBe('2026-08-28');
});

it('never counts the first day, and months never end early', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 24 }), (date, days, months) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      const end = addMonths(date, months);
      const same = end.slice(8) === date.slice(8);
      expect(same || end.endsWith('-01')).toBe(true);
      expect(daysBetween(date, end)).toBeGreaterThanOrEqual(28 * months);
      expect(daysBetween(date, end)).toBeLessThanOrEqual(31 * months + 1);
    }),
  );
});

it('finds business days before any date', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 10 }), (date, count) => {
      const day = businessDaysBefore(date, count);
      expect(isBusinessDay(day)).toBe(true);
      expect(daysBetween(day, date)).toBeGreaterThanOrEqual(count);
    }),
  );
});

it('tells real dates from others and says several at once', () => {
  expect([isRealDate('2026-02-28'), isRealDate('2026-02-29'), isRealDate('soon'), isRealDate(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(longDates(['2026-07-15', '2026-07-13', '2026-08-01'])).toBe('July 13 and 15, 2026; August 1, 2026');
  expect(longDates(['July 2026'])).toBe('July 2026');
});
