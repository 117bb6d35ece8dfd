// Statements whose rows tell in other ways what was paid, and codes that are none of this decision. The statements are made up.
import { describe, expect, it } from 'vitest';
import { reasonsOfStatement as reasonsOf } from '../../helpers/statements.ts';

describe('what was paid', () => {
  it('is told from what was not, on one line', () => {
    expect(
      reasonsOf(`Room, 1st night ......................  9,800.00   paid 7,110.00     not paid       0.00
   Remark: Our price by contract.
Room, 2nd night ......................  9,800.00   paid     0.00     not paid   9,800.00
   Remark: There was no need for a hospital bed; observation would have served.`),
    ).toEqual(['level-of-care']);
  });

  it('stands above the reason on a card with dotted lines', () => {
    expect(
      reasonsOf(`Line 1
   Service ............ Therapy, 97161
   Paid ............... 107.20
   Your part .......... 26.80
   Reason ............. none
----------------------------------------------------------------------------------
Line 2
   Service ............ Low-level laser, S8948
   Paid ............... 0.00
   Your part .......... 60.00
   Reason ............. Laser light for back pain is listed as investigational in our policy.`),
    ).toEqual(['experimental-investigational']);
  });
});

describe('codes', () => {
  it('that an earlier decision gave are not those of this one', () => {
    expect(
      reasonsOf(`LN  DATE      SERVICE                    CHARGE     NOT PAID      PAID
1   01/27/26  29826 shoulder surgery   5,400.00         0.00    2,592.00
2   01/27/26  L3960 shoulder brace       610.00       610.00        0.00
              CO-197

Line 1 was first denied because we had no operative report (CO-252). It came, and line 1 is now paid.

CO-197  Approval ahead of time was needed and was not obtained.`),
    ).toEqual(['prior-authorization-missing']);
  });

  it('are no numbers of members', () => {
    expect(
      reasonsOf(`Member number: PR8 2267 40911
2/03/26    99213     170.00        0.00     (2)       0.00     170.00

(2) We received this claim after the filing limit.`),
    ).toEqual(['timely-filing']);
  });
});
