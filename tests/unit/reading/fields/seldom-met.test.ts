// Labels, limits and columns seldom met, in letters and statements. The papers are made up.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

/** The fields of a letter that says `text` among the rights. */
const rights = (text: string) => fieldsOf('Member: Odalys Brandt', 'denial-letter', `\nYour rights\n\n${text}\n`);

describe('the limit for an appeal', () => {
  it.each(['surgeon', 'doctor', 'prescriber'])('is not that of the %s', (who) => {
    const fields = rights(
      `1. Your ${who} may call for a reconsideration within 10 days: 1-800-555-0119.\n2. Appeal. You have 180 days after you receive this notice.`,
    );
    expect(fields).toMatchObject({ appeal_deadline_days: 180, appeal_deadline_from: 'receipt' });
  });
});

describe('where an appeal goes', () => {
  it.each([
    'If you believe we have made a mistake, write',
    'If you think our decision is wrong, write',
    'If you feel that we made an error, write',
  ])('stands behind %j', (lead) => {
    const letterhead = 'Claims: P.O. Box 444, Sugar Landing, FL 32999\n';
    const fields = fieldsOf(
      letterhead,
      'denial-letter',
      `\n${lead} to our Claim Review Committee at P.O. Box 461, Sugar\nLanding, FL 32999, within 60 days from the date of this letter.\n`,
    );
    expect(fields.appeal_address).toBe('P.O. Box 461, Sugar Landing, FL 32999');
  });
});

describe('the rule', () => {
  it.each(['v. 11', 'ver. 4.2'])('is named with its edition %s', (edition) => {
    const name = `Quadrant Exception Criteria, Skin Biologics, ${edition}`;
    expect(fieldsOf('Member: Odalys Brandt', 'denial-letter', `\nCriteria used: ${name}.\n`).criteria_cited).toBe(name);
  });
});

describe('codes of procedures', () => {
  it('stand in the column behind a name that ends in Group, which makes no number of a group', () => {
    const table = `Claim            Date         Billed by                   Code       Billed    We paid
25-190-66021     06/17/2025   Tarn Surgery Center         58571    18,940.00      0.00
25-191-01877     06/17/2025   Desert Pathology Group      88307       310.00    142.60`;
    const { codes, group_number } = fieldsOf(table);
    expect(codes?.cpt_hcpcs).toEqual(['58571', '88307']);
    expect(group_number).toBeUndefined();
    expect(fieldsOf('Member ID QW 4471 0093 1   Group   88-30417').group_number).toBe('88-30417');
  });

  it('end the line that says what was asked for', () => {
    const block = 'What was asked for: Surgery to change the shape of both ears (otoplasty), 69300';
    expect(fieldsOf(block).codes?.cpt_hcpcs).toEqual(['69300']);
  });
});

describe('a statement', () => {
  it("tells the member's share apart from the plan's", () => {
    const text = `GOLDEN TARN MEDICARE HMO           Monthly Report
Explanation of Benefits            THIS IS NOT A BILL

 Totals for this month
     Amount providers billed the plan        $1,916.00
     Plan's share                              $401.00
     Your share                                $685.00`;
    expect(fieldsOfText(text, 'eob').patient_responsibility).toBe(685);
  });

  it('counts its claims before their numbers', () => {
    const text = `[ TARN ASSURANCE ]     PPO Choice      EXPLANATION OF BENEFITS

CLAIM 1 OF 2      S5528-9-0011        Dr. R. Ivers, Pulmonary       not contracted
   08/06/2025  94729 diffusing capacity      charge 340.00   paid 57.60
CLAIM 2 OF 2      S5528-9-0047        Upland Sleep Center           contracted
   08/14/2025  95811 sleep study             charge 2,150.00   paid 0.00

Send us the Medicare Summary Notice.`;
    const { claim_numbers, plan_type } = fieldsOfText(text, 'eob');
    expect(claim_numbers).toEqual(['S5528-9-0011', 'S5528-9-0047']);
    expect(plan_type).not.toBe('original-medicare');
  });
});

describe('the head of a letter', () => {
  it('says when it was written beside the day of the care', () => {
    const text = `CORMORANT RIVER INSURANCE COMPANY

|  YOUR INQUIRY ABOUT CLAIM   5526-0417-9908     WRITTEN  May 29, 2026   |
|  Date of care    March 24, 2026       Provider  Hatteras ENT           |

Dear Mr. Anquetil,

You asked why so little was paid. Nothing more is payable.`;
    expect(fieldsOfText(text, 'denial-letter')).toMatchObject({
      letter_date: '2026-05-29',
      dates_of_service: ['2026-03-24'],
    });
  });

  it('says whose appeal it is', () => {
    expect(fieldsOf('Appeal of:    Reginald Eckhart (spouse, dependent 02)').member_name).toBe('Reginald Eckhart');
  });

  it('names the service date', () => {
    expect(
      fieldsOf('', 'denial-letter', '\nOffice visit with Ines Halloway, service date 11 JUL 2025, is not paid.\n')
        .dates_of_service,
    ).toEqual(['2025-07-11']);
  });
});

describe('days that are no limit for an appeal', () => {
  const MONTHS =
    'If you want us to reconsider, write within 6 months from the date of this decision. Fax: 703-555-0144\n\n';
  it.each([
    'We will pay, ask for more, or tell you no within 30 days.',
    'We answer within 30 days of getting the request.',
    "We'll decide and write to you in 30 days.",
  ])('are those of the answer: %j', (answer) => {
    const { appeal_deadline_days, appeal_deadline_from } = rights(MONTHS + answer);
    expect(appeal_deadline_days).toBeUndefined();
    expect(appeal_deadline_from).toBe('notice-date');
  });

  it('are those of the answer also where a limit is told in days', () => {
    const fields = rights('We answer within 30 days. You may appeal within 180 days after you receive this letter.');
    expect(fields.appeal_deadline_days).toBe(180);
    expect(rights('We will look again if you write to us within 60 days.').appeal_deadline_days).toBe(60);
  });

  it('are a day of the calendar', () => {
    const { appeal_deadline_days } = rights(
      'You asked for a review. Short hours may be paid for if paid by the fifteenth day of the benefit quarter.',
    );
    expect(appeal_deadline_days).toBeUndefined();
  });

  it('are the day by which something is renewed', () => {
    const { appeal_deadline_date } = rights(
      'You have 90 days from the date of this letter to request a reconsideration.\nIf the referral for the next period is not renewed by July 7, 2026, care ends.',
    );
    expect(appeal_deadline_date).toBeUndefined();
  });
});

describe('what is no number', () => {
  it('is a box behind a house whose name ends in Group', () => {
    expect(fieldsOf('c/o Keystone Arbor Claims Group\nPO Box 11840, Tanager, OK 73999').group_number).toBeUndefined();
  });

  it('is a word in a sentence set in capitals', () => {
    const text = "CLAIM 2025-268-1140. YOUR CHILD'S AUTHORIZATION FOR 97153 RAN THROUGH AUGUST 31, 2025.";
    expect(fieldsOf(text).authorization_number).toBeUndefined();
  });
});
