// Days of service as letters and statements set them: in the lines about the claim, on rows without years, in sentences; and days that are none.
import { describe, expect, it } from 'vitest';
import { serviceDatesIn } from '../../../../shared/reading/fields/values.ts';
import { readText } from '../../../helpers/reading.ts';

/** A letter with the given lines in its head and one sentence or more in its body. */
function letter(
  head: readonly string[],
  body = 'We have looked at what was sent to us and we cannot pay for it.',
): string {
  return [
    'MARLSTONE HEALTH PLAN',
    'P.O. Box 410, Galt Harbor, OH 44999',
    '',
    'June 9, 2026',
    '',
    ...head,
    '',
    'NOTICE OF DENIAL',
    '',
    'Dear Ms. Arkwright:',
    '',
    body,
  ].join('\n');
}

function days(text: string): unknown {
  return readText(text).fields.dates_of_service;
}

describe('days in the lines about the claim', () => {
  it.each([
    ['behind the house', 'Re: Claim 26-0417-5521, Holm Lake Imaging, 04/02/2026, $812.00', ['2026-04-02']],
    [
      'of a stay',
      '    Claims 26-3340 and 26-3341, 02/09/2026 to 03/15/2026, rev code 1001',
      ['2026-02-09', '2026-03-15'],
    ],
    [
      'of visits, the month once',
      'Dr. Ines Brandvold, Dermatology, May 11 and May 25, 2026',
      ['2026-05-11', '2026-05-25'],
    ],
    ['when a thing was brought', 'Delivered: May 2, 2026     Supplier: Rollaway Mobility', ['2026-05-02']],
    ['when something was drawn', 'Specimen:     12/18/2025', ['2025-12-18']],
  ])('%s', (_, line, expected) => {
    expect(days(letter(['Member: Ada Arkwright     ID 553 201 77', line]))).toEqual(expected);
  });

  it('are those of every claim of the list', () => {
    const head = [
      'Claims at issue:  2026 0419 00831 (12 Mar 2026, Dr. Osei, dermatology, $612.00)',
      '                  2026 0602 11407 (4 May 2026, Bayline Surgery, $2,290.00)',
    ];
    expect(days(letter(head))).toEqual(['2026-03-12', '2026-05-04']);
  });

  it('are not the days a policy began or a request came', () => {
    const head = [
      'Policy ST-774091, effective January 19, 2026',
      'Request received: May 30, 2026     Surgeon: Ines Brandvold, MD',
      'Ends      September 14, 2026',
    ];
    expect(days(letter(head))).toBeUndefined();
  });

  it('are not the days further care was only asked for', () => {
    const head = ['What was asked for: 16 more therapy visits, July 13 to September 4, 2026'];
    expect(days(letter(head, 'Your request does not meet our policy.'))).toBeUndefined();
  });

  it('stand in blocks of the body that begin with a claim', () => {
    const body = 'VISIT 1   May 15, 2026   Sandhill Hospital, emergency room\n          Bill 2608-44-71';
    expect(days(letter([], body))).toEqual(['2026-05-15']);
  });
});

describe('days on the rows of a statement', () => {
  const statement = (rows: readonly string[]): string =>
    [
      'MARLSTONE HEALTH PLAN',
      'EXPLANATION OF BENEFITS - THIS IS NOT A BILL',
      'Statement date: June 9, 2026',
      'Member: Ada Arkwright     Member ID: 553201770',
      '',
      ...rows,
      '',
      'You may owe the amounts not paid.',
    ].join('\n');

  it.each([
    [
      'without a year',
      'Date     Service                      Billed     Paid     You owe',
      'Apr 6    99213 Office visit           180.00    90.00      90.00',
      '2026-04-06',
    ],
    [
      'by numbers',
      'Date     Service                      Billed     Paid     You owe',
      '05/04    99213 Office visit           180.00    90.00      90.00',
      '2026-05-04',
    ],
    [
      'of the year before',
      'Date     Service                      Billed     Paid     You owe',
      '12/28    99213 Office visit           180.00    90.00      90.00',
      '2025-12-28',
    ],
    [
      'the year first',
      'SVC DATE   PROC     BILLED    ALLOWED    PAID',
      '20260401   99213     180.00      90.00    90.00',
      '2026-04-01',
    ],
    [
      'the year last',
      'SVC DATE   PROC     BILLED    ALLOWED    PAID',
      '040126     99213     180.00      90.00    90.00',
      '2026-04-01',
    ],
  ])('%s', (_, titles, row, expected) => {
    expect(days(statement([titles, row]))).toEqual([expected]);
  });

  it('count though a discount stands on the row, and days of payment do not', () => {
    const rows = [
      'Claim 6631-207   Lin Castor, L.Ac.',
      '  04/29/2026   97810   Acupuncture      130.00     paid    0.00    discount 130.00',
      '  Paid to the office on 05/16/2026, check 718844:  $0.00',
    ];
    expect(days(statement(rows))).toEqual(['2026-04-29']);
  });
});

describe('days in sentences', () => {
  it.each([
    [
      'without a year, of a claim',
      'On Saturday, May 16, you went to the emergency room, and we got its bill of $900.00.',
      ['2026-05-16'],
    ],
    ['with the charge behind', 'Inhaler refill 05/11/2026, $71.00: asthma was known before.', ['2026-05-11']],
    ['of what was brought', 'We are denying payment for the bed, delivered to you on May 2, 2026.', ['2026-05-02']],
    [
      'of an operation',
      'You told us of Dr. Joost Vander, and on March 18, 2026 he operated. The bill is $4,000.',
      ['2026-03-18'],
    ],
  ])('%s', (_, body, expected) => {
    expect(days(letter([], body))).toEqual(expected);
  });

  it.each([
    'Your dentist sent us a treatment plan on 05/02/2026. It has three lines.',
    'The contractor denied the claim on January 5, 2026, and affirmed its denial on April 2, 2026.',
    'The count of visits starts over on January 1, 2027.',
  ])('are none in "%s"', (body) => {
    expect(days(letter([], body))).toBeUndefined();
  });
});

it.each([
  ['the 3rd and 5th of March 2026', ['2026-03-03', '2026-03-05']],
  ['3, 5 and 10 March 2026', ['2026-03-03', '2026-03-05', '2026-03-10']],
  ['July 8 and 15 and August 5, 2026', ['2026-07-08', '2026-07-15', '2026-08-05']],
  ['June 2, 9 and 16 of 2026', ['2026-06-02', '2026-06-09', '2026-06-16']],
  ['30 December to 3 January 2026', ['2025-12-30', '2026-01-03']],
  ['12MAR2026', ['2026-03-12']],
  ['20-Feb-26', ['2026-02-20']],
  ['2026/03/05', ['2026-03-05']],
])('reads the days of "%s"', (text, expected) => {
  expect(serviceDatesIn(text).map((day) => day.value)).toEqual(expected);
});
