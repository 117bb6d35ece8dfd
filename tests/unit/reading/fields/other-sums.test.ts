// Sums, days, codes and numbers to call, in layouts and wordings of insurers not met before.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

const RE = 'Member: Arlo Penhaligon\nMember ID: TVQ 4471 9036';

/** The fields of a letter that says `text` in its body. */
function told(text: string): ReturnType<typeof fieldsOf> {
  return fieldsOf(RE, 'denial-letter', `\n${text}\n`);
}

/** The fields of a statement with `table` below its head. */
function statement(table: string): ReturnType<typeof fieldsOf> {
  return fieldsOfText(
    `TARN HEALTH PLAN\nEXPLANATION OF BENEFITS - this is not a bill\n\nStatement date: March 10, 2026\nMember: Arlo Penhaligon\nMember ID: TVQ 4471 9036\n\n${table}\n`,
    'eob',
  );
}

describe('what was billed', () => {
  it.each([
    ['Amount in dispute: $1,386.20', 1386.2],
    ['Billed: $4,275.00', 4275],
    ['Total of charges      $28,316.45', 28316.45],
    ['Claim amount ...... $912.00', 912],
    ['Charges under review: $640.00', 640],
    ['Billed charges: 2,310.50', 2310.5],
    ['Amount billed by provider: $77.10', 77.1],
    ['Total charge    $1,900.00      Amount paid    $0.00', 1900],
    ['Provider billed: $530.00', 530],
    ['Dollar amount in dispute: $88.00', 88],
  ])('beside its label: %j', (line, value) => {
    expect(fieldsOf(`${RE}\n${line}`).billed_amount).toBe(value);
  });

  it.each([
    ["The surgeon's charge is $900.00 and the center's $250.00, together $1,150.00.", 1150],
    ['You sent us four bills, $640.00 in all, for rides to dialysis.', 640],
    ['The hospital billed $12,400.00 for the stay.', 12400],
    ["The surgeon's estimate is $9,480.00.", 9480],
    ['The claims come to $2,104.00.', 2104],
    ['The claim, in the amount of $715.00, was not paid.', 715],
    ['The total charge was $3,310.75.', 3310.75],
    ['We received a bill for $1,024.00 from the clinic.', 1024],
    ['The charges, totaling $5,220.40, are denied.', 5220.4],
    ['The billed amount was $410.00; nothing was paid.', 410],
  ])('in a sentence: %j', (text, value) => {
    expect(told(text).billed_amount).toBe(value);
  });

  it('is the sum under the column without a word', () => {
    const table = `   Claim              Visit        Who                            Code     Charge
   -----------------  -----------  -----------------------------  ------   --------
   25-266-0031-7      09/17/2025   Alder Endocrinology            99214     $218.00
   25-266-0048-2      09/18/2025   Reed Imaging                   76536     $464.00
                                                                           --------
                                                                            $682.00`;
    expect(told(table).billed_amount).toBe(682);
  });

  it('of a bill is the sum of its charges', () => {
    const bill = `ALDER ANESTHESIA GROUP, PLLC                              PATIENT STATEMENT
PO Box 900417, Lindley, KS 66999

   Patient: Arlo Penhaligon
   Date         Description                                        Charges        Balance
   ----------   -----------------------------------------------   ----------     ----------
   02/24/2026   00840 Anesthesia, lower abdomen                     1,638.00       1,638.00
   02/24/2026   64488 Nerve block                                     520.00       2,158.00
   03/20/2026   Insurance payment, Tarn Health                       -702.40       1,455.60
                PLEASE PAY THIS AMOUNT                                            $1,455.60
`;
    const fields = fieldsOfText(bill, 'bill');
    expect(fields.billed_amount).toBe(2158);
    expect(fields.patient_responsibility).toBe(1455.6);
  });
});

describe('what the patient owes', () => {
  it.each([
    ['What you might be billed: $512.00 by Alder Skin Associates.', 512],
    ['You could be billed by the clinic: $88.00', 88],
    ['Amount you may have to pay: $301.00', 301],
    ['YOUR RESPONSIBILITY .......... $973.60', 973.6],
    ['Your total cost share: $45.00', 45],
    ['The most you can be billed: $310.00', 310],
    ['Member liability: $120.00', 120],
    ['Patient owes: 61.50', 61.5],
    ['You may owe the hospital: $641.32', 641.32],
    ['Balance due: $77.00', 77],
  ])('beside its label: %j', (line, value) => {
    expect(fieldsOf(`${RE}\n${line}`).patient_responsibility).toBe(value);
  });

  it.each([
    ['You do not owe the clinic anything for these visits.', 0],
    ['The clinic agreed to hold harmless the family for these visits.', 0],
    ['The hospital may not bill you for any part of this claim.', 0],
    ['You owe nothing for this service.', 0],
    ['You are responsible for $412.00 of this bill.', 412],
    ['The member owes nothing more for the reduction. Her share is the deductible shown below, $1,850.00.', 1850],
  ])('in a sentence: %j', (text, value) => {
    expect(told(text).patient_responsibility).toBe(value);
  });

  it('is the total below the column of the patient', () => {
    const table = `   Line  Date       Code    What it was                      Charge      Paid   Patient
   ----  ---------  ------  ----------------------------  ---------  --------  --------
    1    12/15/25   0340U   Tumor DNA                      3,920.00      0.00  3,920.00
    2    12/15/25   P9603   Collector's trip                  61.50      0.00     61.50
   ----  ---------  ------  ----------------------------  ---------  --------  --------
         TOTAL                                             3,981.50      0.00  3,981.50`;
    const fields = statement(table);
    expect(fields.billed_amount).toBe(3981.5);
    expect(fields.patient_responsibility).toBe(3981.5);
  });
});

