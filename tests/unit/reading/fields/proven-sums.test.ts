// What was billed and what is owed where the arithmetic of the paper proves it: parts, and what they come to.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

describe('what was billed', () => {
  it('is what the charges of all lines come to, whatever the row is called', () => {
    const statement = `TARN HEALTH           Benefit statement          March 18, 2026

  Ibis Rehab           01/20/2026   97110   exercises     $ 95.00   $ 76.00
  Ibis Rehab           01/27/2026   97140   therapy       $ 72.00   $  0.00
  Fell Imaging         02/03/2026   75574   scan        $1,890.00   $  0.00
  All of these                                          $2,057.00   $ 76.00
`;
    expect(fieldsOfText(statement, 'eob').billed_amount).toBe(2057);
  });

  it('is the last of the amounts behind the word where it sums the others', () => {
    const statement = `TARN HEALTH           Benefit statement          March 18, 2026

Claim 26-0441-77   Ibis Rehab
   97110   charge  165.00    paid  115.00    you  50.00
   97140   charge   48.00    paid    0.00    you  48.00
Claim 26-0441-92   Fell Imaging
   75574   charge  340.00    paid    0.00    you 340.00
           charge  553.00    paid  115.00    you 438.00
`;
    expect(fieldsOfText(statement, 'eob')).toMatchObject({ billed_amount: 553, patient_responsibility: 438 });
  });

  it('is not what the charges come to where that is said to be owed or paid', () => {
    const letter = (whole: string): string =>
      `TARN HEALTH\nMarch 18, 2026\n\nDear Ivo Tamsin,\n\nWe can't pay for two services.\n\n   02/26/2026   72148   lumbar MRI     $1,640.00\n   02/26/2026   72100   x-ray            $210.00\n\n${whole} $1,850.00\n`;
    expect(fieldsOfText(letter('Both together:'), 'denial-letter').billed_amount).toBe(1850);
    expect(fieldsOfText(letter('You may owe:'), 'denial-letter').billed_amount).toBeUndefined();
    const drugs = `TARN SCRIPTS        Your drugs in April

Filled     Drug                        Plan paid     You paid
04/03/26   metformin 500 mg                11.20        10.00
04/22/26   apixaban 5 mg                   14.75        12.00
This time                                  25.95        22.00
`;
    expect(fieldsOfText(drugs, 'eob').billed_amount).toBeUndefined();
  });
});

describe('what the patient owes', () => {
  it('is what its parts come to', () => {
    const statement = (owed: string): string =>
      `TARN HEALTH           Benefit statement          March 18, 2026\n\nPatient: Ivo Tamsin\n\n${owed}\n`;
    expect(
      fieldsOfText(statement('Your responsibility:  deductible 500.00   coinsurance 45.00   = 545.00'), 'eob')
        .patient_responsibility,
    ).toBe(545);
    expect(
      fieldsOfText(statement('What you owe    Ivo $240.00    Orla $0.00    Mia $59.50    all $299.50'), 'eob')
        .patient_responsibility,
    ).toBe(299.5);
    expect(
      fieldsOfText(
        statement('WHAT YOU OWE    Ivo  111.90     Mia  438.00\n                                All  549.90'),
        'eob',
      ).patient_responsibility,
    ).toBe(549.9);
  });

  it('is proven by two sums in a row that begins with another word than "total"', () => {
    const table = `TARN HEALTH           Decision on two claims         June 12, 2026

   Claim         Date         Billed      We paid    You owe
   26E-118843    04/14/2026    280.00       0.00      280.00
   26E-120071    05/06/2026    280.00      40.00      240.00
   Fell Creek Physical Therapy 560.00      40.00      520.00
`;
    expect(fieldsOfText(table, 'denial-letter')).toMatchObject({ billed_amount: 560, patient_responsibility: 520 });
  });

  it.each([
    ['Hospital may ask you for    $1,962.00'],
    ['You may be asked for   1,962.00'],
    ['Possible patient balance    1,962.00'],
    ['Left to the member    1,962.00'],
    ['DUE FROM YOU  (copay)    $1,962.00'],
    ["Participant's responsibility   $1,962.00"],
    ['Necessity was not questioned. Your liability: $1,962.00.'],
  ])('stands beside "%s"', (line) => {
    const statement = `TARN HEALTH           Benefit statement          March 18, 2026\n\nPatient: Ivo Tamsin\n\nBilled   $2,000.00\n${line}\n`;
    expect(fieldsOfText(statement, 'eob').patient_responsibility).toBe(1962);
  });
});
