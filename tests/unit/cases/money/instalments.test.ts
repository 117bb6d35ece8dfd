// Payment plans month by month, and amounts as they are written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../../../shared/cases/money/cents.ts';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import { instalments } from '../../../../shared/cases/money/instalments.ts';
import { EntryId } from '../../../../shared/ids.ts';

const plan = (firstOn: string, count?: number) => ({
  kind: 'payment-plan' as const,
  id: EntryId.parse('n_0000000000000001'),
  with: 'Elm Street Clinic',
  cents: 7500,
  firstOn,
  note: '',
  ...(count !== undefined && { count }),
});

describe('instalments', () => {
  it('fall on the day of the month, or its last day', () => {
    expect(instalments(plan('2026-12-31', 4), '2027-02-01')).toEqual([
      { on: '2026-12-31', cents: 7500, past: true },
      { on: '2027-01-31', cents: 7500, past: true },
      { on: '2027-02-28', cents: 7500, past: false },
      { on: '2027-03-31', cents: 7500, past: false },
    ]);
  });

  it('of an open-ended plan reach a year ahead', () => {
    const found = instalments(plan('2026-06-15'), '2026-09-15');
    expect(found.filter(({ past }) => past).map(({ on }) => on)).toEqual(['2026-06-15', '2026-07-15', '2026-08-15']);
    expect(found.filter(({ past }) => !past)).toHaveLength(12);
  });

  it('are as many as agreed, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 4000 }), (count, days) => {
        const first = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
        const found = instalments(plan(first, count), '2027-01-01');
        expect(found).toHaveLength(count);
        expect([...found].sort((a, b) => a.on.localeCompare(b.on))).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });
});

describe('amounts', () => {
  it('written out are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        const [found, ...more] = amountsIn(`due ${formatCents(cents)} now`);
        expect(found?.cents).toBe(cents);
        expect(more).toEqual([]);
      }),
    );
  });

  it.each([
    ['1,875,00', 187500],
    ['$ 1425.00', 142500],
    ['- 288.00', 28800],
    ['(144.00)', 14400],
    ['-200.00', 20000],
    ['$-200.00', 20000],
    ['144.00-', 14400],
    ['1,425.O0', 142500],
    ['O.00', 0],
    ['l50.00', 15000],
    ['1, 425.00', 142500],
    ['S1,425.00', 142500],
    ['.....1,425.00', 142500],
    ['$1,425', 142500],
  ])('%s as printers and optical reading leave it', (text, cents) => {
    expect(amountsIn(text).map((amount) => amount.cents)).toEqual([cents]);
  });

  it.each([
    'F33.2',
    'S52.501A',
    'Z00.129',
    '07/13/26',
    '13,15',
    '20%',
    '12.50%',
    'M54.50',
    '1-800-555-0162',
    '2620-5517-084',
    '99213',
    '3.1.2',
  ])('%s is none', (text) => {
    expect(amountsIn(text)).toEqual([]);
  });

  it('know what takes off', () => {
    expect(amountsIn('- 288.00 (144.00) 20.00- 30.00').map(({ negative }) => negative)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
