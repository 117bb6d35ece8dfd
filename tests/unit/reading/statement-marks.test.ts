// Reasons of statements whose marks are set in still other ways: lists that come first, symbols, cards, codes without their group, lines not decided yet.
import { describe, expect, it } from 'vitest';
import { reasonsOfStatement as reasonsOf } from '../../helpers/statements.ts';

describe('lists of marks', () => {
  it('in brackets each begin an entry of its own, before the rows too', () => {
    expect(
      reasonsOf(`HOW TO READ THE LETTERS
    [a] Counts toward your deductible.
    [b] There was no referral from your primary care doctor for this visit to a specialist.
    [c] The provider is outside the network and your plan has no benefits there.
    [d] Cosmetic: done to change how the body looks.

CLAIM 6-118-40391   Sawtooth Dermatology Group
  04/23/2026   99203   new patient visit         240.00   allowed   0.00   paid   0.00
                                                          you owe 240.00   [b]
  04/23/2026   17380   electrolysis              130.00   allowed   0.00   paid   0.00
                                                          you owe 130.00   [d]`),
    ).toEqual(['cosmetic', 'referral-missing']);
  });

  it('of one, two and three symbols are told apart, though one is named again below', () => {
    expect(
      reasonsOf(`                                     UNITS     CHARGES      COVERED   NOT COVERED  FOOTNOTE
Emergency department                       1      1,910.00     1,910.00        0.00
Room, 12/02 - 12/04                        3     10,650.00         0.00   10,650.00       *
Guest meals                                4         88.00         0.00       88.00       **
Laboratory                                        2,455.00     2,390.00       65.00       ***

   *   Observation would have been enough: this level of care, an inpatient stay, was not needed.
   **  Convenience items are not a benefit under the plan; they are excluded.
   *** Amount over the negotiated price. The hospital writes this off.

   Footnote *       Please do not pay the $10,650.00 unless you signed a paper before the stay.`),
    ).toEqual(['benefit-exclusion', 'level-of-care']);
  });

  it('have a stroke behind the number, or a star before the letter', () => {
    expect(
      reasonsOf(`   #   Service                Date       Charge       Now      Patient    Footnote
   1   99395 well visit       02/03/26   225.00     168.00       0.00
   2   0500T genotyping       01/30/26   142.00       0.00     142.00        1
   3   81025 test             02/03/26    28.00       0.00       0.00        2

   1/  The service was given before your coverage began.
   2/  This is a duplicate: the charge was already processed on another claim.`),
    ).toEqual(['duplicate-claim', 'eligibility-terminated']);
    expect(
      reasonsOf(` 02/17/26  99213  visit, same day                   $120.00   not paid    $120.00   * c
 02/21/26  99283  emergency visit                   $595.00   not paid    $595.00   * j

 * a   The benefit maximum for the year has been reached.
 * b   The service was given after coverage ended.
 * c   This service is included in the payment for another service of that day.
 * j   The visit was not an emergency.`),
    ).toEqual(['bundled-service', 'non-emergency']);
  });
});

describe('marks in brackets', () => {
  it('may be signs of any kind', () => {
    expect(
      reasonsOf(`WHAT               BILLED       ALLOWED     YOU PAY        NOT COVERED
59025                320.00         0.00        0.00         320.00     (+)
S8055                900.00         0.00      900.00         900.00     (#)
99460                280.00         0.00      280.00         280.00     (&)

(+)  Monitoring is included in the payment for the whole pregnancy; it is not paid separately.
(&)  The baby was not eligible: he had no coverage on the date of service.
(%)  The claim was received after the filing limit.
(#)  This service is not a covered benefit; it is excluded from your policy.
(=)  Another insurer is primary.`),
    ).toEqual(['benefit-exclusion', 'bundled-service', 'eligibility-terminated']);
  });

  it('may be two small letters', () => {
    expect(
      reasonsOf(`Service                     Date        Billed     Paid      Reason shown by
99204  visit                09/08/25     330.00     0.00     (pc)
G0297  chest scan           09/15/25     410.00     0.00     (cd)

(cd) The procedure code is not valid for the date of service.
(pc) This is a pre-existing condition: it was treated before your coverage began.
(wp) The claim was received after the filing limit.`),
    ).toEqual(['coding-error', 'pre-existing-condition']);
  });
});

