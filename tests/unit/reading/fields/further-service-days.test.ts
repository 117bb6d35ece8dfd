// Days of service beside further labels, at the heads of claims and in sentences; and days of something else that stand where they would.
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

function days(block: string, kind: DocumentKind = 'denial-letter', after = ''): unknown {
  return fieldsOf(block, kind, after).dates_of_service;
}

/** The days of a statement with the given lines below its head. */
function statement(...lines: readonly string[]): unknown {
  const head =
    'FERNHOLT CARE\nEXPLANATION OF BENEFITS\nStatement date  07/08/2026\nMember Arlo Penhaligon    ID FC 5518 02277\n';
  return fieldsOfText(`${head}\n${lines.join('\n')}\n`, 'eob').dates_of_service;
}

describe('days beside a label', () => {
  it.each([
    ['of something brought', 'Date furnished  March 2, 2026', ['2026-03-02']],
    ['of a flight', 'Flown .............. 03/02/2026, Garnet Valley to St. Elfrida', ['2026-03-02']],
    ['of a blood draw', 'Draw date  March 2, 2026', ['2026-03-02']],
    ['of a loss', 'Date of loss         March 2, 2026', ['2026-03-02']],
    ['in dispute', 'Dates in dispute        March 2, 2026 through March 29, 2026', ['2026-03-02', '2026-03-29']],
    ['that only says when', 'When                  March 2, 2026', ['2026-03-02']],
    ['that only says on', 'On           03/02/2026', ['2026-03-02']],
    [
      'of sessions',
      'Sessions         March 2, 9 and 16, 2026, 90837, $165.00 each',
      ['2026-03-02', '2026-03-09', '2026-03-16'],
    ],
    [
      'that also says what was done',
      'SERVICES: 99183, 30 treatments, 3 March 2026 through 27 March 2026',
      ['2026-03-03', '2026-03-27'],
    ],
  ])('%s', (_, line, expected) => {
    expect(days(`Member: Arlo Penhaligon\n${line}`)).toEqual(expected);
  });

  it('are all of them, whatever other label stands between', () => {
    const claim = (number: string, when: string): string =>
      `Claim number   ${number}\nWhen           ${when}\nService        99284, visit\nBilled         $310.00\n`;
    expect(statement(claim('N26-1', 'March 2, 2026'), claim('N26-2', 'April 6, 2026'))).toEqual([
      '2026-03-02',
      '2026-04-06',
    ]);
  });

  it('are the two ends of a stay', () => {
    expect(days('Admitted     03/02/2026 21:40\nDischarged   03/06/2026 11:15')).toEqual(['2026-03-02', '2026-03-06']);
  });

  it('of an approval count only where the care is past', () => {
    const line = 'Service: 95810, sleep study, March 12, 2026, Digby Hollow Sleep Lab';
    expect(days(line, 'prior-authorization')).toEqual(['2026-03-12']);
    expect(days(line.replace('March', 'June'), 'prior-authorization')).toBeUndefined();
    expect(days('From - to      May 25, 2026 - June 24, 2026', 'prior-authorization')).toBeUndefined();
  });
});

describe('days at the heads of claims on a statement', () => {
  it.each([
    ['behind the house', '1. Lakeshore Foot, 03/02/2026, claim 61-0044-1\n   11721   nail care    96.00   plan 0.00'],
    [
      'behind a number',
      'C-90014  Tidewrack Hospital          03/02/26      Dx N20.1\n         74176 CT    1,840.00    paid 0.00',
    ],
    [
      'below its number',
      'CLAIM GP-5001187\nCaddo Hills Cardiology, 03/02/2026\n   93000   tracing   90.00   paid 0.00',
    ],
    [
      'beside a prescription',
      'METOPROLOL 50 MG, 90 tabs      $6.12       $5.00\nCorner Elm Pharmacy  03/02/2026  Rx 771203',
    ],
    [
      'above a prescription',
      'Losartan 50 mg           $4.10       $5.00\n03/02/2026 Owlfield Pharmacy\nRx# 411802, 30 tablets',
    ],
    [
      'above titles and rows',
      'March 2, 2026      Saltgrass Foot Center, (904) 555-0108\n                        Service    Provider\nService                 approved?  charged\nTrimming of nails (11721)   NO       $75.00',
    ],
  ])('%s', (_, lines) => {
    expect(statement(lines)).toEqual(['2026-03-02']);
  });

  it('may be a range alone on its line', () => {
    expect(
      statement(
        'Lafourche Home Therapy     Claim 25-1121-330877',
        '03/02/2026 to 03/06/2026',
        '  G0151  visits   $310.00',
      ),
    ).toEqual(['2026-03-02', '2026-03-06']);
  });

  it('stand also on rows that were not paid', () => {
    const rows = [
      'Date       Drug                        Pharmacy          Plan paid   You paid',
      '03/02/26   metoprolol 50 mg            Corner Drug            6.10       4.00',
      '03/09/26   tirzepatide 5 mg pens, 4    Corner Drug          NOT PAID (see a)',
    ];
    expect(statement(...rows)).toEqual(['2026-03-02', '2026-03-09']);
  });
});

