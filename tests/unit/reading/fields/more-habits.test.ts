// Headings, boxes and running heads that hold or cut off fields; further wordings of rules, plans and payers.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

/** The fields of a letter that says `text` below its salutation. */
function told(text: string): Fields {
  return fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${text}\n`);
}

describe('rights', () => {
  it('are not opened by a short sentence about the appeal that was decided', () => {
    const fields = told(`Your appeal covered two claims. The committee met on May 4; you joined by telephone with
your son. We thank you both. The outcome:

Claim K6180-04417    03/29/2026   Osprey Rescue Ambulance, A0429      NOT CHANGED
Claim K6201-11802    04/20/2026   Heron Physical Therapy, 97162       REVERSED`);
    expect({ provider: fields.provider, dates: fields.dates_of_service, claims: fields.claim_numbers }).toEqual({
      provider: 'Osprey Rescue Ambulance',
      dates: ['2026-03-29', '2026-04-20'],
      claims: ['K6180-04417', 'K6201-11802'],
    });
  });

  it('are not opened by a line that goes on with a sentence', () => {
    expect(
      told(
        'The office told us that it would not send the notes before it had spoken to you about the\nAppeal. We therefore looked at what we had. The request does not meet Brackenfold Medical\nPolicy BH-207, section 4.',
      ).criteria_cited,
    ).toBe('Brackenfold Medical Policy BH-207');
  });

  it('are read below a title at the head of a page', () => {
    const page = (body: string) =>
      `BRACKENFOLD HEALTH INSURANCE COMPANY\nYour Right to Appeal the Denial of Coverage\n\nMay 12, 2026\n\nArlo Penhaligon\n4 Mill Lane\nLindley, KS 66999\n\nDear Arlo Penhaligon:\n\nThe scan is denied. It is not medically necessary for you at this time.\n\f${body}`;
    const fields = fieldsOfText(
      page(
        'YOUR RIGHT TO APPEAL\n\nYou have 180 days from the day this reaches you. Write to Brackenfold Appeals,\nP.O. Box 220, Lindley, KS 66999.\n',
      ),
      'denial-letter',
    );
    expect({ days: fields.appeal_deadline_days, to: fields.appeal_address }).toEqual({
      days: 180,
      to: 'P.O. Box 220, Lindley, KS 66999',
    });
  });

  it('are read in a box of bars', () => {
    const fields = told(`+------------------------------------------------------------+
| HOW TO APPEAL                                              |
| You have 180 days from the date you receive this letter    |
| to appeal. Write to Brackenfold Appeals, P.O. Box 220,     |
| Lindley, KS 66999, or fax 785-555-0101.                    |
+------------------------------------------------------------+`);
    expect({ days: fields.appeal_deadline_days, to: fields.appeal_address, fax: fields.appeal_fax }).toEqual({
      days: 180,
      to: 'P.O. Box 220, Lindley, KS 66999',
      fax: '785-555-0101',
    });
  });
});

describe('what kind of plan', () => {
  it.each([
    ['Your coverage comes through the health insurance marketplace.', 'aca-marketplace'],
    ['The plan is self-insured by your employer, Tri-Pine Paper.', 'erisa-self-funded'],
    ['Your employer pays the claims of this plan from its own funds. We only handle them.', 'erisa-self-funded'],
    ['You are enrolled in Brackenfold Medicare Advantage Gold.', 'medicare-advantage'],
    ['You may ask for a State fair hearing. Brackenfold is a Medicaid managed care plan.', 'medicaid-mco'],
    ['You may ask the Office of Personnel Management to review this.', 'fehb'],
    ['You may complain to the Kansas Insurance Department. This policy was issued in Kansas.', 'fully-insured'],
    ['This is short-term, limited-duration insurance.', 'short-term'],
    ['Your Part D drug plan covers this drug only with limits.', 'medicare-part-d'],
    ['You bought this plan on Healthcare.gov.', 'aca-marketplace'],
    ['Brackenfold provides administrative services only and does not assume any financial risk.', 'erisa-self-funded'],
    ['You are covered under Apple Health (Medicaid).', 'medicaid-mco'],
  ])('%j', (text, plan) => {
    expect(told(text).plan_type).toBe(plan);
  });
});

describe('the rule', () => {
  it.each([
    ['We used the InterQual 2026 criteria for inpatient rehabilitation. They were not met.', 'InterQual 2026'],
    ['Your Benefit Booklet, page 41, item 7, excludes this. It is not covered.', 'Benefit Booklet, page 41, item 7'],
    ['It is not covered (see Exclusion 14 of your Certificate).', 'Exclusion 14'],
    ['The denial rests on Clinical Guideline CG-SURG-12.', 'Clinical Guideline CG-SURG-12'],
    ['MCG Care Guidelines, 27th edition, S-820 were applied and not met.', 'MCG Care Guidelines, 27th edition, S-820'],
  ])('%j', (text, rule) => {
    expect(told(text).criteria_cited).toContain(rule);
  });
});

describe('the payer', () => {
  it('is named in the foot or the signature where there is no letterhead', () => {
    expect(
      fieldsOfText(
        'May 12, 2026\n\nArlo Penhaligon\n4 Mill Lane\nLindley, KS 66999\n\nDear Arlo Penhaligon:\n\nWe denied your claim. The scan is not a benefit of your plan, so that we cannot pay for it.\n\nYou may appeal within 180 days from the date you receive this letter.\n\nSincerely,\n\nUtilization Management\nBrackenfold Health Plan\n',
        'denial-letter',
      ).payer,
    ).toBe('Brackenfold Health Plan');
  });

  it('made a payment on a bill', () => {
    expect(
      fieldsOfText(
        'TARN VALLEY RESCUE SQUAD                 INVOICE\n\nPatient: Arlo Penhaligon\n\n08/30/2025   Transport   A0427      1,240.00\n10/09/2025   Payment, Cholla Health Plan   -611.25\n\nPLEASE PAY   628.75\n',
        'bill',
      ).payer,
    ).toBe('Cholla Health Plan');
  });
});
