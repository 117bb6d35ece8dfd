// Habits of letters and statements: rows that name who treated, dates without years, limits in words, labels seldom met.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

const EOB =
  'ORMOND HEALTH PLAN                     EXPLANATION OF BENEFITS\n\nMember: Arlo Penhaligon      Statement date: 01/14/2026\n\n';
const RIGHTS = '\nYour right to appeal\n\n';

function appeal(text: string): Fields {
  return fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `${RIGHTS}${text}\n`);
}

/** The fields of a letter that says `text` below its salutation. */
function told(text: string): Fields {
  return fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${text}\n`);
}

describe('who treated', () => {
  it.each([
    ['Dr. Ines Halloway asked us to cover a scan of your knee.', 'Dr. Ines Halloway'],
    ['We received a request from Tarn Valley Imaging, LLC for a scan of your knee.', 'Tarn Valley Imaging, LLC'],
    ['Your doctor, Ines Halloway, MD, asked for a scan of your knee.', 'Ines Halloway, MD'],
    ['Tarn Valley Hospital billed us for an overnight stay.', 'Tarn Valley Hospital'],
    ['This is about the care you received at Tarn Valley Hospital on May 2, 2026.', 'Tarn Valley Hospital'],
    ['We have a claim from Tarn Valley Surgeons for an operation.', 'Tarn Valley Surgeons'],
    ['The services were provided by Tarn Valley Rehab Center between May 1 and May 9.', 'Tarn Valley Rehab Center'],
    ['You asked us to cover a visit with Dr. Ines Halloway.', 'Dr. Ines Halloway'],
    ['On April 3, 2026, Tarn Valley Infusion asked us to approve four infusions.', 'Tarn Valley Infusion'],
  ])('in %j', (text, provider) => {
    expect(told(text).provider).toBe(provider);
  });

  it('is the house of the row that was refused', () => {
    expect(
      fieldsOf(`Claim K-10044   03/02/2026   Osprey Family Practice, 99213      $140.00   PAID
Claim K-10051   03/09/2026   Osprey Orthotics Center, L1832     $910.00   DENIED`).provider,
    ).toBe('Osprey Orthotics Center');
  });

  it('is the one most claims of a statement name', () => {
    const rows = [
      'Claim 77-20104   Osprey Counseling      you owe $10.00',
      'Claim 77-20105   Heron Laboratory        you owe $4.00',
    ];
    expect(
      fieldsOfText(`${EOB}${[...rows, 'Claim 77-20119   Osprey Counseling      you owe $25.00'].join('\n')}`, 'eob')
        .provider,
    ).toBe('Osprey Counseling');
    // Each claim another's: the first stands for them, to be checked.
    expect(fieldsOfText(`${EOB}${rows.join('\n')}`, 'eob').provider).toBe('Osprey Counseling');
  });
});

describe('numbers of the case', () => {
  it.each([
    ['Our ref.: UM-20418-7', 'UM-20418-7'],
    ['File no.: 7-20418-B', '7-20418-B'],
    ['Case: 88120-C', '88120-C'],
    ['Control no.: 20418-770', '20418-770'],
    ['Log no. 20418-770', '20418-770'],
    ['In reply refer to: UM-20418-7', 'UM-20418-7'],
    ['Reference: UM 20418 7', 'UM 20418 7'],
  ])('from %j', (line, number) => {
    expect(fieldsOf(`${line}\nMember: Arlo Penhaligon`).authorization_number).toBe(number);
  });

  it.each([
    ['Cert. no.: PQR 40 118 22', 'PQR 40 118 22'],
    ['Enrollee no. PQR4011822', 'PQR4011822'],
    ['Member          PQR-40118-22', 'PQR-40118-22'],
    ['Certificate holder no.: PQR4011822', 'PQR4011822'],
  ])('of the member from %j', (line, number) => {
    expect(fieldsOf(line).member_id).toBe(number);
  });

  it('lists no prescription among the claims', () => {
    const { claim_numbers, dates_of_service, billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB}Fill   Claim       Drug                  Pharmacy       Price    Plan      You
-----  ----------  --------------------  -----------  --------  ------  --------
12/02  Q55810917   metformin 500 mg      Osprey Drug     18.20    8.20     10.00
         Rx 3314402
01/09  Q55829003   Ozempic 1 mg, 2 pens  Osprey Drug    994.00    0.00    994.00
         Rx 3314871
Total                                                 1,012.20    8.20  1,004.00`,
      'eob',
    );
    expect({ claim_numbers, dates_of_service, billed_amount, patient_responsibility }).toEqual({
      claim_numbers: ['Q55810917', 'Q55829003'],
      dates_of_service: ['2025-12-02', '2026-01-09'],
      billed_amount: 1012.2,
      patient_responsibility: 1004,
    });
  });
});

