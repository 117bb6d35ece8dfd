// Sums of letters and statements that no label names: in the line of the claim, under a column, in other words.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('what was billed', () => {
  it.each([
    ['behind the day of the claim', 'Re: Claim 26-0417-5521, Holm Lake Imaging, 04/02/2026, 72148, $812.00', 812],
    [
      'on a line set in below the claim',
      'Claim 26-0417-5521, Holm Lake Imaging\n    April 2, 2026, 72148, $812.00',
      812,
    ],
    ['in a cell of its own', 'Claim:  260415-0088    Holm Lake Imaging    04/02/2026    $812.00', 812],
    ['what several come to', 'Claim 26-0417\nCharges: 5 x $140.00 = $700.00', 700],
    ['in dollars, not in another money', 'Claim 26-0417\nBilled     EUR 1,940.00 (US$ 2,108.33)', 2108.33],
    ['beside a label, before another label', 'Claim 26-0417\nCharge  $1,262.00   You owe the provider  $162.00', 1262],
  ])('%s', (_, block, expected) => {
    expect(fieldsOf(block).billed_amount).toBe(expected);
  });

  it.each([
    [
      'several claims with sums of their own',
      'Re: Claims 26-11 (Holm Lake 4/2/26, $940.00), 26-12 (Holm Lake 4/9/26, $3,175.00)',
    ],
    ['what a thing that is asked for would cost', 'Requested: ramp at the front door, $7,400.00'],
    ['what was paid', 'Claim 26-0417-5521, Holm Lake Imaging, 04/02/2026, paid $812.00'],
    ['the share of a cream', 'Claim 26-0417, Holm Lake Pharmacy: tacrolimus 0.03 ointment'],
  ])('is not %s', (_, block) => {
    expect(fieldsOf(block).billed_amount).toBeUndefined();
  });

  it('is the first sum of a row of sums, and the last of that row what you owe', () => {
    const fields = fieldsOfText(
      [
        'MARLSTONE HEALTH PLAN',
        'EXPLANATION OF BENEFITS - THIS IS NOT A BILL',
        'Statement date: June 9, 2026',
        '',
        'Date          Service              Charge       Paid    You owe',
        '04/06/2026    99213 Visit          180.00      90.00      90.00',
        '04/13/2026    99214 Visit          220.00       0.00     220.00',
        '                                 --------    -------   --------',
        '                                   400.00      90.00     310.00',
      ].join('\n'),
      'eob',
    );
    expect([fields.billed_amount, fields.patient_responsibility]).toEqual([400, 310]);
  });
});

describe('what the patient owes', () => {
  it.each([
    ['Submitted $1,640.00      Paid $212.35      Left to you $1,427.65', 1427.65],
    ["Submitted             $18,340.00\nInsured's liability   $18,340.00", 18340],
    ['What was left:            $683.60 (Part B coinsurance)', 683.6],
    ['you owe $0 of the first\nTotal you may owe: $608.00', 608],
  ])('in "%s"', (block, expected) => {
    expect(fieldsOf(block).patient_responsibility).toBe(expected);
  });

  it('is not nothing because another bill was paid in full', () => {
    expect(fieldsOf('The hospital was paid in full.').patient_responsibility).toBeUndefined();
  });
});
