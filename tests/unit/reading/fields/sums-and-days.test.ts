// Sums, days and numbers as letters and statements set them: whole sums among parts, days that are none of the service, numbers of the step a case is at.
import { describe, expect, it } from 'vitest';
import { moneyIn } from '../../../../shared/reading/fields/values.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

/** A statement with the given lines below its head. */
function statement(...lines: string[]): ReturnType<typeof fieldsOfText> {
  const head = ['MARLSTONE HEALTH PLAN', 'EXPLANATION OF BENEFITS', 'Statement date: June 9, 2026', ''];
  return fieldsOfText([...head, ...lines].join('\n'), 'eob');
}

describe('what was billed', () => {
  it('is no negative sum behind a dash between words', () => {
    expect(moneyIn('May 4, 2026 - 97110 - $218.00').map((money) => money.value)).toEqual([218]);
    expect(moneyIn('Adjustment -$18.00').map((money) => money.value)).toEqual([-18]);
  });

  it.each([
    ['in the second line of a short letter', 'Re: claim 60188-1, Tern Lodge, 04/01/26-04/30/26, $9,300.00', 9300],
    [
      'below a line that leads to it',
      'Member: Ada Tern\nPlan: Marlstone Gold\nWe did not pay for the items that are listed here below:\n   Tern Lodge Hospital, May 4, 2026, $317.00',
      317,
    ],
    ['and not what each visit cost', 'Re: claim 60188-1, 11 visits, 05/04/2026, $1,650.00 ($150.00 each)', 1650],
    ['of a house that is named for recovery', 'Claim 60188-1   Tern Recovery Hospital   05/04/2026   $870.00', 870],
  ])('stands %s', (_, block, expected) => {
    const text = `MARLSTONE HEALTH PLAN\n${block}\n\nWe are not able to pay this for the cause that is told in the policy.\n`;
    expect(fieldsOfText(text, 'denial-letter').billed_amount).toBe(expected);
  });

  it('is the only amount of a letter that is told with the visit', () => {
    const text = 'You wrote to us about the claim for the visit to Dr. Tern on May 4, 2026 (97811; $240.00).';
    expect(fieldsOf('', 'denial-letter', text).billed_amount).toBe(240);
  });

  it.each([
    [
      'what a sentence says of one of several claims',
      'Claim 77-1   Tern Ambulance   05/04/2026   $1,388.00\nClaim 77-2   Tern Hospital   05/04/2026   $406.00\n\nAs to the first, the ambulance billed $1,388.00.',
    ],
    ['what is to be recovered', 'Claim 77-1\nTotal to be recovered: $806.00'],
  ])('is not %s', (_, block) => {
    expect(fieldsOf(block).billed_amount).toBeUndefined();
  });

  it('is what all bills come to', () => {
    const { billed_amount, patient_responsibility } = statement(
      '05/04/2026   99283   Visit      $842.00',
      '05/06/2026   87880   Test        $58.00',
      'All bills $900.00     Paid $31.00     Yours $869.00',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 900, patient_responsibility: 869 });
  });
});

describe('what the patient owes', () => {
  it('stands in a column though only a blank parts it from the one before', () => {
    const fields = statement(
      'Date        What             Charge     Plan fee     Paid    Yours',
      '05/04/2026  Infusion       5,200.00     5,200.00 4,160.00 1,040.00',
      '05/06/2026  Nurse          1,400.00       840.00   672.00   728.00',
      'TOTAL                      6,600.00     6,040.00 4,832.00 1,768.00',
    );
    expect(fields.patient_responsibility).toBe(1768);
  });

  it('is the total below amounts that carry their own words', () => {
    const fields = statement(
      '05/04/2026   98941   Manipulation     $85.00   Plan paid $0.00    You owe $85.00',
      '05/04/2026   72100   X-ray           $140.00   Plan paid $119.00  You owe $21.00',
      '             TOTAL                   $225.00            $119.00          $106.00',
    );
    expect(fields.patient_responsibility).toBe(106);
  });

  it.each([
    ['You signed a notice for the lift and are responsible for $4,210.00.', 4210],
    ['You have been asked by Tern Wellness for $309.00.', 309],
    ['The member may not be charged more than $88.14 for this.', 88.14],
    ['The patient is not liable for any of it.', 0],
    ['The hospital has its money from us and you owe the daily copay of $50 for five days.', undefined],
    ['By its contract the hospital must write these days off; you owe nothing for them.', undefined],
    ['The balance of $641.88 of your premium was not paid by July 31.', undefined],
  ])('in a sentence: %j', (text, expected) => {
    expect(fieldsOf(`Claim 77-1\n\n${text}`).patient_responsibility).toBe(expected);
  });
});

