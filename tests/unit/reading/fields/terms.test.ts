// What a letter rests on, who pays, what kind of plan it is, and how to appeal.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('the rule the decision relies on', () => {
  it.each([
    ['The request does not meet Brackenfold Medical Policy BH-207, section 4.', 'Brackenfold Medical Policy BH-207'],
    ['Our Coverage Rule PH-217 has four parts. Part (d) is not met.', 'Coverage Rule PH-217'],
    [
      'Measured against Brackenfold Guideline SP-4, Lumbar Fusion (rev. 10/2025), the request fails.',
      'Brackenfold Guideline SP-4',
    ],
    [
      "A reviewer compares a child's history with our genetic testing guideline, MVH-GEN-09. It is not met.",
      'MVH-GEN-09',
    ],
    [
      'Criteria used: Westbank Behavioral Criteria LOC-7. The stay is not necessary.',
      'Westbank Behavioral Criteria LOC-7',
    ],
    ['This was denied under National Coverage Determination 280.1.', 'National Coverage Determination 280.1'],
    ['Local Coverage Determination (LCD) L33822 does not cover this use.', 'Local Coverage Determination (LCD) L33822'],
    [
      'It is not covered. See Medicare Benefit Policy Manual, Chapter 8, Sections 30.2 to 30.4.',
      'Medicare Benefit Policy Manual, Chapter 8, Sections 30.2 to 30.4',
    ],
    [
      'Article 8.14 of the SPD sets out when the Plan pays for a newer technology. It does not pay here.',
      'Article 8.14',
    ],
    ['The appeal is denied, on the sole basis of Article VI, number 22.', 'Article VI, number 22'],
    ['Your certificate leaves out services to change how a part looks (Section 9, item 6).', 'Section 9, item 6'],
    ['Part VII, A, reads in part: "No benefit is payable for a sickness that began before."', 'Part VII, A'],
    ['So the exception cannot be granted. (42 CFR 423.578(b))', '42 CFR 423.578(b)'],
    ['Ohio Administrative Code 5160-26-01 does not let us pay for this.', 'Ohio Administrative Code 5160-26-01'],
    ['The request does not meet KHHP criteria Rx.01.117 Growth Hormone.', 'KHHP criteria Rx.01.117'],
    ['The records do not show relief after the first block (MCG A-0695).', 'MCG A-0695'],
    [
      'Your Evidence of Coverage, Chapter 3, Section 2.3, says that a referral is needed. There was none, so it is not covered.',
      'Evidence of Coverage, Chapter 3, Section 2.3',
    ],
    ['Our guideline, CB-MED 7.31, asks for a gain. It is not met.', 'CB-MED 7.31'],
    ['Request does not meet Oakmont MP 7.01.33. No test on file.', 'Oakmont MP 7.01.33'],
    ['Our policy on observation, number OBS-14, asks for more. It is not met.', 'OBS-14'],
    ['We used InterQual 2026 Acute Adult Criteria. The stay did not meet them.', 'InterQual 2026 Acute Adult Criteria'],
  ])('reads %j', (text, rule) => {
    expect(fieldsOf(text).criteria_cited).toBe(rule);
  });

  it('prefers the rule that refuses to the one that is met', () => {
    expect(
      fieldsOfText(
        'BRACKENFOLD HEALTH\n\nMay 12, 2026\n\nDear Reader:\n\nAll of the criteria in Brackenfold Policy SUR-31 are met, and the first item is approved. The other two are not covered: the certificate excludes them (Section 9, item 6).\n\nSincerely,\nAnn Lee',
        'denial-letter',
      ).criteria_cited,
    ).toBe('Section 9, item 6');
  });

  it('takes none from the rights of appeal', () => {
    expect(
      fieldsOf(
        'The service is not covered.',
        'denial-letter',
        '\nYOUR RIGHT TO APPEAL\n\nYou may bring a civil action under section 502(a) of ERISA. See 29 CFR 2560.503-1.\n',
      ).criteria_cited,
    ).toBeUndefined();
  });
});

