// Which decision a letter tells, and which printed day is the last one for an appeal.
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../helpers/fields.ts';

describe('the level of the decision', () => {
  it.each([
    [
      'Reconsideration of the claims below has been completed. The original disposition is maintained.',
      'first-level-upheld',
    ],
    ['Appeal no.    L1-2026-0773', 'first-level-upheld'],
    ['RECONSIDERATION: WE STAND BY OUR DECISION', 'first-level-upheld'],
    ['RE: Outcome of your Stage 2 grievance, heard April 16, 2026', 'second-level-upheld'],
    ['DECISION ON YOUR SECOND REQUEST FOR REVIEW', 'second-level-upheld'],
    ['Office of the Second Level Panel', 'second-level-upheld'],
    ['Result of the appeal: denied', 'first-level-upheld'],
    ['Appeal: QA-605-2218', 'first-level-upheld'],
    ["We have read your client's appeal of June 2.", 'first-level-upheld'],
    ['For that reason the appeal is dismissed.', 'first-level-upheld'],
    ['Board of Trustees - Appeals Committee', 'first-level-upheld'],
    ['Office of Administrative Hearings', 'external-review-upheld'],
    ['Independent External Review under State Law', 'external-review-upheld'],
    ['In your letter you ask us to change our decision of May 2.', 'first-level-upheld'],
    ['Reconsideration no. QR-2604-0188', 'first-level-upheld'],
    ['You appealed for the second time our refusal to pay.', 'second-level-upheld'],
    ['You may owe $40.00. Thank you for your appeal, which we have decided.', 'first-level-upheld'],
    ['Member ID: 553 201 77', 'initial-denial'],
  ])('in "%s"', (block, level) => {
    expect(fieldsOf(block).appeal_level).toBe(level);
  });

  it.each([
    'A second level request is due 90 days from the date of this letter.',
    'Ask us to reconsider within 6 months from the date of this letter.',
    'You have 120 days from the date of our appeal decision to ask for a hearing.',
    'Second-level appeal to the Benefits Committee: within 60 days.',
    'Second level. If you disagree, write to us.',
    'Provider second level: once, within 60 days of the decision.',
    'External review follows the second level.',
    'If we uphold the denial an independent entity reviews it.',
    'Your appeal of any of them must be made within 180 days.',
    'Do you want us to look again? Write to us.',
    'Send them with your appeal.',
    'The trustees decide the second appeal.',
    'Second appeal: 90 days from receipt of this form.',
  ])('is the first where only a step to come is told: "%s"', (sentence) => {
    expect(fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${sentence}\n`).appeal_level).toBe('initial-denial');
  });

  it('is not the next one because its panel stands with its address at the end', () => {
    const rest = `${'The policy pays for what it names, and this it does not name. '.repeat(12)}\nQuay Health, Second Level Panel, 220 Winch Row, Lindley, KS 66999\n`;
    expect(fieldsOf('Appeal no.    Q1-2026-0773', 'denial-letter', rest).appeal_level).toBe('first-level-upheld');
  });
});

describe('the printed last day for an appeal', () => {
  it.each([
    ['We must receive your appeal by July 14, 2026.', '2026-07-14'],
    ['If you appeal and ask us to continue the service by May 22, 2026, your hours will not change.', undefined],
    ['A civil action under section 502(a) must be filed after the appeal, by May 12, 2027.', undefined],
    ['Send the note, and no appeal is needed if it is here by June 15, 2026.', undefined],
  ])('in "%s"', (sentence, day) => {
    expect(fieldsOf('Member ID: 553 201 77', 'denial-letter', `\n${sentence}\n`).appeal_deadline_date).toBe(day);
  });

  it('is not the day by which papers are to be sent', () => {
    expect(
      fieldsOf(
        'Member ID: 553 201 77',
        'correspondence',
        '\nYour request is on hold. Please send these by June 23, 2026.\n',
      ).appeal_deadline_date,
    ).toBeUndefined();
  });
});