describe('days of service', () => {
  it.each([
    ['where the specimen was taken', 'Claim 26-0417   Collected: 05/04/2026', ['2026-05-04']],
    ['behind "when"', 'Where: Tern Hospital    When: May 4, 2026', ['2026-05-04']],
    [
      'on both lines of a label',
      'Dates of service: April 6 - May 1, 2026 (day program);\n                  May 4 - May 9, 2026',
      ['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-09'],
    ],
    [
      'of a house whose kind no word says',
      'Member Ada Tern\nFerris Lane Bonesetters, 05/04/2026\nAmount  $318.00',
      ['2026-05-04'],
    ],
  ])('stand %s', (_, block, expected) => {
    expect(fieldsOf(block).dates_of_service).toEqual(expected);
  });

  it.each([
    [
      'the day cover ended',
      'Claim 26-0417   05/04/2026   99214   $216.00\nEL4   Your cover ended on 03/31/2026, some days before this visit was made to the house.',
    ],
    [
      'the end of the term of a policy',
      'Tern Center KS 66998    Eff. 01/01/2026 - 03/31/2026\nClaim 26-0417, Tern Lodge, 05/04/2026',
    ],
    [
      'the day of another payment',
      'Claim 26-0417, DOS 05/04/2026, 00142, $780.00\nThis was under claim 26-0300 which was paid on\n05/08/2026 (check 5530918).',
    ],
  ])('are not %s', (_, block) => {
    expect(fieldsOf(block).dates_of_service).toEqual(['2026-05-04']);
  });

  it('are not the days of the history of the case', () => {
    const history = '   05/10/2026   The claim administrator denied 19 visits.';
    expect(fieldsOf('Claim 26-0417, 05/04/2026', 'denial-letter', history).dates_of_service).toEqual(['2026-05-04']);
  });

  it('are both ends of a range, and stand behind the name of a doctor', () => {
    const range = 'Your therapist billed us for twelve visits (97110) from 04/02/2026 to 04/30/2026 for your hip.';
    expect(fieldsOf('', 'denial-letter', range).dates_of_service).toEqual(['2026-04-02', '2026-04-30']);
    const named = 'We have the claim for the visit to Dr. Ferris Lane on May 4, 2026.';
    expect(fieldsOf('', 'denial-letter', named).dates_of_service).toEqual(['2026-05-04']);
  });

  it('stand alone above the house and its claim', () => {
    const fields = statement(
      'May 4, 2026',
      'Gideon Tern, DPM, 70 Wicker Lane',
      'Claim control 02-26049-771-220',
      '11721  Debridement of nails     No     $95.00     0.00     $95.00',
      '',
      'May 6, 2026',
      'Tern Laboratory',
      'Claim control 02-26071-118-004',
      '82306  Vitamin D                No     $88.00     0.00     $88.00',
    );
    expect(fields.dates_of_service).toEqual(['2026-05-04', '2026-05-06']);
  });
});

describe('numbers', () => {
  it.each([
    ['Provider dispute no.:   PD-0093317', 'PD-0093317'],
    ['Docket No. MFH-2026-01177', 'MFH-2026-01177'],
    ['Second-level dispute DSP-40921', 'DSP-40921'],
    ['MEDICARE APPEAL NUMBER: 1-90447126', '1-90447126'],
    ['OUR NUMBER:   BH26-03-11752', 'BH26-03-11752'],
    ['PA ref   26-041-77019-C', '26-041-77019-C'],
    ['Request: 92507, 48 visits', undefined],
  ])('of the case: %j', (line, expected) => {
    expect(fieldsOf(line).authorization_number).toBe(expected);
  });

  it('of claims are whole: no short forms, no lines', () => {
    expect(fieldsOf('Claims 2026069-11482 and 2026069-11490\n\nClaim 11482. It came too late.').claim_numbers).toEqual([
      '2026069-11482',
      '2026069-11490',
    ]);
    const rows = statement(
      'Claim             From      Thru      Code     Billed    Paid',
      'TRN26-410077 01   05/01/26  05/01/26  99285    310.00    0.00',
      'TRN26-410077 02   05/01/26  05/01/26  70450    160.00    0.00',
      'TRN26-410081 01   05/04/26  05/04/26  64615    725.00    0.00',
    );
    expect(rows.claim_numbers).toEqual(['TRN26-410077', 'TRN26-410081']);
  });

  it('of bills stand behind their letters', () => {
    const block =
      '   Bill A   GN-26-5581   Tern Orthopedic, June 17   $400.00\n   Bill B   GN-26-5590   Tern Therapy, July 2   $215.00';
    expect(fieldsOf(block).claim_numbers).toEqual(['GN-26-5581', 'GN-26-5590']);
  });
});
