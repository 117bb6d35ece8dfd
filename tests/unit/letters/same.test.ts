// What counts as the value of a truth when it is read as a lawyer would, and what never does.
import { describe, expect, it } from 'vitest';
import { sameToLawyer } from '../../letters/same.ts';

describe('the same to a lawyer', () => {
  it.each([
    ['provider', 'Dr. Ines Halloway', 'Ines Halloway, MD'],
    ['provider', 'Stonecrop Spine Center, LLC', 'Stonecrop Spine Center'],
    ['payer', 'TARN ADVANTAGE (HMO)', 'Tarn Advantage'],
    ['member_name', 'HALLOWAY, INES', 'Ines Halloway'],
    ['criteria_cited', 'Tarn Medical Policy SP-14', 'policy SP-14'],
    ['criteria_cited', 'SP-14, Lumbar Fusion', 'Guideline SP-14'],
    ['criteria_cited', 'The ASAM Criteria', 'ASAM Criteria'],
    ['criteria_cited', 'Section 6 of the brochure', 'Section 6'],
  ])('%s: "%s" is "%s"', (field, a, b) => {
    expect(sameToLawyer(field, a, b)).toBe(true);
    expect(sameToLawyer(field, b, a)).toBe(true);
  });

  it.each([
    ['provider', 'Stonecrop Spine Center', 'Stonecrop Surgery Center'],
    ['provider', 'Ines Halloway, MD', 'Stonecrop Spine Center'],
    ['payer', 'Tarn Advantage', 'Tarn Health Plan'],
    ['member_name', 'Ines Halloway', 'Ines Hallowell'],
    ['criteria_cited', 'Section 6', 'Section 6(c)'],
    ['criteria_cited', 'Section 6', 'Page 6'],
    ['criteria_cited', 'Article 9', 'Policy SP-9'],
    ['criteria_cited', 'InterQual 2025', 'InterQual 2025, Acute Adult'],
    ['criteria_cited', '42 CFR 409.31', '42 CFR 409.31 to 409.35'],
    ['plan_type', 'unknown', 'fehb'],
  ])('%s: "%s" is not "%s"', (field, a, b) => {
    expect(sameToLawyer(field, a, b)).toBe(false);
    expect(sameToLawyer(field, b, a)).toBe(false);
  });
});