describe('days of claims told in a letter', () => {
  it.each([
    ['day first', '03/02/2026, Ridgeline Imaging, knee MRI (73721), $1,210.00. You were enrolled then.'],
    ['number first', 'C2510-0072, DOS 03/02/2026, 20611, $312.00. This is the same injection.'],
    ['in columns', 'Patient: Tobias     Claim 5500-1182-07     March 2, 2026'],
    ['with what they ask', 'Appeal of claim 24-338-70219, Seabright Sleep Center, March 2, 2026, $2,890.00'],
    ['by the house alone', 'RE: Claim OH-25-340\nLow Tide Cardiac Associates, March 2, 2026'],
  ])('%s', (_, line) => {
    expect(days(line)).toEqual(['2026-03-02']);
  });

  it('stand right below the salutation', () => {
    const text = [
      'FERNHOLT CARE',
      'June 9, 2026',
      '',
      'Dear Mr. Penhaligon,',
      '',
      'Certificate HS-26-771; claim 112-8804; Linnet Falls Urology; March 2 to March 4, 2026;',
      'charges of $14,220.00',
      '',
      'You had one thing done, and we cannot pay for it.',
    ];
    expect(fieldsOfText(text.join('\n'), 'denial-letter').dates_of_service).toEqual(['2026-03-02', '2026-03-04']);
  });

  it('are told in a sentence', () => {
    const told = 'Your chiropractor, Cumberland Spine, billed 98940 and 97012 for March 2 and March 9, 2026.\n';
    expect(days('Claim 26-1', 'denial-letter', told)).toEqual(['2026-03-02', '2026-03-09']);
  });
});

describe('other days', () => {
  it.each([
    ['on which care may be given', '63047    Decompression, one level       Approved, 6/14 - 7/14/2026'],
    ['until which care may be given', 'Frozen embryo transfer (58974), one      YES, through 11/30/2026'],
    ['of an earlier answer', 'Codes 58974, 89258            First denial: April 28, 2026'],
    ['when an appeal came', 'Claim no.   25-0187-40226           Appeal came in    April 22, 2026'],
    ['of the cover', 'Certificate HB 25-40017 (January 1 to April 30, 2026)        Claim T26-3349'],
  ])('%s', (_, line) => {
    expect(days(line)).toBeUndefined();
  });

  it.each([
    [
      'when a request was turned down',
      'The claim for $90.00 is closed. The plan denied the infusions for this illness on April 20, 2026.',
    ],
    ['when a bill came', 'Your bill for the visit of $90.00 reached this office on April 19, 2026.'],
    ['of the letter', 'We told you about the bill for your visit on May 12, 2026.'],
  ])('%s', (_, told) => {
    expect(days('Member: Arlo Penhaligon', 'denial-letter', `${told}\n`)).toBeUndefined();
  });

  it.each([
    ['of the plan year', ' Group 30991         Plan year from 01/01/2026     Deductible 500.00'],
    ['of the deductible', '  DEDUCTIBLE   $1,500.00 met 02/18/2026         OUT-OF-POCKET  $2,210.50'],
    ['of the certificate', 'Term       02/01/2026 to 07/31/2026  |  Claim         7-0619-22845'],
  ])('%s on a statement', (_, line) => {
    expect(statement(line, '', ' 03/02/2026  45380  scope   2,310.00   0.00')).toEqual(['2026-03-02']);
  });

  it('is the day a log was copied', () => {
    const log = `calls about mum's visit and the bill - Orla Fennimore
(typed up from my notes of the visits, 5/12/2026)

3/3/26   9:10   supplier     sent the request today
3/12/26  1:45   plan, Bert   says it is in review
3/17/26  8:02   plan, Ida    says it was denied
`;
    const fields = fieldsOfText(log, 'correspondence');
    expect(fields.letter_date).toBe('2026-05-12');
    expect(fields.dates_of_service).toBeUndefined();
  });
});

describe('days of a receipt', () => {
  it('are listed without their year', () => {
    const slip =
      'TARN CHIROPRACTIC      Date   Oct. 9, 2025\n\nFOR      3 visits, Sept 25, Oct 2, Oct 9\nPAID     $270.00\n';
    expect(fieldsOfText(slip, 'receipt').dates_of_service).toEqual(['2025-09-25', '2025-10-02', '2025-10-09']);
  });
});
