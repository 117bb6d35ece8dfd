// Reasons of statements whose legends name codes of their own, list what is not used, or take a note back. The statements are made up.
import { describe, expect, it } from 'vitest';
import { reasonsOfStatement as reasonsOf } from '../../helpers/statements.ts';

describe('legends', () => {
  it('may list below a title in capitals what this statement does not use', () => {
    expect(
      reasonsOf(`DATE        CODE     CHARGE     COVERED     DENIED     REASON
2026-03-02  99283    702.00        0.00     702.00     CO-40
2026-03-04  44970    900.00        0.00     900.00     CO-B7

REASON                   MEANING FOR THIS STATEMENT
CO-40                    The record does not fit the definition of an emergency: the visit was not an emergency.
CO-B7                    The assistant was not enrolled and was not eligible to be paid on that day.
NOT USED ON THIS STATEMENT
CO-50 need not shown     CO-197 approval not obtained     OA-18 exact copy`),
    ).toEqual(['non-emergency', 'provider-not-eligible']);
  });

  it('name national codes behind the words of marks that no row carries', () => {
    expect(
      reasonsOf(` #  Date      Code    Description        Billed     Allowed    Not paid    Paid     Remark
 1  01/19/26  96374   IV push             245.00       0.00      245.00      0.00   b
 2  01/20/26  80053   Metabolic panel      96.00       0.00       96.00      0.00   d

REMARKS (only those with a letter beside a line above apply to you)

 b   Giving the drug by vein is included in the payment for the visit and is not paid separately.   CO-97
 d   This is a duplicate of line 5, which was already processed.   CO-18
 f   We need the operative note.   CO-252   M29
 g   The policy had ended before this date.   CO-27`),
    ).toEqual(['bundled-service', 'duplicate-claim']);
  });

  it('say a code in two words', () => {
    expect(
      reasonsOf(`  #   Date       Proc.     Charge      We allow    Not allowed   Remark
  1   01/08/26   45380   1,480.00        0.00      1,480.00    CO-97
  2   01/08/26   88305     310.00        0.00        310.00    CO-18

  CO-18    we have this same charge already; it is an exact copy of line 3
  CO-29    too late
  CO-97    the biopsy is a part of the removal and is paid within it`),
    ).toEqual(['bundled-service', 'duplicate-claim']);
  });
});

describe('notes N1, N2, N3', () => {
  it("are the payer's own where it explains them, whatever these remarks mean elsewhere", () => {
    expect(
      reasonsOf(`  03/05   Sleeping tablets      cost 212.00    we paid 0.00        N1
  03/26   Lozenges, 36          cost 7.99      we paid 0.00        N4

  N1  The drug is not on our formulary, the list of covered drugs.
  N2  The quantity limit of 30 in 30 days was reached.
  N4  The plan does not cover this: drugs sold without a prescription are excluded from your benefits.`),
    ).toEqual(['benefit-exclusion', 'non-formulary-drug']);
  });
});

describe('remarks the legend explains', () => {
  it('say why beside a code that only says "not covered"', () => {
    expect(
      reasonsOf(` #  Date      Code    Total cost   Plan approved   Plan paid   Your share   Adj. reason
 1  11/10/25  36471       980.00           0.00        0.00       980.00    PR-96, N429

 PR-96   Not a covered charge.
 N429    Cosmetic: the treatment is done only to improve appearance.`),
    ).toEqual(['cosmetic']);
  });
});

describe('notes that refuse nothing', () => {
  it('were withdrawn, or wait and are not denied', () => {
    expect(
      reasonsOf(`LN  DATE      PROC     BILLED    ALLOWED      PAID    NOTE
01  08/04/25  G0299    180.00      0.00      0.00    a
02  08/11/25  G0156    112.00      0.00      0.00    b
03  08/18/25  S9122    240.00      0.00      0.00    c

a   Held while more is looked at; this line is pending and has not been denied.
b   There was no prior authorization. (withdrawn)
c   The service is excluded: homemaker help is not a covered benefit of the plan.`),
    ).toEqual(['benefit-exclusion']);
  });

  it('tell the share a plan pays, or a price nobody may charge', () => {
    expect(
      reasonsOf(`DATE      CODE     CHARGE    ALLOWED     NOT COVERED    NOTE
03/02/26  D2391    180.00      140.00        40.00       d
03/02/26  D0274     60.00        0.00        60.00       e

(d)  Your plan pays 80% of fillings.
(e)  This is a duplicate: the charge was already processed on another claim.`),
    ).toEqual(['duplicate-claim']);
  });
});
