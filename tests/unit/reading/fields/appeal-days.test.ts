// How many days there are for an appeal, and from when they count, where other limits stand near.
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../helpers/fields.ts';

/** The days a letter gives for an appeal, and what they count from. */
function days(words: string): unknown[] {
  const fields = fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${words}\n`);
  return [fields.appeal_deadline_days, fields.appeal_deadline_from];
}

describe('the days for an appeal', () => {
  it.each([
    [
      'stand behind the name of a dispute',
      'Do not bill the patient. Provider disputes: 90 days from run date.',
      [90, 'notice-date'],
    ],
    ['are told in short', 'Appeal in 180 days from the day you got this letter:', [180, 'receipt']],
    ['begin when one is notified', 'Appeals: 180 days from the day you are notified.', [180, 'receipt']],
    ['stand behind a title', 'Appeals. 180 days from the day you receive this.', [180, 'receipt']],
    [
      'stand beside the time for the answer',
      'Write to the Grievance Officer within 120 days of the production date; answer in 45.',
      [120, 'notice-date'],
    ],
    [
      'are not those to keep care going',
      'You may appeal within 60 days of this notice. If you ask within 10 days of the date on this notice, the hours you have now may continue.',
      [60, 'notice-date'],
    ],
    [
      'are not those to keep what one has during the appeal',
      'YOU CAN APPEAL\n\n* You have 60 calendar days from the date of this letter.\n\nIf we cut a service, you can keep it during the appeal if you ask within 10 days.',
      [60, 'notice-date'],
    ],
    [
      'may be counted on: for so many',
      'You can appeal for 180 days from the date of this statement.',
      [180, 'notice-date'],
    ],
    [
      'begin when a paper reaches one',
      'You may contest this within 180 days after this statement reaches you.',
      [180, 'receipt'],
    ],
    [
      'begin with what is said before',
      'You may appeal. From the date of this notice you have 65 calendar days.',
      [65, 'notice-date'],
    ],
    [
      'are not those before a meeting',
      'If your appeal comes less than 30 days before a meeting, it is heard at the next. You have 180 days after you receive this notice.',
      [180, 'receipt'],
    ],
    [
      'are not those that follow the answer',
      'You can appeal. You have 60 days from the date of this letter. You can ask for a fair hearing. You have 120 days from the day of our appeal letter.',
      [60, 'notice-date'],
    ],
    [
      'are not those for paying',
      'Pay by check within 45 days of the notice date, or dispute our findings in writing within 30 days of the notice date.',
      [30, 'notice-date'],
    ],
    [
      'are not those that have gone by',
      'Your request was filed 97 days after you received our first decision on the appeal.',
      [undefined, undefined],
    ],
    [
      'are told to whoever is not happy',
      'Not happy? Tell us within 180 days after this letter reaches you.',
      [180, 'receipt'],
    ],
    [
      'are for a decision, not until one',
      'You may appeal this decision within 180 days of receiving it. A decision follows in 60 days.',
      [180, 'receipt'],
    ],
    [
      'are not those in which one hears',
      'To appeal, let us have your letter within 180 days after you get this. You will hear in 30 days.',
      [180, 'receipt'],
    ],
    [
      'are those of the member',
      'Providers: reconsideration within 90 days of this letter. Members: if you disagree, appeal within 60 days of this letter.',
      [60, 'notice-date'],
    ],
    [
      'are not those of a time that is over',
      'An appeal had to be with us within 180 days of receipt, which ran out on March 3. If you had a reason, send proof within 30 days of the date of this letter.',
      [30, 'notice-date'],
    ],
    [
      'are not those to keep what goes on',
      'You have 60 days from the date on this notice to ask for an appeal. If you appeal within 10 days of this notice and ask for it, the visits you have now go on.',
      [60, 'notice-date'],
    ],
    [
      'are not those in which the plan pays',
      'Ask us to reconsider. Within 30 days we will pay or ask for more.',
      [undefined, undefined],
    ],
    [
      'are those of the next step where there is no other',
      'Ask the Commissioner for an external review within 120 days of receiving this letter.',
      [120, 'receipt'],
    ],
    [
      'may be years, of which what they count from is read',
      'You can appeal within two years of the date of this letter.',
      [undefined, 'notice-date'],
    ],
    [
      'may be years from the day one has the paper',
      'Appeals: you have two years by law, counted from the date you received this notice.',
      [undefined, 'receipt'],
    ],
    ['may count from this date', 'Appeals: write within 45 days of this date.', [45, 'notice-date']],
    [
      'count from the day one has the paper, though its date is named',
      'You may appeal within 60 days of the date on which you receive this letter.',
      [60, 'receipt'],
    ],
    [
      'are not those to send more to whoever decides next',
      'We sent your appeal on. If you want to send it more, do so within 10 days of this letter.',
      [undefined, undefined],
    ],
  ])('%s', (_, words, expected) => {
    expect(days(words)).toEqual(expected);
  });
});

describe('the last day for an appeal', () => {
  it.each([
    'You may appeal. Deadline: 180 days from the date on this notice (August 26, 2026)',
    'YOU CAN APPEAL\n\n* You have 60 calendar days from the date of this letter. The last day is August 26, 2026.',
    'You may appeal within 60 days of the date of this letter, that is, by August 26, 2026.',
    'You may ask us to look again by writing before August 26, 2026.',
    'You have until August 26, 2026 to appeal.',
    'Write to us. The last day for us to get your dispute is August 26, 2026.',
    'To appeal, write to the Board before the close of business on August 26, 2026.',
    'You may appeal. The last day on which we can take an appeal is August 26, 2026.',
    'This is called an appeal. Please send it so that we have it no later than August 26, 2026.',
  ])('is read in %j', (words) => {
    expect(fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${words}\n`).appeal_deadline_date).toBe('2026-08-26');
  });

  it('is read under a title at the head of a page', () => {
    const pages =
      'Ostrow Health\n\nJune 27, 2026\n\nDear Ms. Can:\n\nYou asked for a chair. We denied it.\n\fOstrow Health\nYOU CAN APPEAL\nThe last day is August 26, 2026.';
    expect(fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${pages}\n`).appeal_deadline_date).toBe('2026-08-26');
  });

  it.each([
    'An appeal goes to the desk below. You were without cover until January 1, 2026.',
    'There is no further appeal. You may bring suit under ERISA section 502(a), in federal court, by May 12, 2028.',
    'Send the two papers and we look again without an appeal if they come by August 26, 2026.',
  ])('is not read in %j', (words) => {
    expect(fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${words}\n`).appeal_deadline_date).toBeUndefined();
  });
});
