// Reasons of statements, by the ways in which their lines and notes belong together. The statements are made up.
import { describe, expect, it } from 'vitest';
import { reasonsOfStatement as reasonsOf } from '../../helpers/statements.ts';

describe('marks on lines', () => {
  it('are found in the column of notes, wherever it stands', () => {
    expect(
      reasonsOf(`date       code     charge     ineligible   rmk   eligible    paid     patient
2/03/26    99213     170.00        0.00     (1)     118.00     98.00      20.00
2/03/26    97124      95.00       95.00     (2)       0.00      0.00      95.00
2/10/26    73221   1,605.00    1,605.00     (4)       0.00      0.00       0.00

REMARKS
(1) Network discount taken. Copayment $20.00.
(2) The person who gave the service is not licensed to bill for it under the plan.
(3) We received this claim after the filing limit.
(4) An exact copy of this charge was processed before.`),
    ).toEqual(['duplicate-claim', 'provider-not-eligible']);
  });

  it('are found on a short line below the row, behind the word note', () => {
    expect(
      reasonsOf(`   Service               Provider billed     Plan approved     Plan's share     Your share
   11721 Nail care             $  87.00           $   0.00         $  0.00       $  87.00
        DENIED - note 1
   74177 CT scan               $1,420.00          $ 398.00         $ 148.00      $ 250.00
        see note 2

NOTES

1   The plan does not cover routine foot care.
2   The charge is above the amount your plan allows.`),
    ).toEqual(['benefit-exclusion']);
  });

  it('are found behind what was done, as small letters', () => {
    expect(
      reasonsOf(`What was done                          Date        Charge      Payable     Paid        You owe
Infusion, first hour, 96413           05/05/26     490.00     490.00     392.00      98.00
Infusion, added hour, 96415 b         05/05/26     110.00       0.00       0.00     110.00
Drug, J3262 (162 units) c             05/12/26   4,860.00       0.00       0.00   4,860.00

Marks
a = The plan was not asked for approval before the service.
b = The code is not right for what was done.
c = One infusion in any 14 days is covered, and this came seven days after the last.`),
    ).toEqual(['coding-error', 'quantity-limit']);
  });

  it('are found on cards, one for each service, by what the card says was paid', () => {
    expect(
      reasonsOf(`   Service:   99204 new patient visit            Service:   95004 skin tests (40)
   Charge:    $310.00                            Charge:    $360.00
   Paid:      $0.00                              Paid:      $200.00
   Note:      (1)                                Note:      (3)

   Service:   99283 emergency visit
   Charge:    $880.00
   Paid:      $0.00
   Note:      (2)

Notes
(1)  Your primary care doctor gave no referral to this specialist.
(2)  From the record, a mild rash of three days was not an emergency.
(3)  You get the discount of our network.
(4)  You have other insurance that should pay first.`),
    ).toEqual(['non-emergency', 'referral-missing']);
  });

  it('are found in a column of codes that is not the last, where another names the service', () => {
    expect(
      reasonsOf(`Claim      Date      Svc    Charge     Inelig     Code   Deduct    Paid      Owed
611-2207   04-28-26  99214    195.00       0.00            0.00    156.00     39.00
611-3350   05-30-26  73110    180.00     180.00     B      0.00      0.00    180.00

CODES
A   Applied to deductible.
B   Coverage for this person ended before the date of the charge.
C   The visit limit for the calendar year is reached.

Used this year: deductible      500.00 of 500.00`),
    ).toEqual(['eligibility-terminated']);
  });

  it('may be symbols behind a description, and titles of columns may stand in two lines', () => {
    expect(
      reasonsOf(`What was done              Charge     Not        Paid by     Left for
                                      payable    the plan    you
Knee scope, 29881 *        490.00     490.00        0.00      490.00
Look inside, 29870 +       390.00     390.00        0.00        0.00
X-ray, 73560 *             190.00       0.00      190.00        0.00

*  You have no referral from your primary care doctor for this visit.
+  We do not pay this by itself: it is included in the payment for the operation.`),
    ).toEqual(['bundled-service', 'referral-missing']);
  });

  it('are explained in few words, if those are joined by strokes', () => {
    expect(
      reasonsOf(`Date        Service               Billed    Covered   Plan pays   Code
02/03/2026  78816 PET scan       4,850.00       0.00        0.00    197

CODES
197   Precertification/authorization/notification missing.`),
    ).toEqual(['prior-authorization-missing']);
  });

  it('are found behind the word note, with amounts after them', () => {
    expect(
      reasonsOf(`1. Claim 26058110023     Bayview Imaging, 01/28/2026
   70553 MRI of the head           $2,240.00      plan paid $0      note AA      you owe $0.00

2. Claim 26061007719     Bayview Ear Clinic, 02/04/2026
   99204 new patient visit           $310.00      plan paid $0      note BB      you owe $310.00

NOTES
AA  No prior authorization was requested before the scan.
BB  You have no referral from your primary care doctor for this visit.
CC  Your coverage had ended on the date of service.`),
    ).toEqual(['prior-authorization-missing', 'referral-missing']);
  });

  it('are found where the note repeats the word before its mark', () => {
    expect(
      reasonsOf(`                                          Billed     Approved    Plan paid    You owe
Exam, established patient (92014)        $215.00     $128.00      $88.00      $40.00
Vision check for new glasses (92015)      $48.00       $0.00       $0.00       $0.00   Note A
Retina photographs (92250)               $110.00       $0.00       $0.00       $0.00   Note B

Note A  Payment for this service is included in the payment for the examination on the same day.

Note B  The procedure code does not agree with the modifier that was billed.`),
    ).toEqual(['bundled-service', 'coding-error']);
  });

  it('are read one by one where several stand together', () => {
    expect(
      reasonsOf(`Date       Service            Billed     Allowed     Paid     You owe    See
02/03/26   99283 visit        890.00        0.00     0.00      890.00    A/C
02/03/26   J1885 injection     62.00        0.00     0.00       62.00    (B)(C)

A  We received this claim after the time limit for filing.
B  Your records show another insurance that pays first.
C  Coverage had ended before the date of service.
D  The number of visits allowed in a year was used up.`),
    ).toEqual(['coordination-of-benefits', 'eligibility-terminated', 'timely-filing']);
  });

  it('may be symbols', () => {
    expect(
      reasonsOf(`Date       Service               Billed      Paid     You owe
02/03/26   99213 visit           165.00     69.00       25.00
02/03/26   A4550 tray            140.00      0.00        0.00   *
02/03/26   81599 gene panel    2,300.00      0.00    2,300.00   †
02/09/26   97110 therapy         150.00      0.00      150.00   #

*  This item is included in the payment for the procedure on the same day.
†  This test is considered experimental and investigational.
#  You have used all the therapy visits your plan allows in a year.
‡  The provider is out of network.`),
    ).toEqual(['bundled-service', 'experimental-investigational', 'quantity-limit']);
  });

  it('may be the numbers of claims to which messages answer', () => {
    expect(
      reasonsOf(` Claim        Date         Where                               Charged     Plan pays  You pay
 7-300118     01/23/2026   Valley Care, visit                  $190.00     $142.00     $48.00
 7-301907     02/04/2026   Summit Acupuncture, 97810           $125.00       $0.00    $125.00
 7-302255     02/12/2026   Valley Care, visit                  $190.00       $0.00    $190.00

+--- MESSAGES ABOUT THIS STATEMENT ------------------------------------------+
| 7-301907   This provider is not part of our network and your plan has no   |
|            benefits for out-of-network care.                               |
|                                                                            |
| 7-302255   Your coverage ended on January 31, before this visit.           |
+----------------------------------------------------------------------------+`),
    ).toEqual(['eligibility-terminated', 'out-of-network']);
  });

  it('are explained in capitals over several lines', () => {
    expect(
      reasonsOf(`Ln Date     Code   Description              Billed   Discount   Paid    You owe  Key
 1 02/20/26 H0015  Intensive outpatient     340.00    90.00   225.00    25.00
 2 02/20/26 80307  Presumptive drug test     95.00     0.00     0.00     0.00    B2
 3 02/27/26 H0015  Intensive outpatient     340.00     0.00     0.00   340.00    119

KEY
 B2   PAYMENT FOR THIS TEST LIES WITHIN WHAT WAS PAID FOR ANOTHER
      SERVICE OF THE SAME DAY.
 119  THE 36 DAYS OF OUTPATIENT CARE THAT YOUR CERTIFICATE GRANTS FOR ONE
      CALENDAR YEAR WERE USED UP ON 02/24/2026. THE MAXIMUM WAS REACHED.`),
    ).toEqual(['bundled-service', 'quantity-limit']);
  });
});

