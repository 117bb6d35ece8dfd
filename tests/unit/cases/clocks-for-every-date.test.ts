// What must hold of deadlines for every date, kind of plan and stated time, and how spans are counted and said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isBusinessDay, onOrAfterBusinessDay } from '../../../shared/cases/calendar.ts';
import { computeDeadlines } from '../../../shared/cases/deadlines.ts';
import { addSpan, roughDays, spanWords } from '../../../shared/cases/spans.ts';
import type { StatedTime } from '../../../shared/model/finding.ts';
import { AppealLevel, PlanType } from '../../../shared/model/vocabulary.ts';
import { dated, RULES } from '../../helpers/cases.ts';

const TODAY = '2026-03-10';

describe('for every date', () => {
  const date = fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const base = dated({ planType: 'unknown', notice: '2026-01-01' });
  const time: fc.Arbitrary<StatedTime> = fc
    .record({
      step: fc.constantFrom(
        'internal-appeal' as const,
        'second-level' as const,
        'external-review' as const,
        'fair-hearing' as const,
        'continue-benefits' as const,
        'civil-action' as const,
      ),
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom(
        'days' as const,
        'business-days' as const,
        'months' as const,
        'years' as const,
        'hours' as const,
      ),
      from: fc.option(
        fc.constantFrom(
          'receipt' as const,
          'notice-date' as const,
          'final-decision' as const,
          'service-date' as const,
          'request' as const,
        ),
        { nil: undefined },
      ),
      date: fc.option(date, { nil: undefined }),
    })
    .map(({ from, date: day, amount, unit, step }) => ({
      step,
      amount: unit === 'years' ? (amount % 5) + 1 : unit === 'months' ? (amount % 36) + 1 : amount,
      unit,
      ...(from && { from }),
      ...(day && { date: day }),
      proof: { pageNumber: 1, from: 0, to: 3, quote: 'We cannot cover' },
      confidence: 0.9,
      why: [],
    }));
  const situation = fc.record({
    planType: fc.constantFrom(...PlanType.options),
    level: fc.constantFrom(...AppealLevel.options),
    notice: fc.option(date, { nil: undefined }),
    lag: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    times: fc.array(time, { maxLength: 4 }),
  });
  type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

  function made({ planType, level, notice, lag, times }: Situation) {
    const fields = notice === undefined ? {} : { letter_date: notice };
    const value = {
      ...base.case,
      planType: { value: planType, byUser: true },
      level,
      facts: { ...base.case.facts, letterDate: { byUser: false } },
    };
    const received =
      notice === undefined || lag === undefined ? undefined : addSpan(notice, { amount: lag, unit: 'days' });
    return {
      case: received === undefined ? value : { ...value, receivedOn: received },
      denial: { ...base.denial, reading: { ...base.denial.reading, fields, statedTimes: times } },
    };
  }

  it('the day to aim for is never after the last day, and a working day unless the letter itself is later', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { denial, case: value } = made(given);
        const found = computeDeadlines({ denial, case: value, rules: RULES, today: TODAY });
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found.map((each) => each.ruleId)).size).toBe(found.length);
        for (const each of found) {
          expect(each.target === undefined).toBe(each.latest === undefined);
          if (each.target === undefined || each.latest === undefined) continue;
          expect(each.target <= each.latest).toBe(true);
          expect(isBusinessDay(each.target) || each.target === (given.notice ?? value.receivedOn)).toBe(true);
          if (each.statedDate !== undefined) expect(each.target <= each.statedDate).toBe(true);
          expect(each.explanation).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a later letter never ends earlier', () => {
    fc.assert(
      fc.property(situation, date, fc.integer({ min: 1, max: 60 }), (given, notice, later) => {
        const at = (day: string) =>
          computeDeadlines({ ...made({ ...given, notice: day, times: [] }), rules: RULES, today: TODAY })[0];
        const first = at(notice);
        const second = at(addSpan(notice, { amount: later, unit: 'days' }));
        if (first?.latest !== undefined) expect(first.latest <= second!.latest!).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('a limit the letter states never makes the time longer, and an earlier one is kept', () => {
    fc.assert(
      fc.property(situation, date, time, (given, notice, limit) => {
        const without = computeDeadlines({ ...made({ ...given, notice, times: [] }), rules: RULES, today: TODAY });
        const withIt = computeDeadlines({ ...made({ ...given, notice, times: [limit] }), rules: RULES, today: TODAY });
        for (const each of without.filter((other) => !other.fallback && other.target !== undefined)) {
          const again = withIt.find((other) => other.ruleId === each.ruleId)!;
          // Only a State's own longer time, within what the federal rule allows, may be taken over.
          if (each.ruleId !== 'mcaid-sfh') expect(again.target! <= each.target!).toBe(true);
          if (again.statedDate !== undefined) expect(again.target! <= again.statedDate).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('months end on the same day, or on the first when there is none; rolling once is enough', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 36 }), (day, months) => {
        const end = addMonths(day, months);
        expect(end.slice(8) === day.slice(8) || end.slice(8) === '01').toBe(true);
        const rolled = onOrAfterBusinessDay(end);
        expect(onOrAfterBusinessDay(rolled)).toBe(rolled);
        expect(rolled >= end).toBe(true);
      }),
    );
  });
});

it('counts and says spans', () => {
  expect(addSpan('2026-07-01', { amount: 72, unit: 'hours' })).toBe('2026-07-04');
  expect(addSpan('2026-07-01', { amount: 3, unit: 'business-days' })).toBe('2026-07-07');
  expect(addSpan('2024-02-29', { amount: 1, unit: 'years' })).toBe('2025-03-01');
  expect(spanWords({ amount: 1, unit: 'years' })).toBe('1 year');
  expect(spanWords({ amount: 5, unit: 'business-days' })).toBe('5 business days');
  expect(roughDays({ amount: 4, unit: 'months' })).toBeCloseTo(121.6);
});
