// What cards, forms, letters of members, logs of calls, charts and plans' documents say of the plan and of appeals. The papers are made up.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

const CARD = `THORNBY VALLEY HEALTH                  PPO 1000
Member    ODALYS BRANDT
ID        TVH 4410 22 118
Group     0071-TV        RxBIN 009999   RxGRP TVRX2
Claims:   PO Box 4100, Norvane, OH 44998
Appeals:  PO Box 4120, Norvane, OH 44998`;

const FORM = `NAMING SOMEONE TO ACT FOR YOU
THORNBY VALLEY HEALTH PLAN
Return to: Thornby Appeals, PO Box 77, Norvane, OH
44998 or fax 614-555-0133
Member ID  TVH 4410 22 118        Claim  TV-26-00418
[x] this claim only     [ ] all claims`;

const LETTER = `Odalys Brandt
12 Slip Road, Norvane, OH 44997
614-555-0108

Thornby Valley Health, Member Appeals
P.O. Box 4120, Norvane, OH 44998
by fax, 614-555-0133

June 2, 2026

To whom it may concern,

I am appealing your letter of May 4. You refused to pay for the scan of my knee.`;

const LOG = `CALLS with Thornby Valley Health about the scan
Member: Odalys Brandt   ID TVH 4410 22 118   claim TV-26-00418

Mar 3   Rep Ines. Denied for lack of approval. ref 881-20774
Mar 9   Rep Otto. Appeal fax is 614-555-0133, address Thornby Appeals, PO Box 4120, Norvane, OH 44998.
        Appeal date stays Aug 9 2026 if it is not fixed.`;

describe('where an appeal goes', () => {
  it('stands on a card', () => {
    const fields = fieldsOfText(CARD, 'id-card');
    expect(fields.appeal_address).toBe('PO Box 4120, Norvane, OH 44998');
    expect(fields.appeal_fax).toBeUndefined();
  });

  it('stands on a card behind the short name of the plan, its telephone beside the word', () => {
    const text = CARD.replace('Appeals:  ', 'Appeals   TVH, ');
    expect(fieldsOfText(text, 'id-card').appeal_address).toBe('PO Box 4120, Norvane, OH 44998');
    const phone = `${CARD}\nMember help  1-844-555-0150\nComplaints & appeals  1-844-555-0154`;
    expect(fieldsOfText(phone, 'id-card').appeal_phone).toBe('1-844-555-0154');
  });

  it('is a fax alone on a form that lets papers go to the desk for appeals', () => {
    const text =
      'RELEASE OF RECORDS\n[x] office notes   [ ] bills\n[x] reports\nC. to Thornby Valley, Appeals, fax 614-555-0165';
    expect(fieldsOfText(text, 'authorization-form').appeal_fax).toBe('614-555-0165');
  });

  it("has a telephone in a plan's document right behind its address or fax", () => {
    const text =
      'THORNBY VALLEY HEALTH\nYour booklet\n\n8.1  Call 1-844-555-0120 before a stay.\n\n9.2  Send an appeal to Thornby Appeals, PO Box 77, Norvane, OH 44998, fax 614-555-0183, telephone 614-555-0184.';
    expect(fieldsOfText(text, 'plan-document').appeal_phone).toBe('614-555-0184');
    expect(fieldsOfText(text.replace(', telephone 614-555-0184', ''), 'plan-document').appeal_phone).toBeUndefined();
  });

  it('stands on a form, with its fax', () => {
    const fields = fieldsOfText(FORM, 'authorization-form');
    expect(fields.appeal_address).toBe('PO Box 77, Norvane, OH 44998');
    expect(fields.appeal_fax).toBe('614-555-0133');
  });

  it('stands above what a member writes', () => {
    const fields = fieldsOfText(LETTER, 'correspondence');
    expect(fields.appeal_address).toBe('P.O. Box 4120, Norvane, OH 44998');
    expect(fields.appeal_fax).toBe('614-555-0133');
  });

  it('is not the head of a letter that says the appeal came', () => {
    const text = `Thornby Valley Health\nMember Appeals, PO Box 4120, Norvane, OH 44998\n\nDear Ms. Brandt:\n\nYour appeal came on May 4. Its number is TV-AP-7719.`;
    const fields = fieldsOfText(text, 'correspondence');
    expect(fields.appeal_address).toBeUndefined();
    expect(fields.authorization_number).toBe('TV-AP-7719');
  });

  it('stands in a log of calls, whose references are of the calls', () => {
    const fields = fieldsOfText(LOG, 'correspondence');
    expect(fields.appeal_address).toBe('PO Box 4120, Norvane, OH 44998');
    expect(fields.appeal_fax).toBe('614-555-0133');
    expect(fields.appeal_deadline_date).toBe('2026-08-09');
    expect(fields.authorization_number).toBeUndefined();
  });

  it("stands in a plan's document with the fax right behind", () => {
    const text = `THORNBY MILLS HEALTH PLAN\nSUMMARY PLAN DESCRIPTION\n\n9.1 Claims are decided by Yarrow Benefit Services, the Claims Administrator.\n9.2 Appeals go to Yarrow Benefit Services, Appeals, PO Box 9, Norvane, OH 44998,\n    fax 614-555-0150. Group\n    number 77-30418.`;
    const fields = fieldsOfText(text, 'plan-document');
    expect(fields.appeal_fax).toBe('614-555-0150');
    expect(fields.payer).toBe('Yarrow Benefit Services');
    expect(fields.group_number).toBe('77-30418');
    expect(fields.member_id).toBeUndefined();
  });
});