describe('the payer', () => {
  const letter = (head: string) =>
    fieldsOfText(
      `${head}\n\nMay 12, 2026\n\nArlo Penhaligon\n1 Mill Road\nLindley, KS 66999\n\nDear Mr. Penhaligon:\n\nWe can not approve the request you sent us in April of this year, for the cause below.\n`,
      'denial-letter',
    ).payer;
  it.each([
    [
      'CORVANE CLAIMS PARTNERS, INC.            Administrator for the\nPO Box 61120                             HOLLIS SHIPYARDS EPO MEDICAL PLAN',
      'CORVANE CLAIMS PARTNERS, INC.',
    ],
    ['juniper health plans                  Here is how we processed your claim', 'juniper health plans'],
    ['Emberlane Behavioral Network\non behalf of Vantry Health', 'Vantry Health'],
    ['SELWYN HEALTH ADMINISTRATORS\nOn behalf of Pelham Instruments Health Plan', 'SELWYN HEALTH ADMINISTRATORS'],
    ['BRIGHTMOOR INTERIM HEALTH\nUnderwritten by Brightmoor Life & Casualty', 'BRIGHTMOOR INTERIM HEALTH'],
    ['CLARAVUE IMAGING REVIEW\nacting for Fennibrook Health Insurance Company', 'Fennibrook Health Insurance Company'],
    ['FAX   FAX   FAX\nRIDGELINE PEOPLES INSURANCE COMPANY', 'RIDGELINE PEOPLES INSURANCE COMPANY'],
    ['~ ~ ~  SYCAMORE COAST HMO  ~ ~ ~', 'SYCAMORE COAST HMO'],
  ])('of %j', (head, payer) => {
    expect(letter(head)).toBe(payer);
  });

  it('stands beside "insurance" on papers of others', () => {
    expect(
      fieldsOfText(
        'HARTWELL NEUROLOGY\nPatient: Win Castle   DOB: 03/14/1979\nInsurance: Tri-County Mutual, ID TCM 5520-1187\n',
        'medical-record',
      ).payer,
    ).toBe('Tri-County Mutual');
  });
});

describe('the appeal', () => {
  const rights = (text: string) =>
    fieldsOf('The service is not covered.', 'denial-letter', `\nYOUR RIGHT TO APPEAL\n\n${text}\n`);
  it.each([
    ['You have 180 days from the date you get this notice to appeal.', 180, 'receipt'],
    ['Your appeal must reach us within sixty (60) days of the date of this letter.', 60, 'notice-date'],
    ['* You have 65 calendar days from the date this notice was printed.', 65, 'notice-date'],
    ['Send your appeal within 180 days after you receive this letter. We decide in 30 days.', 180, 'receipt'],
    ['You have 180 days from the day this arrives to appeal.', 180, 'receipt'],
    ['Tell us within 90 days after this letter comes if you want a second look.', 90, 'receipt'],
    ['An appeal must be sent within 60 days of this statement.', 60, 'notice-date'],
    ['You have 90 days from the report date to appeal.', 90, 'notice-date'],
    ['Your appeal came 263 days later. You may appeal this within 60 days of getting this letter.', 60, 'receipt'],
  ])('reads the days of %j', (text, days, from) => {
    expect(rights(text)).toMatchObject({ appeal_deadline_days: days, appeal_deadline_from: from });
  });

  it('keeps the days of others apart', () => {
    expect(
      rights(
        'You may file a complaint or grievance within 60 days from the date you get this notice. You may ask for a Fair Hearing within 120 days of the grievance decision.',
      ),
    ).toMatchObject({ appeal_deadline_days: 60, appeal_deadline_from: 'receipt' });
  });

  it('tells fax and telephone of one line apart', () => {
    expect(
      rights(
        'Standard appeal, by mail:  Heron Appeals, P.O. Box 40771, Dovecote, NC 28998.\nFast appeal, by phone or fax:  Phone 1-844-555-0162    Fax 704-555-0168',
      ),
    ).toMatchObject({ appeal_fax: '704-555-0168', appeal_phone: '1-844-555-0162' });
  });

  it('reads a printed last day', () => {
    expect(rights('Ask for an appeal in writing no later than August 21, 2026.').appeal_deadline_date).toBe(
      '2026-08-21',
    );
  });

  it('reads the way an appeal goes', () => {
    expect(
      rights(
        'Mail your appeal to Brackenfold Appeals, P.O. Box 8815, Lindley Cross, KS 66998.\nFax 785-555-0129. Telephone 785-555-0122.',
      ),
    ).toMatchObject({
      appeal_address: 'P.O. Box 8815, Lindley Cross, KS 66998',
      appeal_fax: '785-555-0129',
      appeal_phone: '785-555-0122',
    });
  });
});

