// Time limits of whole papers, and the amounts of time that stand in a text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn, numberOf } from '../../../shared/reading/times/amounts.ts';
import { fixture, readText } from '../../helpers/reading.ts';
import { said } from '../../helpers/rights-letters.ts';

it.each([
  [
    '001-ketamine-depression-denial',
    [
      'internal-appeal 180 days receipt',
      'plan-decision 60 days request',
      'plan-decision-expedited 72 hours',
      'external-review 4 months final-decision',
      'civil-action 24 months final-decision',
    ],
  ],
  [
    '008-lowenridge-plan-excerpt',
    [
      'internal-appeal 180 days receipt',
      'plan-decision 30 days',
      'plan-decision 60 days',
      'plan-decision-expedited 72 hours',
      'external-review 4 months final-decision',
      'civil-action 24 months final-decision',
    ],
  ],
  [
    '013-crps-ketamine-appeal-decision',
    ['second-level 60 days receipt', 'external-review 180 days', 'plan-decision-expedited 3 days'],
  ],
  ['014-lumbar-mri-denial', ['internal-appeal by 2026-01-06', 'external-review 120 days final-decision']],
  [
    '016-fehb-physical-therapy-denial',
    [
      'internal-appeal 6 months notice-date by 2026-06-02',
      'plan-decision 30 days',
      'send-information 60 days request',
      'external-review 90 days final-decision',
      'external-review 120 days request',
      'plan-decision-expedited 72 hours',
    ],
  ],
  [
    '019-panniculectomy-second-level',
    ['external-review by 2026-01-20', 'plan-decision-expedited 3 days', 'civil-action 1 years notice-date'],
  ],
  [
    '030-request-for-more-information',
    ['send-information 45 days notice-date by 2026-09-21', 'plan-decision 15 days request'],
  ],
])('reads all limits of %s', (paper, expected) => {
  expect(readText(fixture(`papers/${paper}.txt`)).statedTimes.map(said)).toEqual(expected);
});

describe('amounts', () => {
  it.each([
    ['one hundred and twenty', 120],
    ['forty five', 45],
    ['two hundred', 200],
    ['18o', 180],
    ['l0', 10],
    ['nineteen', 19],
    ['many', undefined],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it('takes no range and no number that is part of another', () => {
    expect(amountsIn('31 60 days and $30 days and 12.30 days and 5 to 10 days')).toEqual([]);
  });

  it('reads every number of days it is told, in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 730 }), (days) => {
        expect(amountsIn(`within ${days} days`)).toMatchObject([{ amount: days, unit: 'days' }]);
      }),
    );
  });
});
