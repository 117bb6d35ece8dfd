// Further habits: labels in odd words, addresses in odd places, amounts of bills, ranges of days, appeals told in other words.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

/** The fields of a letter that says `text` below its salutation. */
function told(text: string): Fields {
  return fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${text}\n`);
}

/** The fields of a letter that says `text` in its part about rights. */
function rights(title: string, text: string): Fields {
  return told(`\n${title}\n\n${text}`);
}

describe('days written together', () => {
  it.each([
    ['04/06/2026-04/09/2026', ['2026-04-06', '2026-04-09']],
    ['4/6/26-4/9/26', ['2026-04-06', '2026-04-09']],
    ['04/06-04/09/2026', ['2026-04-06', '2026-04-09']],
    ['3/3 to 3/6/2026', ['2026-03-03', '2026-03-06']],
    ['4/6, 4/8 and 4/10/2026', ['2026-04-06', '2026-04-08', '2026-04-10']],
    ['3-6 April 2026', ['2026-04-03', '2026-04-06']],
    ['12/28-01/03/2026', ['2025-12-28', '2026-01-03']],
    ['December 28 through January 3, 2026', ['2025-12-28', '2026-01-03']],
    ['Apr-06-2026', ['2026-04-06']],
  ])('%j', (words, dates) => {
    expect(fieldsOf(`Dates of service: ${words}`).dates_of_service).toEqual(dates);
  });
});

describe('labels in odd words', () => {
  it.each([
    ['Individual: Arlo Penhaligon', 'Arlo Penhaligon'],
    ["Patient's full name: Arlo Penhaligon", 'Arlo Penhaligon'],
    ['Name of person receiving care: Arlo Penhaligon', 'Arlo Penhaligon'],
    ['RE: Arlo Penhaligon, ID PQR4011822', 'Arlo Penhaligon'],
    ['Regarding: Arlo Penhaligon', 'Arlo Penhaligon'],
    ['Covered individual: Arlo Penhaligon', 'Arlo Penhaligon'],
    ['Dependent: Arlo Penhaligon', 'Arlo Penhaligon'],
  ])('of the member: %j', (line, name) => {
    expect(fieldsOf(line).member_name).toBe(name);
  });

  it.each([
    ['Requesting practitioner: Ines Halloway', 'Ines Halloway'],
    ['Health care provider: Tarn Valley Clinic', 'Tarn Valley Clinic'],
    ['Referred to: Tarn Valley Clinic', 'Tarn Valley Clinic'],
    ['Treating facility: Tarn Valley Clinic', 'Tarn Valley Clinic'],
    ['Ordered by: Ines Halloway, MD', 'Ines Halloway, MD'],
    ['Provider/Facility: Tarn Valley Clinic', 'Tarn Valley Clinic'],
    ['Billing entity: Tarn Valley Clinic', 'Tarn Valley Clinic'],
    ['Who sent the request: Tarn Valley Clinic', 'Tarn Valley Clinic'],
  ])('of the provider: %j', (line, name) => {
    expect(fieldsOf(line).provider).toBe(name);
  });

  it.each([
    ['Group name/no.: Tri-Pine Paper / 71150-B', '71150-B'],
    ['Group/Account: 71150', '71150'],
    ['Grp: 71150-B', '71150-B'],
    ['Plan no. 71150', '71150'],
  ])('of the group: %j', (line, number) => {
    expect(fieldsOf(line).group_number).toBe(number);
  });

  it.each([
    ['Claim reference: 26-C-118044', ['26-C-118044']],
    ['Claims at issue: 26118044 and 26118051', ['26118044', '26118051']],
    ['Claim(s): 26-118044; 26-118051', ['26-118044', '26-118051']],
    ['Your claim number 26-118044 was denied.', ['26-118044']],
    ['Re: Claim 26-118044 for services of May 2, 2026', ['26-118044']],
    ['Document control number: 26118044770', ['26118044770']],
  ])('of the claims: %j', (line, numbers) => {
    expect(fieldsOf(line).claim_numbers).toEqual(numbers);
  });
});

describe('where the appeal goes', () => {
  it.each([
    [
      'Not happy with this decision?',
      'Put it in writing and send it to: Brackenfold Member Relations, 400 Weir Street, Suite 3, Lindley, KS 66999. Fax: (785) 555-0101.',
    ],
    [
      'What happens next',
      'If you want us to look again, write to Brackenfold, Review Desk, 400 Weir Street, Suite 3, Lindley, KS 66999 (fax 785-555-0101) within 60 days.',
    ],
    [
      'Challenging this decision',
      'You or your doctor can appeal. Mail: 400 Weir Street, Suite 3, Lindley, KS 66999. Fax: 785.555.0101',
    ],
  ])('under %j', (title, text) => {
    const { appeal_address, appeal_fax } = rights(title, text);
    expect({ appeal_address, fax: appeal_fax?.replace(/\D/g, '') }).toEqual({
      appeal_address: '400 Weir Street, Suite 3, Lindley, KS 66999',
      fax: '7855550101',
    });
  });

  it('is the outside review after the last word of the plan, not the foot of the letter', () => {
    const { appeal_address, appeal_fax } = told(`We have decided your appeal. The denial stands.

WHERE YOU CAN GO FROM HERE

External review. You may ask the Kansas Insurance Department for an external review within 120 days
after the date of this letter:

     External Review Section
     P.O. Box 3022, Topeka, KS 66612

With regards,

Ephraim Solway
Secretary to the Appeals Committee

Brackenfold Health Insurance Company, 400 Weir Street, Lindley, KS 66999`);
    expect({ appeal_address, appeal_fax }).toEqual({
      appeal_address: 'P.O. Box 3022, Topeka, KS 66612',
      appeal_fax: undefined,
    });
  });
});

describe('time to appeal', () => {
  it.each([
    ['within six months (180 days) of receiving this notice', 180],
    ['no more than 180 days after you receive it', 180],
    ['during the 60-day period that begins on the date of this notice', 60],
    ['within sixty-five calendar days of the date of this notice', 65],
    ['not later than the 60th day after the date of this notice', 60],
  ])('%j', (words, days) => {
    expect(rights('Your right to appeal', `You must file your appeal ${words}.`).appeal_deadline_days).toBe(days);
  });
});

describe('amounts', () => {
  it('of a bill', () => {
    const { billed_amount, patient_responsibility } = fieldsOfText(
      `TARN VALLEY HOSPITAL                         STATEMENT

Patient: Arlo Penhaligon

Date         Description              Amount
04/06/2026   Emergency visit          1,400.00
04/06/2026   CT scan                  2,210.00
             Total charges            3,610.00
             Insurance paid          -2,000.00
             What you owe now         1,610.00
`,
      'bill',
    );
    expect({ billed_amount, patient_responsibility }).toEqual({ billed_amount: 3610, patient_responsibility: 1610 });
  });

  it.each([
    ['Amount not payable by plan: $410.00\nTotal charge: $600.00', 600],
    ['Billed charges ........ $600.00', 600],
    ['Claim total: $600.00', 600],
    ['Amount of bill: $600.00', 600],
  ])('billed: %j', (lines, amount) => {
    expect(fieldsOf(lines).billed_amount).toBe(amount);
  });
});
