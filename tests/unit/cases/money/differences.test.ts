// Where a bill and the plan's statement disagree: each in words with both amounts, none where they agree.
import { describe, expect, it } from 'vitest';
import { moneyView } from '../../../../shared/cases/money/money-view.ts';
import type { FullDocument } from '../../../../shared/model/document.ts';
import { caseOf, paper, TODAY } from '../../../helpers/cases.ts';

const FIELDS = { member_name: 'Ana Example', member_id: 'EX 100 200', provider: 'Elm Street Clinic' };

function eob(text: string): FullDocument {
  return paper(1, 'eob', text, {
    reasons: { 'benefit-exclusion': 'not part of the plan' },
    fields: { ...FIELDS, claim_numbers: ['C-100200'], letter_date: '2026-03-15' },
  });
}

function bill(text: string): FullDocument {
  return paper(2, 'bill', text, { fields: { ...FIELDS, letter_date: '2026-04-01' } });
}

const STATEMENT = `Example Plan
Claim C-100200
Provider: Elm Street Clinic
Date        Service           Billed    Discount   Not covered   Copay    Plan paid
03/02/2026  99213 Visit       200.00       50.00          0.00   20.00       130.00
03/02/2026  97110 Exercises   100.00        0.00        100.00    0.00         0.00
            Total             300.00       50.00        100.00   20.00       130.00
You may owe                  $120.00
A  This is not part of the plan.
`;
const AGREES = `Elm Street Clinic
Account 778812
Date        Service                  Charges    Credits
03/02/2026  99213 Visit               200.00
03/02/2026  97110 Exercises           100.00
03/16/2026  Insurance payment                    130.00
03/16/2026  Plan discount                         50.00
            AMOUNT DUE                           120.00
`;

function differences(one: string, other: string) {
  const papers = [eob(one), bill(other)];
  return moneyView({ case: caseOf(papers), documents: papers, today: TODAY }).differences;
}

describe('a bill against the plan’s statement', () => {
  it('agrees', () => {
    expect(differences(STATEMENT, AGREES)).toEqual([]);
  });

  it('charges another price for a service', () => {
    const found = differences(
      STATEMENT,
      AGREES.replace('97110 Exercises           100.00', '97110 Exercises           115.00').replace(
        'AMOUNT DUE                           120.00',
        'AMOUNT DUE                           135.00',
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ id: 'charge/2026-03-02/97110', cents: 1500 });
    expect(found[0]?.what).toMatch(/\$115\.00.*97110.*\$100\.00/);
    expect(found[0]?.sources.map(({ proof }) => proof.quote)).toEqual(['115.00', '100.00']);
  });

  it('charges a service that the statement does not list', () => {
    const found = differences(
      STATEMENT,
      AGREES.replace('03/16/2026  Ins', '03/02/2026  97140 Massage              60.00\n03/16/2026  Ins').replace(
        '120.00',
        '180.00',
      ),
    );
    expect(found.map(({ id }) => id)).toEqual(['charge/2026-03-02/97140']);
  });

  it('leaves out a service that the statement lists', () => {
    const found = differences(
      STATEMENT,
      AGREES.replace('03/02/2026  97110 Exercises           100.00\n', '').replace('120.00', '20.00'),
    );
    expect(found.map(({ id, cents }) => [id, cents])).toEqual([['charge/2026-03-02/97110', 10000]]);
  });

  it('does not take off the discount and asks for too much', () => {
    const found = differences(STATEMENT, AGREES.replace(/.*Plan discount.*\n/, '').replace('120.00', '170.00'));
    expect(found.map(({ id, cents }) => [id, cents])).toEqual([
      ['adjustment/778812', 5000],
      ['asked/778812', 5000],
    ]);
    expect(found[1]?.what).toMatch(/\$170\.00.*\$120\.00/);
  });

  it('does not show the plan’s payment', () => {
    const found = differences(STATEMENT, AGREES.replace('130.00', '100.00').replace('120.00', '150.00'));
    expect(found.map(({ id, cents }) => [id, cents])).toEqual([
      ['plan-payment/778812', 3000],
      ['asked/778812', 3000],
    ]);
  });

  it('does not add up', () => {
    const found = differences(
      STATEMENT,
      AGREES.replace('AMOUNT DUE                           120.00', 'AMOUNT DUE                           121.00'),
    );
    expect(found.map(({ id }) => id.split('/')[0])).toEqual(['asked', 'sum']);
    const sums = differences(STATEMENT.replace('Total             300.00', 'Total             310.00'), AGREES);
    expect(sums.map(({ cents }) => cents)).toEqual([1000]);
    expect(sums[0]?.what).toMatch(/\$310\.00.*\$300\.00/);
  });

  it('never advises to borrow', () => {
    const found = differences(STATEMENT, AGREES.replace(/.*Plan discount.*\n/, '').replace('120.00', '999.00'));
    expect(found.length).toBeGreaterThan(0);
    for (const { advice } of found) expect(advice).not.toMatch(/\b(?:loan|borrow|credit card|financ)/i);
  });
});