describe('dates of the care', () => {
  it.each([
    ['You were in the hospital from March 3 through March 6, 2026.', ['2026-03-03', '2026-03-06']],
    ['The claim is for physical therapy on April 6, 8 and 10, 2026.', ['2026-04-06', '2026-04-08', '2026-04-10']],
    ['We cannot pay for the ambulance ride of April 6, 2026.', ['2026-04-06']],
    ['Service date(s): 04/06/2026 - 04/09/2026', ['2026-04-06', '2026-04-09']],
    ['Dates: 4/6/26 thru 4/9/26', ['2026-04-06', '2026-04-09']],
    ['Trip date: 04/06/2026', ['2026-04-06']],
    ['On April 6, 2026, you went to the emergency room of Tarn Valley Hospital.', ['2026-04-06']],
    ['You had surgery on April 6, 2026.', ['2026-04-06']],
  ])('in %j', (text, dates) => {
    expect(told(text).dates_of_service).toEqual(dates);
  });

  it.each([
    'Six sessions from April 6, 2026 to May 9, 2026 are authorized.',
    'Her referral for care is valid to April 30, 2027.',
  ])('are not those of an approval: %j', (text) => {
    expect(told(text).dates_of_service).toBeUndefined();
  });
});

describe('amounts in sentences', () => {
  it.each([
    ['The hospital charged $4,410.00. We pay nothing.', 4410],
    ['The bill was for $4,410.00.', 4410],
    ['We received a bill of $4,410.00 for the stay.', 4410],
    ['The three bills together come to $4,410.00.', 4410],
    ['Total of all charges: $4,410.00', 4410],
    ['They add up to $4,410.00.', 4410],
  ])('billed: %j', (text, amount) => {
    expect(told(text).billed_amount).toBe(amount);
  });

  it.each([
    ['You may have to pay $410.00.', 410],
    ['Your part of the cost is $410.00.', 410],
    ['The most you can be billed is $410.00.', 410],
    ['This leaves $410.00 for you to pay.', 410],
    ['You are responsible for the whole charge of $410.00.', 410],
  ])('owed: %j', (text, amount) => {
    expect(told(text).patient_responsibility).toBe(amount);
  });

  it('takes the total of all claims, its titles inside the cells', () => {
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `${EOB}Claim 26-90441     Osprey Counseling     you owe   $30.00
   01/02/2026   90837   therapy     billed  210.00   we paid  118.00
Claim 26-90442     Heron Laboratory      you owe   $95.00
   01/03/2026   80061   lipids      billed  195.00   we paid  100.00

        All claims: billed 405.00   paid 218.00   you owe 125.00`,
      'eob',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 405, patient_responsibility: 125 });
  });
});

describe('how long and where to', () => {
  it.each([
    ['You have one hundred and eighty (180) days from the date you receive this letter to appeal.', 180, 'receipt'],
    ['Appeals must reach us within sixty days of the date on this notice.', 60, 'notice-date'],
    ['If you think we are wrong, tell us within 60 calendar days after the date of this notice.', 60, 'notice-date'],
    ['File it no later than 180 days following receipt of this decision.', 180, 'receipt'],
    ['The time to appeal is 65 days. It starts on the date of this notice.', 65, 'notice-date'],
    ['Your appeal has to be in our hands 90 days from when you get this.', 90, 'receipt'],
    ['You get 180 days to ask us to take another look, counted from the day this letter came to you.', 180, 'receipt'],
  ])('%j', (text, days, from) => {
    const fields = appeal(text);
    expect({ days: fields.appeal_deadline_days, from: fields.appeal_deadline_from }).toEqual({ days, from });
  });

  it.each([
    'Mail:    Brackenfold Member Appeals, P.O. Box 220, Lindley, KS 66999\nFax:     785-555-0101\nPhone:   785-555-0102',
    'Send it to Brackenfold, Attn: Appeals, P.O. Box 220, Lindley, KS 66999, or fax it to 785-555-0101. You may also call us at 785-555-0102.',
    'Grievance and Appeals Unit\nP.O. Box 220,\nLindley, KS 66999\nF 785-555-0101\nT 785-555-0102',
  ])('%j', (text) => {
    const { appeal_address, appeal_fax, appeal_phone } = appeal(
      `You may appeal within 180 days of getting this letter.\n\n${text}`,
    );
    expect({ appeal_address, appeal_fax, appeal_phone }).toEqual({
      appeal_address: 'P.O. Box 220, Lindley, KS 66999',
      appeal_fax: '785-555-0101',
      appeal_phone: '785-555-0102',
    });
  });
});

describe('which decision it is', () => {
  it.each([
    ['We have finished the review of your appeal and will not change our decision.', 'first-level-upheld'],
    ['You asked us to reconsider our denial of April 2, 2026. We still cannot cover it.', 'first-level-upheld'],
    ['Your second appeal was heard on May 1, 2026. The denial stands.', 'second-level-upheld'],
    ['Care at level 2.1 was asked for. It is denied.', 'initial-denial'],
    ['This is our answer to the appeal you filed on April 2, 2026.', 'first-level-upheld'],
    ['The appeal committee met on May 4, 2026 and upheld the denial.', 'first-level-upheld'],
  ])('%j', (text, level) => {
    expect(told(text).appeal_level).toBe(level);
  });
});
