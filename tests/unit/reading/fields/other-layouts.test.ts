// Layouts and wordings of insurers not met before: who treated, what was charged, when, under which rule, and whom to call.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

const RE = 'Member: Arlo Penhaligon\nMember ID: TVQ 4471 9036';

/** The fields of a letter that says `text` in its body. */
function told(text: string): ReturnType<typeof fieldsOf> {
  return fieldsOf(RE, 'denial-letter', `\n${text}\n`);
}

describe('the provider among several', () => {
  it.each([
    ['Facility: Stonecrop Regional Hospital\nAttending: Odalys Brenner, MD', 'Stonecrop Regional Hospital'],
    ['Attending physician: Odalys Brenner, MD\nHospital: Stonecrop Regional Hospital', 'Stonecrop Regional Hospital'],
    ['Attending: Odalys Brenner, MD', 'Odalys Brenner, MD'],
    ['Rendering provider: Odalys Brenner, MD\nFacility: Stonecrop Regional Hospital', 'Odalys Brenner, MD'],
    [
      'Requesting provider:   Odalys Brenner, MD     Servicing facility:   Stonecrop Imaging Center',
      'Odalys Brenner, MD',
    ],
    ['Treating provider: Odalys Brenner, DO, Stonecrop Hand Center', 'Odalys Brenner, DO'],
    ['Billing/servicing lab: Stonecrop Genomics Laboratory', 'Stonecrop Genomics Laboratory'],
    ['Who treated you: Stonecrop Urgent Care', 'Stonecrop Urgent Care'],
    ['Who requested it?   Stonecrop Orthotics', 'Stonecrop Orthotics'],
    ['Claim submitted by: Stonecrop Dialysis of Lindley', 'Stonecrop Dialysis of Lindley'],
    ['Dentist: Odalys Brenner, DDS        Office: Stonecrop Family Dental', 'Odalys Brenner, DDS'],
    [
      'Ordering physician ........ Odalys Brenner, MD\nSupplier .................. Stonecrop Home Medical',
      'Odalys Brenner, MD',
    ],
    ['Re: Claims from Stonecrop Neurology and from Reed Imaging', 'Stonecrop Neurology'],
    ['Provider of service: Stonecrop Hearing Center, Inc.', 'Stonecrop Hearing Center, Inc.'],
    ['Prescriber: Odalys Brenner, NP      Pharmacy: Reed Drug', 'Odalys Brenner, NP'],
  ])('%j', (block, name) => {
    expect(fieldsOf(`${RE}\n${block}`).provider).toBe(name);
  });

  it.each([
    ['We have a request by Odalys Brenner, PhD, to test you for six hours.', 'Odalys Brenner, PhD'],
    ['You asked us to pay for the operation that Dr. Odalys Brenner performed on May 2, 2026.', 'Dr. Odalys Brenner'],
    [
      'The first claim, for $1,204.50, is from Stonecrop Regional Hospital for two nights.',
      'Stonecrop Regional Hospital',
    ],
    ['The bill came to us from Stonecrop Air Ambulance on March 3.', 'Stonecrop Air Ambulance'],
    ['On April 2 Stonecrop Wound Center asked us to approve ten treatments.', 'Stonecrop Wound Center'],
    ['Your surgeon, Odalys Brenner, MD, plans to remove the plate.', 'Odalys Brenner, MD'],
    ['We reviewed the request submitted by Stonecrop Sleep Center for a mouthpiece.', 'Stonecrop Sleep Center'],
    ['This is about the care you received at Stonecrop Birth Center on May 2, 2026.', 'Stonecrop Birth Center'],
    ['Dr. Odalys Brenner requested an MRI of your knee.', 'Dr. Odalys Brenner'],
    ['You were treated by Dr. Odalys Brenner at the clinic.', 'Dr. Odalys Brenner'],
    ['Services rendered by Stonecrop Physical Therapy, LLC were not paid.', 'Stonecrop Physical Therapy, LLC'],
  ])('in a sentence: %j', (text, name) => {
    expect(told(text).provider).toBe(name);
  });

  it('of a letter to a hospital is the hospital', () => {
    const text = `HOLLOWAY MUTUAL HEALTH PLAN
PO Box 10, Lindley, KS 66999

May 12, 2026

Attention: Patient Accounts
Stonecrop Regional Hospital
1 Reed Lane
Lindley, KS 66998

Patient: Arlo Penhaligon      ID: TVQ 4471 9036
Attending: Odalys Brenner, MD

Dear Stonecrop Regional Hospital Patient Accounts:

We cannot approve the last two days of the stay.
`;
    expect(fieldsOfText(text, 'denial-letter').provider).toBe('Stonecrop Regional Hospital');
  });

  it('is not the doctor who is the patient', () => {
    const text = `The Reed Union Health Plan
Appeals Panel

May 12, 2026

Dr. Odalys Brenner
1 Reed Lane
Lindley, KS 66998

Dear Dr. Brenner:

The panel took up your appeal about the operation which Dr. Ines Halloway did on March 3, 2026.
`;
    const fields = fieldsOfText(text, 'denial-letter');
    expect(fields.provider).toBe('Dr. Ines Halloway');
    expect(fields.member_name).toBe('Odalys Brenner');
  });

  it('of a statement is the one most claims name, else the first', () => {
    const claim = (no: number, name: string): string =>
      `CLAIM ${no}   No. 26-55${no}10-A     ${name}\n  02/0${no}/26   99213   Office visit    180.00     0.00    180.00\n`;
    expect(
      fieldsOfText(
        `TARN HEALTH PLAN\nExplanation of Benefits\n\n${claim(1, 'Reed Foot Clinic')}${claim(2, 'Alder Eye Center')}${claim(3, 'Alder Eye Center')}`,
        'eob',
      ).provider,
    ).toBe('Alder Eye Center');
    const fields = fieldsOfText(
      `TARN HEALTH PLAN\nExplanation of Benefits\n\n${claim(1, 'Reed Foot Clinic')}${claim(2, 'Alder Eye Center')}`,
      'eob',
    );
    expect(fields.provider).toBe('Reed Foot Clinic');
    expect(fields.claim_numbers).toEqual(['26-55110-A', '26-55210-A']);
  });

  it('of a statement is the first also with its network behind it', () => {
    const claim = (no: number, name: string): string =>
      `Claim 60412-88-${no}      ${name}       Service date  January 1${no}, 2026\n  66984   Eye surgery   180.00     0.00    180.00\n`;
    const text = `TARN HEALTH PLAN\nExplanation of Benefits\n\n${claim(1, 'Reed Eye Surgeons (PPO)')}${claim(2, 'Alder Anesthesia Associates (not PPO)')}`;
    expect(fieldsOfText(text, 'eob').provider).toBe('Reed Eye Surgeons');
  });
});