describe('rows and their marks', () => {
  it('set as a card say what is allowed where they do not say what is paid', () => {
    expect(
      reasonsOf(`  LINE 1
    Service: 90876 neurofeedback
    Charge: $240.00
    Plan allowance: $0.00
    You pay: $240.00
    Remark: P08
  LINE 2
    Service: 96130 testing
    Charge: $320.00
    Plan allowance: pending
    Remark: P62

  Remarks used on this claim
    P08: This treatment is experimental or investigational.
    P62: Waiting for the report we requested. The information has not been received.`),
    ).toEqual(['experimental-investigational']);
  });

  it('have their mark alone on the next line, under a title "(Remarks)" within the table', () => {
    expect(
      reasonsOf(`  Service    Service      Amount     Member    Not        Deduct-   Plan's    You may
  date       code         billed     rate      payable    ible      share     owe
                                               (Remarks)
  4/14/26    99214           210.00    148.00                 25.00    123.00     25.00
  4/14/26    36415            18.00              18.00                   0.00      0.00
                                               (1)
  4/21/26    0358T           560.00             560.00                   0.00    560.00
                                               (2)

Your Claim Remarks
  (1)  This service is included in the payment for another service.
  (2)  This scan is considered experimental or investigational.`),
    ).toEqual(['bundled-service', 'experimental-investigational']);
  });

  it('bear codes without their group, also before a date that looks like a mark', () => {
    expect(
      reasonsOf(`  08/21/26  73221    1,190.00   denied 1,190.00   CARC 242
  09/09/26  97110      120.00   denied   120.00   CARC 288

key
   242   given by someone who is not in the plan's network
   288   no referral`),
    ).toEqual(['out-of-network', 'referral-missing']);
    expect(
      reasonsOf(`Date      Proc.   Fee submitted   Fee allowed   Fund pays   You pay   Remark(s)
09/03/25  D1110      104.00            80.00        80.00        0.00
09/03/25  D9972      300.00             0.00         0.00      300.00   52

Remarks on this statement
09  The tooth was missing before your coverage began.
52  Whitening of teeth is cosmetic.`),
    ).toEqual(['cosmetic']);
  });

  it('give no ground where nothing is decided, or where another payer only paid first', () => {
    expect(
      reasonsOf(`Date    Drug                     Cost    Plan    You    Result
10/05   Velmorant inhaler      611.00    0.00   0.00   rejected (1)
10/28   Corvasyn 5 mg          502.30    0.00   0.00   in review (2)

 (1) This drug is not on the formulary.
 (2) We have asked your doctor for missing information.`),
    ).toEqual(['non-formulary-drug']);
    expect(
      reasonsOf(`  SVC  99285          chg 1,310.00   paid  898.60
       CAS OA-23        411.40
  SVC  93010          chg    64.00   paid    0.00
       CAS CO-29         64.00`),
    ).toEqual(['timely-filing']);
  });
});

describe('what a note says', () => {
  it('is not where it is written', () => {
    expect(
      reasonsOf(`1  Platelet rich plasma     0232T     12/09/2025     900.00        0.00     4

Remarks
   4 - This procedure is experimental or investigational. 32 CFR 199.4(g)(15).`),
    ).toEqual(['experimental-investigational']);
  });

  it('may speak of what is suspended or no longer pending', () => {
    expect(
      reasonsOf(`04/06/26  90834  Psychotherapy     $170.00  covered $0.00   you owe $170.00   K7
04/20/26  J7613  Inhaled drug      $ 18.00  covered $0.00   you owe $0.00     D
04/27/26  90834  Psychotherapy     $170.00  covered $0.00   you owe $0.00     H

K7   The provider is not licensed: the license was suspended on the date of service.
D    We did not receive the medical records we asked for. Pending no longer; closed as unpaid.
H    This charge is on hold. We have asked whether another insurer is primary.`),
    ).toEqual(['insufficient-information', 'provider-not-eligible']);
  });

  it('tells more than a code that only says "not covered"', () => {
    expect(
      reasonsOf(`08/17/26  J1745   infliximab           4,400.00   denied 4,400.00   PI204

PI204      This drug is not on the formulary; your drug list leaves it out.`),
    ).toEqual(['non-formulary-drug']);
  });

  it('is a price above what is allowed where nobody agreed on it', () => {
    expect(
      reasonsOf(`  27447-AS   Surgical assistant      3,200.00         0.00     2,560.00     K6        640.00

REMARKS
K6   The charge is more than the maximum fee that we accept for this service.`),
    ).toEqual(['allowed-amount']);
  });
});
