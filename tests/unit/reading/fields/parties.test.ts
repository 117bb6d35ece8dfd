// The provider, the payer and the member among all names of a letter, in letters of our own wording that no label helps with.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../../shared/text/plain-text.ts';
import { READING_RULES } from '../../../helpers/reading.ts';

const AIR = `QUARRY LAKE MUTUAL
PO Box 41, Fen Hollow, NE 68990

June 3, 2026

Orla Winslade
12 Tarn Street
Fen Hollow, NE 68991

Claim 26-441-9087, Skyfen Air Rescue, 05/02/2026, $31,400.00

Dear Ms. Winslade:

We will not pay for the flight of May 2. Skyfen Air Rescue flew you forty miles when a ground
ambulance stood at the door, and the records show no reason why the road would not have done.
Dr. Pell Averill, who reviewed the claim for us, is board certified in emergency medicine.

You may appeal within 180 days.

Sincerely,
Claims Review
`;

const MESSAGE = `LARKMEAD HEALTH OF OHIO
Message to: Tobias Grennan
Plan: Larkmead Choice Silver     ID 88-4410-2271
April 9, 2026

Hello Tobias,

Dr. Sunniva Harrow asked us for twelve more visits of physical therapy. We cannot approve them:
your notes show that you can do the exercises at home. Your request was looked at on April 7.

If you disagree you have 180 days to appeal.
`;

describe('who is named as what', () => {
  it.each([
    ['a house in the line of the claim', AIR, 'Skyfen Air Rescue', 'QUARRY LAKE MUTUAL', 'Orla Winslade'],
    ['a doctor in a sentence', MESSAGE, 'Dr. Sunniva Harrow', 'LARKMEAD HEALTH OF OHIO', 'Tobias Grennan'],
  ])('%s', (_, text, provider, payer, member) => {
    const { fields, findings } = readDocument(pagesFromText(text), READING_RULES, 'denial-letter');
    expect(fields).toMatchObject({ provider, payer, member_name: member });
    for (const field of ['provider', 'payer', 'member_name'] as const)
      expect(findings.find((finding) => finding.field === field)?.proof.quote).toContain(fields[field]);
  });

  it('is a hospital of Our Lady with all of its name', () => {
    const text = 'OUR LADY OF THE TARN HOSPITAL\nITEMIZED STATEMENT\n\nPatient  Orla Winslade\n\nBalance due  $40.00';
    expect(readDocument(pagesFromText(text), READING_RULES, 'bill').fields.provider).toBe(
      'OUR LADY OF THE TARN HOSPITAL',
    );
  });

  it('is no provider on a policy about what is covered', () => {
    const text =
      'LARKMEAD HEALTH\nMedical Policy SURG-14\n\nCovered where Dr. Sunniva Harrow or Tarn Clinic asked for it.';
    expect(readDocument(pagesFromText(text), READING_RULES, 'medical-policy').fields).not.toHaveProperty('provider');
  });

  it('is nobody where no name is printed', () => {
    const { fields } = readDocument(
      pagesFromText('we do not cover this.\nyou may appeal.\n'),
      READING_RULES,
      'denial-letter',
    );
    expect(fields).not.toHaveProperty('provider');
    expect(fields).not.toHaveProperty('member_name');
  });
});