describe('days of service', () => {
  it.each([
    ['Dr. Halloway wishes to operate on June 9 at Alder Hospital.', ['2026-06-09']],
    ['The surgery is planned for June 18, 2026.', ['2026-06-18']],
    ['This is about the operation which Dr. Finn did on March 30, 2026.', ['2026-03-30']],
    [
      'It is about two claims (dates of service March 2 and March 30, 2026; Alder Audiology).',
      ['2026-03-02', '2026-03-30'],
    ],
    ['You were admitted on March 3, 2026 and stayed two nights.', ['2026-03-03']],
    ['The scan was done on April 1, 2026.', ['2026-04-01']],
    ['The brace, furnished on April 6, 2026, is not covered.', ['2026-04-06']],
    ['The visits of March 3, 10 and 17, 2026 are not paid.', ['2026-03-03', '2026-03-10', '2026-03-17']],
    ['Your stay from March 3 to March 9, 2026 is not paid.', ['2026-03-03', '2026-03-09']],
    ['On April 6, 2026 you were seen in the emergency room.', ['2026-04-06']],
    ['The drug was filled on April 2, 2026.', ['2026-04-02']],
    ['Care provided between 03/03/2026 and 03/09/2026 is denied.', ['2026-03-03', '2026-03-09']],
  ])('in a sentence: %j', (text, days) => {
    expect(told(text).dates_of_service).toEqual(days);
  });

  it.each([
    ['Stay        04/13/2026 - 04/19/2026', ['2026-04-13', '2026-04-19']],
    ['Date(s) of service    April 2 through April 4, 2026', ['2026-04-02', '2026-04-04']],
    ['Trip ....... April 21, 2026, home to Alder Hospital', ['2026-04-21']],
    ['From/through: 03/03/2026 - 03/09/2026', ['2026-03-03', '2026-03-09']],
    ['Dates you were in the hospital: March 3, 2026 to March 9, 2026', ['2026-03-03', '2026-03-09']],
    ['Treatment period: 03/03/2026 to 04/02/2026', ['2026-03-03', '2026-04-02']],
    ['Visit(s): 03/03/26, 03/10/26', ['2026-03-03', '2026-03-10']],
    ['How many?   300 each month for 6 months, from 03/15/2026 to 09/14/2026', ['2026-03-15', '2026-09-14']],
    ['Service dates requested: 06/01/2026-08/30/2026', ['2026-06-01', '2026-08-30']],
    ['Date of surgery    June 9, 2026', ['2026-06-09']],
  ])('beside a label: %j', (line, days) => {
    expect(fieldsOf(`${RE}\n${line}`).dates_of_service).toEqual(days);
  });
});

describe('adjustment codes', () => {
  it.each([
    ['02/10/26  98941     62.00      0.00      62.00       0.00   119 N362', ['119'], ['N362']],
    ['02/10/26  98941     62.00      0.00      62.00       0.00   CO-97 / M15', ['97'], ['M15']],
    ['02/10/26  98941     62.00      0.00      62.00       0.00   PR204', ['204'], []],
    ['02/10/26  98941     62.00      0.00      62.00       0.00   OA 23, N770', ['23'], ['N770']],
  ])('on a line: %j', (line, carc, rarc) => {
    const table = `Date      Code     Charge   Allowed   Not covered   We paid   Note\n${line}\n\nNOTES\n119   Your plan has a number for this in a year and you have come to the end of it.\n`;
    const { codes } = statement(table);
    expect(codes?.carc).toEqual(carc);
    expect(codes?.rarc).toEqual(rarc);
  });

  it.each([
    ['First notice: March 18, 2026 (code 40)', ['40'], []],
    ['The claim was denied (codes 16 and N706).', ['16'], ['N706']],
    ['Denial reason code: 197', ['197'], []],
    ['The claim came back with CARC 29.', ['29'], []],
    ['Group and reason code CO 50, remark code N115.', ['50'], ['N115']],
    ['Explanation code 96 with remark N130.', ['96'], ['N130']],
  ])('in a letter: %j', (text, carc, rarc) => {
    const { codes } = told(text);
    expect(codes?.carc).toEqual(carc);
    expect(codes?.rarc).toEqual(rarc);
  });

  it('are not the notes of the payer with numbers of its own', () => {
    const table = `Date      Tooth  Procedure                Fee    Plan paid   Patient pays  Msg
09/04/25         D0274 Bitewings, four    78.00        0.00        51.00    14
09/18/25   30    D2740 Crown, ceramic  1,340.00        0.00         0.00    31

MESSAGES ON THIS CLAIM
  14   One set in any twelve months. We paid for a set taken at another office.
  31   We can't tell yet. Twice we asked the office to let us have the film of the tooth.`;
    expect(statement(table).codes?.carc ?? []).toEqual([]);
  });
});

