// Deadlines: worked examples, what is shown beside them, and what must hold for every date.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../shared/cases/deadlines.ts';
import type { Deadline } from '../../../shared/model/case.ts';
import { AppealLevel, PlanType } from '../../../shared/model/vocabulary.ts';
import { dated, RULES } from '../../helpers/cases.ts';

const TODAY = '2026-03-10';

function deadlines(input: Parameters<typeof dated>[0], today = TODAY, state?: string): Deadline[] {
  return computeDeadlines({ ...dated(input), rules: RULES, today, ...(state && { state }) });
}

describe('worked examples', () => {
  it.each([
    [
      'ERISA, received',
      { planType: 'erisa-self-funded', notice: '2026-03-02', received: '2026-03-06' },
      'erisa-internal-1',
      '2026-09-02',
      '2026-08-28',
    ],
    [
      'ERISA, receipt unknown',
      { planType: 'erisa-self-funded', notice: '2026-03-02' },
      'erisa-internal-1',
      '2026-08-29',
      '2026-08-28',
    ],
    [
      'Medicare Advantage',
      { planType: 'medicare-advantage', notice: '2026-05-01' },
      'ma-1',
      '2026-07-05',
      '2026-07-02',
    ],
    [
      'Medicare summary notice',
      { planType: 'original-medicare', notice: '2026-01-10' },
      'mcr-ab-1',
      '2026-05-15',
      '2026-05-08',
    ],
    [
      'Medicare, reconsideration',
      { planType: 'original-medicare', level: 'first-level-upheld', notice: '2026-02-03' },
      'mcr-ab-2',
      '2026-08-07',
      '2026-07-31',
    ],
    [
      'Medicare, hearing',
      { planType: 'original-medicare', level: 'second-level-upheld', notice: '2026-04-20' },
      'mcr-ab-3',
      '2026-06-24',
      '2026-06-18',
    ],
    ['Medicaid plan', { planType: 'medicaid-mco', notice: '2026-06-15' }, 'mcaid-mco-1', '2026-08-14', '2026-08-13'],
    [
      'fair hearing, shortest a State may give',
      { planType: 'medicaid-mco', level: 'first-level-upheld', notice: '2026-08-03' },
      'mcaid-sfh',
      '2026-11-01',
      '2026-10-30',
    ],
    [
      'external review, no such day',
      { planType: 'erisa-self-funded', level: 'first-level-upheld', notice: '2026-10-28', received: '2026-10-30' },
      'ext-federal',
      '2027-03-01',
      '2027-02-26',
    ],
    [
      'external review, Labor Day',
      { planType: 'erisa-self-funded', level: 'first-level-upheld', notice: '2026-05-05', received: '2026-05-07' },
      'ext-federal',
      '2026-09-08',
      '2026-09-04',
    ],
    [
      'external review, year end',
      { planType: 'erisa-self-funded', level: 'second-level-upheld', notice: '2026-08-28', received: '2026-08-31' },
      'ext-federal',
      '2026-12-31',
      '2026-12-30',
    ],
    ['federal employees', { planType: 'fehb', notice: '2026-02-28' }, 'fehb-1', '2026-08-28', '2026-08-27'],
    ['TRICARE', { planType: 'tricare', notice: '2025-05-21' }, 'tricare-1', '2025-08-19', '2025-08-18'],
  ] as const)('%s', (_name, input, ruleId, latest, noLaterThan) => {
    const found = deadlines(input).find((each) => each.ruleId === ruleId)!;
    expect(found.latest).toBe(latest);
    expect(found.target! <= noLaterThan).toBe(true);
    expect(found.citation).not.toBe('');
  });

  it('a State that gives 120 days for a fair hearing', () => {
    const input = { planType: 'medicaid-mco', level: 'first-level-upheld', notice: '2026-08-03' } as const;
    const fields = { appeal_deadline_days: 120, appeal_deadline_from: 'notice-date' };
    expect(deadlines({ ...input, fields })[0]!.latest).toBe('2026-12-01');
    expect(deadlines({ ...input, fields: { appeal_deadline_days: 200 } })[0]!.latest).toBe('2026-11-01');
  });

  it('keeping services while a Medicaid appeal runs, only when the letter speaks of it', () => {
    const input = { planType: 'medicaid-mco', notice: '2026-06-15' } as const;
    expect(deadlines(input).map((each) => each.ruleId)).toEqual(['mcaid-mco-1']);
    const found = deadlines({
      ...input,
      text: 'We cannot cover this: not medically necessary. Ask us to continue your services within 10 days.',
    });
    expect(found.map((each) => [each.ruleId, each.latest])).toEqual([
      ['mcaid-mco-1', '2026-08-14'],
      ['mcaid-cont', '2026-06-25'],
    ]);
  });

  it('the longer time of a State, when the State is known', () => {
    const input = { planType: 'fully-insured', level: 'first-level-upheld', notice: '2026-02-02' } as const;
    expect(deadlines(input).map((each) => each.ruleId)).toEqual(['ext-state']);
    expect(deadlines(input, TODAY, 'CA').map((each) => [each.ruleId, each.latest])).toEqual([['ext-ca', '2026-08-02']]);
  });
});