describe('the payer', () => {
  const letter = (head: string, foot: string): string =>
    `${head}\n\nMay 12, 2026\n\nArlo Penhaligon\n1 Reed Lane\nLindley, KS 66998\n\nDear Arlo Penhaligon:\n\nWe cannot pay this claim.\n\n${foot}\n`;
  it.each([
    [
      'CLAIMS AND BILLING\nPO Box 16\nLindley, KS 66999',
      'Sincerely,\n\nOdalys Brenner\nClaims Resolution\nTARN COOPERATIVE HEALTH PLAN',
      'TARN COOPERATIVE HEALTH PLAN',
    ],
    [
      'Member Appeals Department',
      'Regards,\n\nOdalys Brenner\nTarn Mutual Insurance Company',
      'Tarn Mutual Insurance Company',
    ],
    [
      'NOTICE OF DETERMINATION',
      'Insured by Tarn Inlet Mutual Benefit Company, home office Lindley, Kansas.',
      'Tarn Inlet Mutual Benefit Company',
    ],
    [
      'UTILIZATION REVIEW UNIT',
      'Coverage is underwritten by Tarn Life and Health Insurance Company.',
      'Tarn Life and Health Insurance Company',
    ],
    [
      'TARN HEALTH PLAN\nof Northern Kansas\nPO Box 16, Lindley, KS 66999',
      'Sincerely,\nOdalys Brenner',
      'TARN HEALTH PLAN of Northern Kansas',
    ],
    [
      'TARNLIGHT\nhealth plan of Kansas\nPO Box 16, Lindley, KS 66999',
      'Sincerely,\nOdalys Brenner',
      'TARNLIGHT health plan of Kansas',
    ],
    ['Tarn Benefit Administrators\non behalf of Reed Motors Employee Plan', '', 'Tarn Benefit Administrators'],
    ['tarn valley health\nPO Box 16, Lindley, KS 66999', 'Sincerely,\nOdalys Brenner', 'tarn valley health'],
    ['APPEALS & GRIEVANCES\n\nTarn Community Health Plan', 'Sincerely,\nOdalys Brenner', 'Tarn Community Health Plan'],
    [
      'Tarn Teamsters Health & Welfare Fund\nFund Office, 1 Reed Lane, Lindley, KS 66999',
      'For the Trustees,\nOdalys Brenner',
      'Tarn Teamsters Health & Welfare Fund',
    ],
    [
      'TARN ADVANTAGE (PPO)                 Notice of Denial of Payment',
      'Tarn Advantage is a PPO plan with a Medicare contract.',
      'TARN ADVANTAGE (PPO)',
    ],
    [
      'Utilization Management\nTarn Behavioral Health, Inc.\nPO Box 16, Lindley, KS 66999',
      'Sincerely,\nOdalys Brenner',
      'Tarn Behavioral Health, Inc.',
    ],
  ])('%j … %j', (head, foot, name) => {
    expect(fieldsOfText(letter(head, foot), 'denial-letter').payer).toBe(name);
  });
});