describe('the number to call about an appeal', () => {
  const rights = (text: string): string | undefined =>
    fieldsOf(
      RE,
      'denial-letter',
      `\nHOW TO APPEAL\n\nYou may appeal within 180 days of receiving this letter. Send it to\n\n    Tarn Appeals, PO Box 55, Lindley, KS 66999\n    Fax 785-555-0143\n\n${text}\n`,
    ).appeal_phone;
  it.each([
    [
      "Questions about an appeal that's been filed: 785-555-0125. Questions about claims: 1-877-555-0120.",
      '785-555-0125',
    ],
    ['Member services 1-800-555-0114. Appeals status only 785-555-0116.', '785-555-0116'],
    ["You may reach the review officer's desk at 785-555-0126.", '785-555-0126'],
    ['Call me at 785-555-0184 with questions about this decision. Claims: 1-888-555-0181.', '785-555-0184'],
    ['Customer care 1-800-555-0147. Appeal line 785-555-0142.', '785-555-0142'],
    ['To file by telephone call the Grievance Coordinator at 785-555-0176.', '785-555-0176'],
    ['By phone, expedited   1-888-555-0161      standard  1-888-555-0160', '1-888-555-0160'],
    ['Appeals desk: (785) 555-0190, Monday to Friday.', '(785) 555-0190'],
    ['If you need help with your appeal, call 785-555-0199.', '785-555-0199'],
    ['Phone for appeals: 785.555.0177', '785.555.0177'],
  ])('%j', (text, phone) => {
    expect(rights(text)).toBe(phone);
  });

  it('is no fax', () => {
    const fields = fieldsOf(
      RE,
      'eob',
      '\nIf you think a claim was handled wrong you can appeal in writing within 180 days.\n\n    Tarn Appeal Unit\n    PO Box 2290\n    Lindley, KS 66999\n    785-555-0109 (fax)\n',
    );
    expect(fields.appeal_fax).toBe('785-555-0109');
    expect(fields.appeal_phone).toBeUndefined();
  });
});

describe('numbers of groups, claims and cases', () => {
  it.each([
    ['Member 0099-31884  |  Group LC01', 'LC01'],
    ['Group #: 71150', '71150'],
    ['Group: 70-3381 (Sunflower Grain Elevators)', '70-3381'],
    ['Employer group ...... 0031-PS (Pelham Boatworks)', '0031-PS'],
    ['Employer: Tri-Pine Paper      Group no.   TP-4410', 'TP-4410'],
    ['Group name: Mesa Credit Union     Group no.: C-118830', 'C-118830'],
    ['GROUP/DIVISION  884120 / 02', '884120 / 02'],
    ['Grp 7715-B', '7715-B'],
    ['Group ID W-3308', 'W-3308'],
    ['Plan sponsor no.: 5520-17', '5520-17'],
    ['Your group number is HL-0550.', 'HL-0550'],
    ['Policyholder: Reed Motors    Policy/Group: 99-18820', '99-18820'],
  ])('group: %j', (line, id) => {
    expect(fieldsOf(`${RE}\n${line}`).group_number).toBe(id);
  });

  it.each([
    ['Claims: 26-110-A44, 26-110-A45', ['26-110-A44', '26-110-A45']],
    ['Claim(s)              T2604-90177, T2604-90178', ['T2604-90177', 'T2604-90178']],
    ['CLAIM 1   No. 260219-AA-0071     Alder Chiropractic', ['260219-AA-0071']],
    ['Claim ID# 8807-25-331-04', ['8807-25-331-04']],
    ['Claim number(s): 5071-883-2 and 5071-884-0', ['5071-883-2', '5071-884-0']],
    ['ICN 2026 0714 8831', ['2026 0714 8831']],
    ['Our claim no. is 88-104-22', ['88-104-22']],
    ['Claim reference .... 3-2025-0714-8831', ['3-2025-0714-8831']],
    ['RE: Claim           GR-2026-0710-22871', ['GR-2026-0710-22871']],
    ['Document control no. 26130-55-0091', ['26130-55-0091']],
  ])('claims: %j', (line, ids) => {
    expect(fieldsOf(`${RE}\n${line}`).claim_numbers).toEqual(ids);
  });

  it('an approval in a sentence over two lines', () => {
    expect(
      told('The ultrasound on April 18 had been authorized by\nus, number AU-552817. It is not a promise to pay.')
        .authorization_number,
    ).toBe('AU-552817');
  });
});
