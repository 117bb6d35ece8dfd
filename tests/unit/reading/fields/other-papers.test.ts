// Days, sums and codes of papers that decide nothing: bills, receipts, notes, records of scores, forms.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

const BILL = [
  'COLDWATER BAY CLINIC',
  'STATEMENT',
  '',
  'Statement date   07/10/2026        Account   CB-40917',
  'Patient          Arlo Penhaligon   Due date  08/09/2026',
  '',
].join('\n');

describe('rows of an account', () => {
  it('are days of service only where something was done', () => {
    const fields = fieldsOfText(
      `${BILL}
   04/28/2026   99283   Emergency visit                    780.00
   04/28/2026   L4360   Walking boot                       340.00
   06/01/2026           Oatfield Mutual pmt               -512.00
   06/02/2026           Oatfield: boot refused, no approval   0.00
   06/03/2026           Oatfield Mutual, claim 26-C-119       0.00 paid
   06/15/2026           Check 118, thank you              -150.00
                        PLEASE PAY        $458.00   by 08/09/2026
`,
      'bill',
    );
    expect(fields.dates_of_service).toEqual(['2026-04-28']);
    expect(fields.letter_date).toBe('2026-07-10');
  });

  it('may name how a service was paid behind its amount', () => {
    const fields = fieldsOfText(
      `RECEIPT FOR SERVICES
Client:  Arlo Penhaligon

 Date         Place      Code     Dx        Fee      Paid     How
 03/03/2026   office     90837    F41.1     160      160      card
 03/17/2026   video      90837    F41.1     160      160      check 31
                                            320      320      Balance due 0
`,
      'receipt',
    );
    expect(fields.dates_of_service).toEqual(['2026-03-03', '2026-03-17']);
    expect(fields.patient_responsibility).toBe(0);
  });

  it('leave out the year that the closing date says', () => {
    const fields = fieldsOfText(
      `DUNMORE HAND THERAPY
ACCOUNT STATEMENT FOR   Arlo Penhaligon
Closing date            June 30, 2026

        06/02   payment, check 207                              -60.00
        06/08   97110 x2, 97140            charge 225.00    ins. pending
        06/15   97110 x2, 97530            charge 240.00    ins. pending

        Charges this month, all lines                          $465.00
`,
      'bill',
    );
    expect(fields.dates_of_service).toEqual(['2026-06-08', '2026-06-15']);
    expect(fields.billed_amount).toBe(465);
  });

  it('end with what is owed by its age and in all', () => {
    const fields = fieldsOfText(
      `${BILL}
Date        Description                 Charges     Credits     Balance
04/28/26    11102  biopsy of skin        310.00                  310.00
04/28/26    88305  pathology             180.00                  490.00
06/01/26    Oatfield: paid 11102                     140.00      350.00

   CURRENT       30 DAYS       60 DAYS       90 DAYS+       AMOUNT DUE
      0.00          0.00        350.00           0.00          $350.00
`,
      'bill',
    );
    expect(fields.patient_responsibility).toBe(350);
    expect(fields.billed_amount).toBe(490);
  });
});

describe('what is owed', () => {
  it('is the debt of a collector, not what was paid on it', () => {
    const fields = fieldsOfText(
      `GANNET RECOVERY, INC.

As of March 31, 2026 you owed               $900.00
  you paid or were credited                -   100.00
Total amount of the debt now                $800.00
`,
      'bill',
    );
    expect(fields.patient_responsibility).toBe(800);
  });

  it('is what a rate in brackets comes to', () => {
    const fields = fieldsOfText(
      `${BILL}
   04/08/2026   Room and board, 2 days              2,840.00
                YOU OWE (copay, 2 days at $395)       790.00
`,
      'bill',
    );
    expect(fields.patient_responsibility).toBe(790);
  });

  it('is the total of a receipt for several things', () => {
    const fields = fieldsOfText(
      `ALDER STREET PHARMACY
03/11/26  10:42

Rx 0771842  drug one
YOU PAY                         40.00
Rx 0771843  drug two
YOU PAY                          5.00
TOTAL                           45.00
`,
      'receipt',
    );
    expect(fields.patient_responsibility).toBe(45);
  });
});