describe('the rule a decision names', () => {
  it.each([
    [
      'The yardstick was MCG Inpatient & Surgical Care, 28th Edition, Pneumonia, M-282.',
      'MCG Inpatient & Surgical Care, 28th Edition, Pneumonia, M-282',
    ],
    [
      'The reviewer applied InterQual 2026, Acute Adult, and found that the stay was not necessary.',
      'InterQual 2026, Acute Adult',
    ],
    ['We applied the LOCUS Level 4 criteria, which are not met.', 'LOCUS Level 4 criteria'],
    [
      'The basis is the ASAM Criteria, 4th Edition, Level 3.7, and it was not met.',
      'ASAM Criteria, 4th Edition, Level 3.7',
    ],
    ['This service is not covered under NCD 220.6.17.', 'NCD 220.6.17'],
    ['Under LCD L33718 the test is not covered.', 'LCD L33718'],
    [
      'We looked at the Medicare Benefit Policy Manual, Chapter 15, Section 220, and the therapy does not meet it.',
      'Medicare Benefit Policy Manual, Chapter 15, Section 220',
    ],
    [
      'We looked in the Kansas Medicaid Provider Manual, Durable Equipment Handbook, section 4.2, and it does not pay.',
      'Kansas Medicaid Provider Manual, Durable Equipment Handbook, section 4.2',
    ],
    [
      'The contract (Benefit Booklet, "Ambulance Rides", paragraph 2) does not pay for this ride.',
      'Benefit Booklet, "Ambulance Rides", paragraph 2',
    ],
    ['The certificate (page 12, part C) leaves this out, and we cannot pay.', 'certificate (page 12, part C)'],
    [
      'Under the Summary Plan Description, Section 9.2, cosmetic surgery is not covered.',
      'Summary Plan Description, Section 9.2',
    ],
    ['It was denied under Tarn Technology Brief L-20, since trials are not finished.', 'Tarn Technology Brief L-20'],
    ['The guideline (Tarn CG-PAIN-07, Facet Injections) is not met.', 'Tarn CG-PAIN-07'],
    ['Exclusion 14 bars payment for this service.', 'Exclusion 14'],
    [
      'We measured the request against Clinical Policy Bulletin 0148 and it was not met.',
      'Clinical Policy Bulletin 0148',
    ],
    ['Tarn Coverage Policy CP.MP.185 was used; it is not met.', 'Tarn Coverage Policy CP.MP.185'],
    ['Denied according to eviCore Spine Imaging Guidelines SP-6.1.', 'eviCore Spine Imaging Guidelines SP-6.1'],
  ])('%j', (text, rule) => {
    expect(told(text).criteria_cited).toBe(rule);
  });

  it('is not a number that only begins like one', () => {
    expect(
      fieldsOfText('TARN PLAN\nExplanation of Benefits\n\nID number: CPB 40-55713-7   Group: 884120\n', 'eob')
        .criteria_cited,
    ).toBeUndefined();
  });

  it('stands on an approval, too', () => {
    const text =
      'TARN HEALTH PLAN\n\nMay 12, 2026\n\nDear Arlo Penhaligon:\n\nWe have approved the pump. It was measured against Tarn policy DME 14 and all conditions are met.\n';
    expect(fieldsOfText(text, 'prior-authorization').criteria_cited).toBe('Tarn policy DME 14');
  });
});