describe('the group', () => {
  it("is that of the plan, not the pharmacy's", () => {
    expect(fieldsOfText(CARD, 'id-card').group_number).toBe('0071-TV');
  });

  it("is the pharmacy's where no other is printed, also a word", () => {
    expect(fieldsOfText('Member  ODALYS BRANDT\nRxGRP: TIDEMARK', 'id-card').group_number).toBe('TIDEMARK');
    expect(fieldsOfText('YARROW DRUG #12\nGRP LODESTONE', 'receipt').group_number).toBe('LODESTONE');
  });
});

describe('the number of a member', () => {
  it.each([
    ['behind the name of the plan', 'Plan and ID   Yarrow Health, YH-0091-55276'],
    ['in the line of the plan', 'Responsible: Odalys Brandt      Plan: First Yarrow Health YH-0091-55276'],
    ['on file', 'Yarrow Health member ID on file: YH-0091-55276'],
  ])('stands %s', (_, line) => {
    expect(fieldsOfText(`NORVANE EYE CLINIC\nStatement\n\n${line}`, 'bill').member_id).toBe('YH-0091-55276');
  });

  it('is no ZIP code of Idaho', () => {
    const text = 'NORVANE EYE CLINIC\n77 Lock Road, Upper Tarn, ID 83999\n\nRe: Odalys Brandt, ID YH 5518 20947';
    expect(fieldsOfText(text, 'letter-of-medical-necessity').member_id).toBe('YH 5518 20947');
  });

  it("is neither a chart's nor a debt's", () => {
    expect(
      fieldsOfText('NORVANE EYE CLINIC\nPatient Odalys Brandt  #NE20418', 'medical-record').member_id,
    ).toBeUndefined();
    const debt = fieldsOfText('Reference: NR-7703318\n\nOdalys Brandt      NR-7703318', 'bill');
    expect(debt.member_id).toBeUndefined();
    expect(debt.authorization_number).toBeUndefined();
  });
});

describe('who pays', () => {
  it.each([
    ['BILL TO   Yarrow Crossing Health Plan', 'Yarrow Crossing Health Plan', 'medical-record'],
    ['DOS 03/19/2026      Cov: Yarrow HMO', 'Yarrow HMO', 'medical-record'],
    ['3  Plan    Yarrow Commons (Medicaid managed care)', 'Yarrow Commons', 'letter-of-medical-necessity'],
  ] as const)('stands in %j', (line, payer, kind) => {
    expect(fieldsOfText(`NORVANE EYE CLINIC\nPatient: Odalys Brandt\n\n${line}`, kind).payer).toBe(payer);
  });

  it('tells the family of the plan by the name', () => {
    const text = 'NORVANE HOSPITAL\nPatient: Odalys Brandt\nInsurance: Yarrow Senior Choice (Medicare Advantage)';
    const fields = fieldsOfText(text, 'medical-record');
    expect(fields.payer).toBe('Yarrow Senior Choice');
    expect(fields.plan_type).toBe('medicare-advantage');
  });

  it('is no next step of a chart', () => {
    const text = 'NORVANE EYE CLINIC\nPatient: Odalys Brandt\nPlan: Home Health Visits';
    expect(fieldsOfText(text, 'medical-record').payer).toBeUndefined();
  });
});

describe('numbers of papers', () => {
  it('stand in brackets, behind an ordinal, and behind "approved under"', () => {
    expect(fieldsOfText('I appeal a denied claim (YH25-77-30166).', 'correspondence').claim_numbers).toEqual([
      'YH25-77-30166',
    ]);
    expect(fieldsOfText('4.  Appeal no.       RD-26-0611-20874', 'denial-letter').authorization_number).toBe(
      'RD-26-0611-20874',
    );
    expect(
      fieldsOfText('The monitor is approved under YH-26-000418 from May 1, 2026.', 'denial-letter')
        .authorization_number,
    ).toBe('YH-26-000418');
  });

  it.each([
    ['YARROW HEALTH        MEDICAL POLICY\nSurgery 4.07\n\nNERVE STIMULATION', 'Surgery 4.07'],
    ['Yarrow Fund\nCLINICAL COVERAGE BULLETIN 2026-11: Nerve Stimulation', 'CLINICAL COVERAGE BULLETIN 2026-11'],
  ])('are those of a policy', (text, number) => {
    expect(fieldsOfText(text, 'medical-policy').criteria_cited).toBe(number);
  });

  it('are the whole ones of a table where the text says them in short', () => {
    const text = `61-2026-04418   02/14/26   $8,905.00   99223
61-2026-04611   03/05/26     $212.00   99214

(a) Claim 04418. You were not covered on that day.`;
    expect(fieldsOfText(text, 'denial-letter').claim_numbers).toEqual(['61-2026-04418', '61-2026-04611']);
  });

  it('are those of a student', () => {
    const text = 'Student plan ID   QW-2209-7715      Policy no.   2025-TC-118';
    expect(fieldsOfText(text, 'eob').member_id).toBe('QW-2209-7715');
  });
});
