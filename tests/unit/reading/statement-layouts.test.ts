// Reasons of statements in further layouts: marks of other shapes, rows that are only sentences, lines not decided yet, prices agreed on. The statements are made up.
import { describe, expect, it } from 'vitest';
import { reasonsOfStatement as reasonsOf } from '../../helpers/statements.ts';

describe('marks of other shapes', () => {
  it('stand between the bars of a table', () => {
    expect(
      reasonsOf(`Date       | Code  | Charge | Eligible | Remark | Paid   | Your cost
03/08/2026 | 99244 | 320.00 |     0.00 | R07    |   0.00 | 320.00
03/08/2026 | 95004 | 540.00 |   410.00 | R31    | 328.00 |  82.00
03/15/2026 | 80053 |  75.00 |     0.00 | R12    |   0.00 |  75.00

REMARKS
R02  The claim was received after the time limit.
R07  There was no referral from your primary care physician.
R12  This service was already processed on another claim.
R31  Priced by contract.`),
    ).toEqual(['duplicate-claim', 'referral-missing']);
  });

  it('are small letters said twice, with entries nobody uses', () => {
    expect(
      reasonsOf(`Service date   Description    Charge    Allowance   Ineligible   Remark   Plan pays
11/19/2025     20611          390.00         0.00       390.00    bb            0.00
11/19/2025     A9270           35.00         0.00        35.00    dd            0.00

Remarks
 bb  Medicare pays before this plan does, and we need its statement.
 dd  Comfort items are not covered under the plan.
 ee  The service was given after coverage ended.
 ff  No referral from the family physician is on file.`),
    ).toEqual(['benefit-exclusion', 'coordination-of-benefits']);
  });

  it('stand in brackets anywhere in a row, also two together', () => {
    expect(
      reasonsOf(`   04/06/2026   98940      charged     75.00
                allowed 52.00, paid 36.40, your part 38.60
   04/13/2026   98940      charged     75.00
                allowed 0.00 {B}{D}, paid 0.00, your part 75.00

Notes
{B}  The maximum number of visits for the year has been reached.
{C}  The provider is not in our network.
{D}  We received this claim after the filing limit.`),
    ).toEqual(['quantity-limit', 'timely-filing']);
  });

  it('stand behind the word the plan uses for them, and below a row of one sentence', () => {
    expect(
      reasonsOf(`No.  Date        Service                Charge       Eligible    Paid        Exp.
 1   08/28/2026  ER level 2, 99282        540.00        0.00        0.00   40
 2   08/28/2026  Botulinum, forehead      600.00        0.00        0.00   CX

   Exp. 40   The visit was not an emergency.
   Exp. CX   This was a cosmetic procedure, done for appearance only.
   Exp. 60   No referral was on file.        (code 60 not used on this claim)`),
    ).toEqual(['cosmetic', 'non-emergency']);
    expect(
      reasonsOf(` 1)  15877, liposuction
     charged 2,300.00 ... allowed 0.00 ... we paid 0.00
     Message 207

The messages in full

 133  No approval was obtained before this item was supplied.
 207  Cosmetic surgery to improve appearance is outside your plan.`),
    ).toEqual(['cosmetic']);
  });

  it('stand on rows with whole dollars', () => {
    expect(
      reasonsOf(`  Jun 2    90837   Therapy, 60 minutes       Billed $190     We paid $120    You pay $25
  Jun 9    90846   Family session            Billed $170     We paid   $0    You pay $170  (M)

  NOTES
   G   We need a copy of what your other insurance paid.
   M   The therapist is not licensed to bill for it under the plan.`),
    ).toEqual(['provider-not-eligible']);
  });
});