describe('notes under lines', () => {
  it('speak for the line above them when it was not paid', () => {
    expect(
      reasonsOf(`01/31/26  99282  Emergency department visit
          Billed 940.00   Allowed 0.00   Paid 0.00   You owe 940.00
          > The symptoms were not those of an emergency, and the plan pays
            for the emergency room only then.

01/31/26  71046  Chest x-ray
          Billed 265.00   Allowed 96.00   Paid 62.00   You owe 34.00
          > Deductible met. 20% coinsurance and $14.80 applied.

02/03/26  L3000  Custom foot inserts, pair
          Billed 350.00   Allowed 0.00   Paid 0.00   You owe 350.00
          > Plan covers one pair in 24 months. The limit was reached.`),
    ).toEqual(['non-emergency', 'quantity-limit']);
  });

  it('give nothing under lines that were paid', () => {
    expect(
      reasonsOf(`01/31/26  71046  Chest x-ray
          Billed 265.00   Allowed 96.00   Paid 62.00   You owe 34.00
          > Network discount applied. Your provider may not bill you for it.`),
    ).toEqual([]);
  });
});

describe('codes without words', () => {
  it('are the reject codes of pharmacies on lines that were refused', () => {
    expect(
      reasonsOf(`CLAIM         FILLED    DRUG                              QTY  SUBMITTED   STATUS    YOU PAID
252790118841  02/06/26  ADALIMUMAB-AATY 40 MG/0.4 ML     2 EA   1,318.20   PAID        150.00
252790118902  02/06/26  TIRZEPATIDE 10 MG/0.5 ML PEN     4 ML   2,190.00   REJ 76        -
252791004417  02/06/26  RISANKIZUMAB 150 MG/ML           1 ML   7,904.20   REJ 608       -

Other common reject codes, for your information: reject 75 prior authorization required; 83 duplicate.`),
    ).toEqual(['quantity-limit', 'step-therapy']);
  });

  it('are adjustment codes also in the print of electronic remittances', () => {
    expect(
      reasonsOf(`CLP 1  FPM5309-4418   ABERNETHY, J     STATUS 4 DENIED        CHARGE 410.00    PAID 0.00
  SVC 58300    01/06/2026   410.00
      CAS*CO*16*410.00       RMK N706

CLP 2  FPM5309-4420   COLEFAX, M       STATUS 4 DENIED        CHARGE 255.00    PAID 0.00
  SVC 99395    01/07/2026   255.00
      CAS*PR*27*255.00

CLP 3  FPM5310-0077   STRANDBERG, H    STATUS 1 PRIMARY       CHARGE 160.00    PAID 91.00
  SVC 99213    01/08/2026   160.00     ALLOWED 91.00
      CAS*CO*45*69.00`),
    ).toEqual(['eligibility-terminated', 'insufficient-information']);
  });

  it('are found with the group in a column of its own', () => {
    expect(
      reasonsOf(`SERV DATE  PROC     BILLED   ALLOWED     PAID     GRP    RC       AMT
02/24/26   99203    260.00    171.30    141.30     CO     45     88.70
02/24/26   20611    415.00      0.00      0.00     CO     29    415.00
02/24/26   J7325    990.00      0.00      0.00     PR     204   990.00`),
    ).toEqual(['benefit-exclusion', 'timely-filing']);
  });
});

describe('messages', () => {
  it('that no line points to are read as what the statement says', () => {
    expect(
      reasonsOf(`  Jan 28   Bitterroot Family Clinic, office visit          $  210.00   we paid $  0.00
  Feb 12   Bitterroot Family Clinic, office visit          $  210.00   we paid $118.00
  Feb 19   Dr. Pemberton, elbow consultation               $  325.00   we paid $  0.00

MESSAGES FOR YOU
  * Your coverage began on February 1, so the visit on January 28 was before you were covered.
  * Dr. Pemberton is not in our network, and this plan only pays doctors who are in the network.`),
    ).toEqual(['eligibility-terminated', 'out-of-network']);
  });
});