describe('records', () => {
  it('of scores have a visit in each row, but for those nobody came to', () => {
    const fields = fieldsOfText(
      `MEASUREMENT LOG
client: Arlo Penhaligon     chart 22091

date         PHQ-9   GAD-7   on what                rater
----------   -----   -----   --------------------   -----
2026-01-09     19      14    drug one, wk 9         IT
2026-02-06     18      13    drug two, wk 2         IT
2026-03-06      -       -    no show
2026-04-03     11       9    drug two, wk 10        IT
`,
      'medical-record',
    );
    expect(fields.dates_of_service).toEqual(['2026-01-09', '2026-02-06', '2026-04-03']);
  });

  it('of a stay bear the day of discharge', () => {
    const fields = fieldsOfText(
      `DISCHARGE SUMMARY
Patient: Arlo Penhaligon     DOB 04/19/1970
Adm 01/08/2026   Disch 01/15/2026   Attending: Ines Brandvold, MD
`,
      'medical-record',
    );
    expect(fields.dates_of_service).toEqual(['2026-01-08', '2026-01-15']);
    expect(fields.letter_date).toBe('2026-01-15');
  });

  it('are dated when they were reported; the range of a test is no day', () => {
    const fields = fieldsOfText(
      `FINAL REPORT
PATIENT    PENHALIGON, ARLO        DOB 12/09/1983
COLLECTED  04/18/2026 08:05            REPORTED 04/19/2026 06:47

TEST              RESULT     REFERENCE
WBC                 6.1      3.8-10.8
`,
      'medical-record',
    );
    expect(fields.letter_date).toBe('2026-04-19');
    expect(fields.dates_of_service).toEqual(['2026-04-18']);
  });

  it('are dated by the visit, not by the print of a copy', () => {
    const fields = fieldsOfText(
      `CHART COPY                    printed 02/18/2026
Patient: Arlo Penhaligon      DOB: 04/11/1979
Visit:   02/12/2026           Clinician: Ines Brandvold, MD
`,
      'medical-record',
    );
    expect(fields.letter_date).toBe('2026-02-12');
  });

  it.each([
    ['Level 4, 99214.', ['99214']],
    ['Ultrasound of the wrist, 76882. Staff to check.', ['76882']],
    ['O:  97530  23 min  board, jar lids', ['97530']],
    ['Patient: Arlo Penhaligon     Chart 11807', undefined],
  ])('name procedures in passing: %s', (line, codes) => {
    const fields = fieldsOfText(`PROGRESS NOTE\nDate of visit: 03/02/2026\n\n${line}\n`, 'medical-record');
    expect(fields.codes?.cpt_hcpcs).toEqual(codes);
  });

  it('name a diagnosis without a point in brackets behind its words', () => {
    const fields = fieldsOfText(
      'PROGRESS NOTE\nDate of visit: 03/02/2026\n\nInfusion for multiple sclerosis (G35).\n',
      'medical-record',
    );
    expect(fields.codes?.icd10).toEqual(['G35']);
  });
});

describe('the date of a form', () => {
  it.each([
    ['beside a signature', 'I name  Ines Penhaligon to act for me.\n\n Arlo Penhaligon            Feb. 12, 2026\n'],
    ['in its blanks', 'Office notes  01/01/2025 to 10/31/2025\n\nSigned  Arlo Penhaligon     Date   02 / 12 / 2026\n'],
  ])('%s', (_, text) => {
    const fields = fieldsOfText(`AUTHORIZATION\n\nDecision      January 21, 2026\n${text}`, 'authorization-form');
    expect(fields.letter_date).toBe('2026-02-12');
  });

  it('stands behind the place a letter was written', () => {
    const fields = fieldsOfText(
      'WOLD HEALTH\n\nGalt Harbor, May 6, 2026\n\nDate of service    March 11, 2026\n\nDear Mr. Penhaligon,\n',
      'correspondence',
    );
    expect(fields.letter_date).toBe('2026-05-06');
  });
});