describe('what the letter says', () => {
  const text =
    'We cannot cover this; it is not medically necessary. You may appeal within 60 days of the day you get this letter. Call us with questions.';

  it('is quoted as the whole sentence and compared with the rule', () => {
    const fields = { appeal_deadline_days: 60, appeal_deadline_from: 'receipt' };
    const [found] = deadlines({
      planType: 'erisa-self-funded',
      notice: '2026-03-02',
      received: '2026-03-06',
      fields,
      text,
    });
    expect(found!.stated!.proof.quote).toBe('You may appeal within 60 days of the day you get this letter.');
    expect(found).toMatchObject({ disagrees: true, statedDays: 60, latest: '2026-09-02', fallback: false });
    expect(found!.target! < '2026-05-01').toBe(true);
    expect(found!.explanation).toContain('defect');
  });

  it('agrees when it gives the rule’s days, or a date with some days for the mail', () => {
    const same = { appeal_deadline_days: 180, appeal_deadline_from: 'receipt' };
    expect(deadlines({ planType: 'erisa-self-funded', notice: '2026-03-02', fields: same })[0]!.disagrees).toBe(false);
    const printed = { appeal_deadline_date: '2026-09-02' };
    expect(deadlines({ planType: 'erisa-self-funded', notice: '2026-03-02', fields: printed })[0]).toMatchObject({
      disagrees: false,
      statedDate: '2026-09-02',
    });
    expect(
      deadlines({
        planType: 'erisa-self-funded',
        notice: '2026-03-02',
        fields: { appeal_deadline_date: '2026-05-01' },
      })[0]!.disagrees,
    ).toBe(true);
  });

  it('is all there is when the type of plan is not known', () => {
    const fields = { appeal_deadline_days: 60, appeal_deadline_from: 'receipt' };
    const [found, ...rest] = deadlines({ planType: 'unknown', notice: '2026-03-02', fields, text });
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ fallback: true, latest: '2026-05-01', trust: 'to-be-verified' });
    expect(found!.explanation).toContain('confirm the type of plan');
  });

  it('sets the time of a second level, which no rule sets', () => {
    const fields = { appeal_deadline_days: 60, appeal_deadline_from: 'receipt' };
    const found = deadlines({
      planType: 'fully-insured',
      level: 'first-level-upheld',
      notice: '2026-01-29',
      received: '2026-02-02',
      fields,
    });
    expect(found.map((each) => [each.ruleId, each.latest])).toEqual([
      ['insured-internal-2', '2026-04-03'],
      ['ext-state', '2026-06-02'],
    ]);
  });

  it('missing altogether, with no plan type: no day, and it says so', () => {
    const [found] = deadlines({ planType: 'unknown', notice: '2026-03-02' });
    expect(found).toMatchObject({ fallback: true, ruleId: 'stated-in-letter' });
    expect(found!.latest).toBeUndefined();
    expect(found!.target).toBeUndefined();
  });
});

it('counts nothing without a date, and says a passed day has passed', () => {
  const [undated] = deadlines({ planType: 'erisa-self-funded' });
  expect(undated!.latest).toBeUndefined();
  expect(undated!.explanation).toContain('date of the letter');
  const [late] = deadlines({ planType: 'medicare-advantage', notice: '2025-05-01' });
  expect(late!.explanation).toContain('has passed');
});

it('takes the date the user typed over the one that was read', () => {
  const made = dated({ planType: 'medicare-advantage', notice: '2026-05-01' });
  const facts = { ...made.case.facts, letterDate: { value: '2026-05-11', byUser: true } };
  const [found] = computeDeadlines({ case: { ...made.case, facts }, denial: made.denial, rules: RULES, today: TODAY });
  expect(found!.latest).toBe('2026-07-15');
});

it('never aims later than the last day, and never shows a day without its rule', () => {
  const date = fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const base = dated({ planType: 'unknown', notice: '2026-01-01' });
  fc.assert(
    fc.property(
      fc.record({
        planType: fc.constantFrom(...PlanType.options),
        level: fc.constantFrom(...AppealLevel.options),
        notice: fc.option(date, { nil: undefined }),
        received: fc.option(date, { nil: undefined }),
        days: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
        from: fc.constantFrom('receipt' as const, 'notice-date' as const, undefined),
        printed: fc.option(date, { nil: undefined }),
      }),
      ({ planType, level, notice, received, days, from, printed }) => {
        const fields = {
          ...(notice && { letter_date: notice }),
          ...(days && { appeal_deadline_days: days }),
          ...(from && { appeal_deadline_from: from }),
          ...(printed && { appeal_deadline_date: printed }),
        };
        const denial = { ...base.denial, reading: { ...base.denial.reading, fields } };
        const value = {
          ...base.case,
          planType: { value: planType, byUser: true },
          level,
          facts: { ...base.case.facts, letterDate: { byUser: false } },
        };
        const found = computeDeadlines({
          case: received ? { ...value, receivedOn: received } : value,
          denial,
          rules: RULES,
          today: TODAY,
        });
        expect(found.length).toBeGreaterThan(0);
        for (const each of found) {
          expect(each.target === undefined).toBe(each.latest === undefined);
          if (each.target !== undefined && each.latest !== undefined) expect(each.target <= each.latest).toBe(true);
          if (each.target !== undefined && printed !== undefined && each.stated !== undefined)
            expect(each.target <= printed).toBe(true);
          expect(each.explanation).not.toMatch(/undefined|NaN/);
          expect(each.citation).not.toBe('');
        }
      },
    ),
    { numRuns: 400 },
  );
});
