// Deductible and out-of-pocket maximum: the newest statement's figures, used and limit told apart by the headings.
import { describe, expect, it } from 'vitest';
import { moneyLimits } from '../../../../shared/cases/money/limits.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import { paper, samplePapers } from '../../../helpers/cases.ts';

const eob = (number: number, date: string, text: string): FullDocument =>
  paper(number, 'eob', text, { fields: { letter_date: date } });
const shown = (papers: readonly FullDocument[]) =>
  moneyLimits(papers).map(({ what, usedCents, limitCents }) => [what, usedCents, limitCents]);

describe('yearly limits', () => {
  it('are read from the sample’s statement, with the page', () => {
    const limits = moneyLimits(samplePapers());
    expect(limits.map(({ what, usedCents, limitCents }) => [what, usedCents, limitCents])).toEqual([
      ['Individual deductible', 120_000, 120_000],
      ['Out-of-pocket maximum', 206_418, 550_000],
    ]);
    expect(limits[0]?.source.proof).toMatchObject({ pageNumber: 2, quote: expect.stringContaining('1,200.00') });
  });

  it('follow the order of the headings', () => {
    const text = 'YOUR PLAN YEAR        Limit      Used\nFamily deductible    3,000.00    450.25\n';
    expect(shown([eob(1, '2026-03-01', text)])).toEqual([['Family deductible', 45_025, 300_000]]);
    const three =
      'Yearly totals         Total     Met to date    Remaining\nOut-of-pocket max    5,000.00   1,250.00    3,750.00\n';
    expect(shown([eob(1, '2026-03-01', three)])).toEqual([['Out-of-pocket max', 125_000, 500_000]]);
  });

  it('come from the newest statement, and prose counts too', () => {
    const old = eob(1, '2026-01-01', 'Individual deductible     Used 100.00    Limit 500.00\n');
    const later = eob(2, '2026-06-01', 'Individual deductible: $350.00 of $500.00\n');
    expect(shown([old, later]).map(([, used]) => used)).toContain(35_000);
  });

  it('are never guessed: a used amount above its limit, or one amount alone, says nothing', () => {
    expect(shown([eob(1, '2026-01-01', 'Individual deductible     900.00    500.00\n')])).toEqual([]);
    expect(shown([eob(1, '2026-01-01', 'Applied to your deductible     90.00\n')])).toEqual([]);
    expect(shown([paper(3, 'bill', 'Individual deductible 10.00 500.00\n')])).toEqual([]);
  });
});
