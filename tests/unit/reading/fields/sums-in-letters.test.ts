// What was billed and what is owed in the words of letters: the one amount, parts, bounds and copayments.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

const letter = (words: string): string =>
  `TARN HEALTH\nMarch 18, 2026\n\nDear Ivo Tamsin,\n\n${words}\n\nSincerely,\nTarn Health\n`;

const billed = (words: string): number | undefined => fieldsOfText(letter(words), 'denial-letter').billed_amount;
const owed = (words: string): number | undefined => fieldsOfText(letter(words), 'denial-letter').patient_responsibility;

describe('what was billed', () => {
  it.each([
    ['Your claim came a year after the visit, so we cannot pay the $214.00.', 214],
    ['The office sent us claim 25CW-8841-0906 for $465.00 (99204).', 465],
    ['We have looked at claim 25302-771-00418. Charge $2,460.00.', 2460],
    ['We will not pay for the facility charge of March 15, 2026 ($1,388.00).', 1388],
    ['Charges: 99284  $1,912.00;  D7140  $340.00;  total $2,252.00', 2252],
    ['Charges: $612.00 and $405.00, together $1,017.00', 1017],
  ])('is told in "%s"', (words, sum) => {
    expect(billed(words)).toBe(sum);
  });

  it.each([
    ['The first part was paid. We did not pay the rest of the bill ($288.00).'],
    ['The emergency room charges ($3,410.00) were paid the day they came.'],
    ['You may ask for a hearing, provided the amount in dispute is $400 or more.'],
    ['   Claim A  2606-11-4401   visit 02/19/2025   $380.00\n   Claim B  2606-11-4402   visit 03/12/2026   $380.00'],
  ])('is not told in "%s"', (words) => {
    expect(billed(words)).toBeUndefined();
  });

  it('is not the first amount of a column of several', () => {
    const statement = `TARN HEALTH           Monthly report

Fell Imaging          Claim 2604-01335
     Service          Provider billed     Plan's share
     74177 scan         $1,420.00          $ 148.00
     A9698 contrast     $   60.00          $   0.00
Ibis Rehab            Claim 2604-01336
     97110 exercises    $  300.00          $  80.00
`;
    expect(fieldsOfText(statement, 'eob').billed_amount).toBeUndefined();
  });

  it('is not what a clinic asks for by now, as a log of calls tells', () => {
    const log = `Calls about claim 2620-5517

3/3/26   9:10   plan, Bert   says it is in review
3/9/26   1:15   plan, Ida    says it is in review
3/12/26  1:45   plan, Bert   bills not here. Clinic statement now $2,770.00
`;
    expect(fieldsOfText(log, 'correspondence').billed_amount).toBeUndefined();
  });
});

describe('what the patient owes', () => {
  it.each([
    ['Your share of this claim stays at $310.00.', 310],
    ['Your own cost is the emergency copay of $150.00.', 150],
    ['Ms. Krogstad owes her $75.00 copayment and no more.', 75],
    ["For these days you don't owe more than your $500 copay.", 500],
  ])('is told in "%s"', (words, sum) => {
    expect(owed(words)).toBe(sum);
  });

  it('is not the share of a premium', () => {
    expect(owed('The policy costs $402.16 each month. Your own share is $91.16.')).toBeUndefined();
  });

  it('is more than a share of nothing', () => {
    const statement = `TARN HEALTH           Benefit statement\n\n   Patient cost share        0.00\n   You may owe             620.00\n`;
    expect(fieldsOfText(statement, 'eob').patient_responsibility).toBe(620);
  });

  it('stands beside what was billed in all', () => {
    const row = 'Billed in all $322.00        We paid $36.00        You owe $176.00';
    const statement = `TARN HEALTH           Benefit statement

   July 2, 2025    98941     Billed     $82.00
                             You owe    $15.00
   July 9, 2025    97110     Billed    $240.00
                             You owe   $161.00 (or less)
   ${row}
`;
    expect(fieldsOfText(statement, 'eob')).toMatchObject({ billed_amount: 322, patient_responsibility: 176 });
  });
});
