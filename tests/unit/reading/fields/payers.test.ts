// Who pays, told by the head of a paper: what is no sender, what stands behind a name, and for whom others decide. The papers are made up.
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { fieldsOfText } from '../../../helpers/fields.ts';

/** The payer of a paper with the given head. */
function payerOf(head: string, kind: DocumentKind = 'denial-letter'): unknown {
  return fieldsOfText(
    `${head}

March 3, 2026

Dear Mr. Penhaligon:

We reviewed the request for the scan of your knee. We cannot approve it because it is not medically necessary.
`,
    kind,
  ).payer;
}

describe('the payer', () => {
  it.each([
    ['Yarrow Valley Health Plan - Marketplace Silver 4500', 'Yarrow Valley Health Plan'],
    ['YARROW FEDERAL EMPLOYEE PLAN - High Option', 'YARROW FEDERAL EMPLOYEE PLAN'],
    [
      'THORNE ROUSE BENEFITS, third party administrator for the\nLodestone Trucking Health Trust',
      'THORNE ROUSE BENEFITS',
    ],
  ])('is the name in the head without what stands behind it: %s', (head, payer) => {
    expect(payerOf(head)).toBe(payer);
  });

  it('is the house of a statement, not the title behind its name', () => {
    expect(payerOf('YARROW STATE MEDICAID - REMITTANCE ADVICE', 'eob')).toBe('YARROW STATE MEDICAID');
  });

  it.each([
    [
      'KNEEWISE MUSCULOSKELETAL MANAGEMENT\nDelegated reviewer for Yarrow Health - Commercial Group Business',
      'Yarrow Health',
    ],
    ['SEQUOIA LAB BENEFIT MANAGEMENT\nfor Yarrow Health', 'Yarrow Health'],
    [
      'KNEEWISE CARE PATHWAYS\nA delegated review organization\n\nPlan: Yarrow Health, Exchange Gold 1500',
      'Yarrow Health',
    ],
    [
      'Thornby Genomic Benefit Partners\nUtilization review for Yarrow Employees Health Trust',
      'Yarrow Employees Health Trust',
    ],
    [
      'THORNBY FEDERAL SERVICES\nMedicare Part C Independent Review Entity\n\nMedicare health plan: Yarrow Advantage',
      'Yarrow Advantage',
    ],
    ['STATE OF THORNBY\nOffice of Administrative Hearings\n\nMCO: Yarrow Health Choice', 'Yarrow Health Choice'],
    ['THORNBY REVIEW PARTNERS\nIndependent Review Organization\n\nHealth carrier: Yarrow Health', 'Yarrow Health'],
  ])('is the one for whom another decides: %s', (head, payer) => {
    expect(payerOf(head)).toBe(payer);
  });

  it('is no label beside which a person stands', () => {
    expect(
      payerOf(
        'NOTICE OF DENIAL OF MEDICARE PART B DRUG COVERAGE\n\nName:  Solvei Akin        Request:  PBD-1110\n\nYarrow Medicare Choice (HMO)',
      ),
    ).toBe('Yarrow Medicare Choice (HMO)');
  });
});