describe('the kind of plan', () => {
  it.each([
    ['The Plan is self-insured by the company. We administer claims and do not insure benefits.', 'erisa-self-funded'],
    ['Brackenfold is a licensed insurer. Policy form BHX-25.', 'fully-insured'],
    ['Ormond Medicare Choice (PPO) has a Medicare contract.', 'medicare-advantage'],
    [
      'This is a stand-alone prescription drug plan (PDP) with a Medicare contract, Medicare Part D.',
      'medicare-part-d',
    ],
    ['You have a Marketplace plan and get the advance premium tax credit.', 'aca-marketplace'],
    ['You may ask for a State Fair Hearing. Your Medicaid benefits go on.', 'medicaid-mco'],
    ['This short-term, limited-duration insurance is not comprehensive.', 'short-term'],
    ['Your TRICARE Prime enrollment began in May.', 'tricare'],
    ['Ostrow Advantage Plus (HMO-POS) asks for a referral.', 'medicare-advantage'],
    ['A redetermination by the DME MAC for Jurisdiction Q.', 'original-medicare'],
    ['Your three month grace period ran out on June 30.', 'aca-marketplace'],
    ['Group 22-0718. You may write to the Superintendent of Insurance.', 'fully-insured'],
    ['You may write to the Superintendent of Insurance.', undefined],
    ['The plan is administered by Quay Benefit Services.', undefined],
    ['Quay Choice 80, insured through Tallow Realty.', 'fully-insured'],
    ['An individual policy bought through Connect for Health Colorado.', 'aca-marketplace'],
    ['You bought this policy through the state exchange.', 'aca-marketplace'],
    ['You may bring an action under section 502(a) of ERISA.', 'erisa-self-funded'],
  ])('of %j', (text, type) => {
    expect(fieldsOf(text).plan_type).toBe(type);
  });

  it.each([
    ['The District pays claims of this self-funded plan. It is a governmental plan, and ERISA does not apply.'],
    ['The Board is a church plan and not subject to ERISA.'],
    ['If your plan is subject to ERISA you may bring a civil action under section 502(a).'],
  ])('is not one under ERISA by %j', (text) => {
    expect(fieldsOf(text).plan_type).toBeUndefined();
  });

  it('is told on bills only where it is said outright', () => {
    expect(fieldsOf('Insurance: Ostrow Medicare Choice (HMO)', 'bill').plan_type).toBe('medicare-advantage');
    expect(fieldsOf('Questions? Call the Department of Insurance.', 'bill').plan_type).toBeUndefined();
  });

  it('is not told by a question about other coverage', () => {
    const asked = 'Is anyone at home covered by another health plan, Medicare or Medicaid?';
    expect(fieldsOf(asked, 'correspondence').plan_type).toBeUndefined();
    expect(fieldsOf('Your Medicaid plan asks for the chart.', 'correspondence').plan_type).toBe('medicaid-mco');
  });
});

describe('the level', () => {
  it.each([
    ['After that review the January 14 decision stands. We received your appeal on February 9.', 'first-level-upheld'],
    ['NOTICE OF REDETERMINATION\nOur answer is the same as it was in July.', 'first-level-upheld'],
    ['The committee met to consider your second-level appeal.', 'second-level-upheld'],
    ['We can not approve the request.', 'initial-denial'],
  ])('of %j', (text, level) => {
    expect(fieldsOf(text).appeal_level).toBe(level);
  });
});