describe('lists of notes', () => {
  it('have entries of two marks, and one for each mark at their edge', () => {
    expect(
      reasonsOf(`Date      Code    Service       Charge    Paid    You pay   Codes
03/31/26  E0143   walker         120.00    0.00     120.00   96
04/02/26  J1200   drug           480.00    0.00     480.00   16 M127
04/05/26  97110   therapy        160.00    0.00     160.00   119

Notes
 96       Nothing is paid for this item: the plan does not cover it. See page 3.
 16 M127  The medical records were not received.
 119      The maximum number of visits for the year has been reached.`),
    ).toEqual(['benefit-exclusion', 'insufficient-information', 'quantity-limit']);
  });

  it('are numbered in Roman letters, with amounts within what they say', () => {
    expect(
      reasonsOf(`Date       Service                  Charge    Status     See
11/03/25   screening                342.00    PAID        i
01/06/25   ultrasound               410.00    DENIED      ii
11/10/25   guidance                 260.00    DENIED      iii

NOTES
   i    Preventive service. No cost to you.
   ii   We received this claim after the filing limit.
   iii  This service is included in the payment for the biopsy of $105.00; it is not paid by itself.`),
    ).toEqual(['bundled-service', 'timely-filing']);
  });

  it('may be one note right below its one row', () => {
    expect(
      reasonsOf(`line 1    76770  ultrasound
billed 410.00        plan pays 0.00         you 410.00
PX: Your records show the same stones before the policy began. This is a pre-existing condition.

line 2    T1013  interpreter
billed 55.00         plan pays 0.00         you 55.00
XC: Language services are not covered under this policy.`),
    ).toEqual(['benefit-exclusion', 'pre-existing-condition']);
  });

  it('say more than a general code beside their mark', () => {
    expect(
      reasonsOf(`  SERVICE DT  CODE    BILLED      ALLOWED    NOT PAID   CODES
  11/10/2025  J2506   7,200.00       0.00     7,200.00   CO-96     KX-31

   96     A charge that is not covered.
   KX-31  This drug is not on our list of covered drugs.`),
    ).toEqual(['non-formulary-drug']);
  });
});

describe('a note said not to be used', () => {
  it('is one of its list, and leaves the others their marks', () => {
    expect(
      reasonsOf(`Date      Code    Service         Fee      Paid    You pay   Note
03/31/26  D6010   implant      2,450.00    0.00   2,450.00   31
03/31/26  D2950   buildup        310.00    0.00       0.00   44

NOTES
 19   The patient is over the age limit. (not used on this statement)
 31   The tooth was lost before your coverage began and is a pre-existing condition.
 44   This service is included in the payment for another service of the same day.`),
    ).toEqual(['bundled-service', 'pre-existing-condition']);
  });
});

describe('lines that refuse nothing', () => {
  it('are those not decided yet', () => {
    expect(
      reasonsOf(`Provider                Date        Charge     Status        Message
Coldharbor Pediatrics   02/17/26    $264.00    Denied        P20
Northway Imaging        02/18/26    $388.00    Pended        P31

   P20  We received this claim after the filing limit.
   P31  We have asked for the medical records and they were not received.`),
    ).toEqual(['timely-filing']);
  });

  it('are those at a price the provider agreed to', () => {
    expect(
      reasonsOf(`Date       Proc.    Description           Charge     Allowed   Not paid   You owe   Mark
06/02/26   99396    Yearly physical       265.00      188.00      77.00      0.00    a
06/02/26   81025    Pregnancy test         18.00        0.00      18.00      0.00    d

Marks
 a   The charge is above the price the provider agreed to take. You do not owe the difference.
 d   An exact copy of this charge was processed before.`),
    ).toEqual(['duplicate-claim']);
    expect(
      reasonsOf(`Date       Proc.    Description           Charge     Allowed   Not paid   You owe   Mark
06/02/26   99396    Yearly physical       265.00      188.00      77.00     77.00    a

Marks
 a   The charge is above the amount the plan allows. The provider has no contract with us and may bill you.`),
    ).toEqual(['allowed-amount']);
  });
});
