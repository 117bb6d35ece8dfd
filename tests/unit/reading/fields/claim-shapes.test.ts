// Numbers of claims without the word before each of them.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('numbers of claims in a letter', () => {
  it.each([
    [
      'go on over the end of the line',
      'Re: Claims T-61204 (Harbor 7/2/26, $940.00), T-61377 (Harbor 7/9/26, $3,175.00),\n    T-61419 (Mercer 7/11/26, $268.40)',
      ['T-61204', 'T-61377', 'T-61419'],
    ],
    [
      'are the first and the last of a row of them',
      'Claims 2604-881 through 2604-884; Tidewater Nursing, 01/05/2026',
      ['2604-881', '2604-884'],
    ],
    ['end with a letter', 'Claims: 2609 55120 K, 2609 55121 K', ['2609 55120 K', '2609 55121 K']],
    [
      'are not the code of the service below',
      'Claim 7740912-0006, Two Forks Surgery Center, April 14, 2026\n      50590 lithotripsy, N20.0',
      ['7740912-0006'],
    ],
    [
      'open the subject',
      'RE: C26-071180    Slope Trauma Center       03/30/2026      $98,610.20\n    C26-074402    Slope Rehabilitation      04/08/2026      $33,165.00',
      ['C26-071180', 'C26-074402'],
    ],
    [
      'stand behind the count of the bills',
      'Bill 1: 26-1550-00871. Bellhaven Hospital, March 24, 2026.\nBill 2: 26-1562-03310. Lakeview Skin Clinic, March 28, 2026.',
      ['26-1550-00871', '26-1562-03310'],
    ],
  ])('%s', (_, block, expected) => {
    expect(fieldsOf(block).claim_numbers).toEqual(expected);
  });

  it('are not what an identifier before a day holds', () => {
    expect(fieldsOf('Claims: C5-11844\n        C5-11902 MRI 12/02    $ 1,385.00').claim_numbers).toEqual([
      'C5-11844',
      'C5-11902',
    ]);
  });
});

describe('numbers of claims on a statement', () => {
  const statement = (rows: readonly string[]): string =>
    [
      'MARLSTONE HEALTH PLAN',
      'EXPLANATION OF BENEFITS - THIS IS NOT A BILL',
      'Statement date: June 9, 2026',
      '',
      ...rows,
    ].join('\n');

  it('fill a column without a title', () => {
    const rows = [
      'PB-61207  08 Jan 2026  Quinn Asthma Clinic     99214      $ 402.00  $   0.00',
      'PB-61208  14 Jan 2026  Elmcourt Pharmacy       refill     $ 118.00  $   0.00',
    ];
    expect(fieldsOfText(statement(rows), 'eob').claim_numbers).toEqual(['PB-61207', 'PB-61208']);
  });

  it('are not the numbers of members', () => {
    const rows = [
      'Member ID    Date         Service      Billed      Paid',
      'PB-61207     01/08/2026   99214        402.00      0.00',
      'PB-61208     01/14/2026   99213        118.00      0.00',
    ];
    expect(fieldsOfText(statement(rows), 'eob').claim_numbers).toBeUndefined();
  });
});
