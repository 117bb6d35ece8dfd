// Days, sums and codes of bills, slips, records, logs and cards: papers on which no insurer decides anything.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('the day of a paper', () => {
  it('is none of those a log of calls begins its lines with', () => {
    const log = `calls about mum's bed - Orla Fennimore

3/3/26   9:10   supplier     sent the request today
3/12/26  1:45   plan, Bert   says it is in review
3/17/26  8:02   plan, Ida    says it was denied
`;
    expect(fieldsOfText(log, 'correspondence').letter_date).toBeUndefined();
    expect(fieldsOfText(log.replace('Orla Fennimore', 'last updated 3/19/26'), 'correspondence').letter_date).toBe(
      '2026-03-19',
    );
  });

  it('is none on a card, whatever days it names', () => {
    const card = 'FERNHOLT CARE\nMEMBER CARD\n\nName: Ivo Tamsin\nID: FH 0099 3381\nIssued 08/15/2025\n';
    expect(fieldsOfText(card, 'id-card').letter_date).toBeUndefined();
  });

  it('is not that of a birth, labelled or not', () => {
    const report = (head: string): string =>
      `TARN SURGICAL CENTER    OPERATIVE REPORT\n\n${head}\n\nThe knee was opened.\n`;
    const labelled =
      'Patient            Ivo Tamsin\nDate of birth      05/21/1990\nDate of operation  September 18, 2025';
    expect(fieldsOfText(report(labelled), 'medical-record')).toMatchObject({
      letter_date: '2025-09-18',
      dates_of_service: ['2025-09-18'],
    });
    const bare = 'Patient Ivo Tamsin | 1966-01-25 | chart 20-44 | 11/12/2025 9:00';
    expect(fieldsOfText(report(bare), 'medical-record').letter_date).toBe('2025-11-12');
  });

  it('is the day a study or a policy came out', () => {
    const study =
      'Annals of Tarn Medicine 2024; 3: 18-27\nReceived 8 January 2024. Accepted 30 April 2024. Published 17 June 2024.\n';
    expect(fieldsOfText(study, 'literature').letter_date).toBe('2024-06-17');
    const policy = 'TARN HEALTH, Medical Policy 12          Posted February 3, 2026\nIn force on March 15, 2026.\n';
    expect(fieldsOfText(policy, 'medical-policy').letter_date).toBe('2026-02-03');
  });
});

describe('days of service', () => {
  it('are those a record lists in short', () => {
    const note = `TARN SPEECH THERAPY        Progress note\n                           written 3/31/2026\n\nChild: Ivo Tamsin\nSessions this quarter: 1/6, 1/13, 3/31\nCancelled: 2/3, 2/10, 2/17\n`;
    expect(fieldsOfText(note, 'medical-record').dates_of_service).toEqual(['2026-01-06', '2026-01-13', '2026-03-31']);
  });

  it('are not the days on which charges were posted', () => {
    const account = `TARN WOUND CENTER       Statement of account        issued 01/06/2026

  posted     service    item                          debit     credit    balance
  --------   --------   -------------------------   --------   --------   --------
  10/13/25   10/07/25   99213 visit                   165.00                165.00
  11/18/25   11/12/25   97597 wound cleaning          310.00                475.00
`;
    expect(fieldsOfText(account, 'bill').dates_of_service).toEqual(['2025-10-07', '2025-11-12']);
  });
});

describe('sums', () => {
  it('are what is left of a debt, on the paper of a collector', () => {
    const notice = `HOBB RECOVERY LLC                          March 3, 2026

Hobb Recovery is a debt collector. We are trying to collect a debt.

     For:           services to Ivo Tamsin on 06/30/2025

     As of 12/31/2025 you owed:              $1,146.00
     Between then and today:
         you paid or were credited           $  100.00
     Total of the debt now:                  $1,046.00
`;
    const { billed_amount, patient_responsibility, dates_of_service } = fieldsOfText(notice, 'bill');
    expect({ billed_amount, patient_responsibility, dates_of_service }).toEqual({
      billed_amount: undefined,
      patient_responsibility: 1046,
      dates_of_service: ['2025-06-30'],
    });
  });

  it('are the total of a slip with several prescriptions, and no price of one', () => {
    const slip = `        TARN PHARMACY
   02/26/2026  17:42        Reg 2
   Rx 6077142     pen 0.5 mg
   Usual price                   $1,048.20
   Rx 6077143     needles
   Your cost                        $10.00
   TOTAL                         $1,058.20
`;
    const { billed_amount, patient_responsibility } = fieldsOfText(slip, 'receipt');
    expect({ billed_amount, patient_responsibility }).toEqual({
      billed_amount: undefined,
      patient_responsibility: 1058.2,
    });
  });

  it.each([
    ['TOTAL        813.00\n  PAID         813.00\n  DUE            0.00', 0],
    ['Total        $2,150.00\n  Paid         $2,150.00\n  Owing        nothing', 0],
  ])('are nothing where nothing is due: %j', (sums, owed) => {
    const bill = `TARN THERAPY     SUPERBILL      10/17/2025\n\n  Patient  Ivo Tamsin\n\n  ${sums}\n`;
    expect(fieldsOfText(bill, 'receipt').patient_responsibility).toBe(owed);
  });

  it('are what the boxes of several claims come to', () => {
    const boxes = `TARN BENEFITS\nEXPLANATION OF BENEFITS - not a bill\nStatement date: June 30, 2026

Claim 61804477   Tarn Family Practice   06/03/2026   you owe   0.00
Claim 61809112   Tarn Family Practice   06/03/2026   you owe  25.00
Claim 61811530   Tarn Allergy           05/12/2026   you owe 640.00

Plan paid  $224.00        You owe  $665.00
`;
    expect(fieldsOfText(boxes, 'eob').patient_responsibility).toBe(665);
  });

  it.each([
    'I appeal your refusal to pay the $1,916.00 emergency room bill.',
    'You refused to pay for my test ($1,916.00).',
  ])("are the only amount of a member's own letter: %j", (text) => {
    const letter = `Ivo Tamsin\n9 Tarn Road\n\nMarch 20, 2026\n\nMember ID TVQ 4471, claim 26-0331-55809\n\nDear Sir or Madam,\n\n${text}\n`;
    expect(fieldsOfText(letter, 'correspondence').billed_amount).toBe(1916);
  });
});

describe('codes', () => {
  it('of a superbill are those whose boxes are ticked', () => {
    const sheet = `TARN PHYSICAL THERAPY     SUPERBILL\n\nDate       11/18/2025\n
 [ ] 97161 low      180.00   [X] 97110  x 2    55.00 ea
 [X] 97140  x 1      58.00   [ ] 97014  e-stim 30.00
 DIAGNOSIS   [X] M65.4  thumb      [ ] M77.11      [X] U09.9
`;
    expect(fieldsOfText(sheet, 'receipt').codes).toMatchObject({
      cpt_hcpcs: ['97110', '97140'],
      icd10: ['M65.4', 'U09.9'],
    });
  });
});

describe('a diagnosis without further digits', () => {
  it.each([
    'Request: proton beam, 28 fractions, for C61',
    'Condition          C61',
    'Care: radiation, prostate cancer, C61',
  ])('is read where it stands apart: %j', (line) => {
    expect(fieldsOf(`Member: Ivo Tamsin\n${line}`).codes?.icd10).toEqual(['C61']);
  });

  it('is not part of an address or a number', () => {
    expect(fieldsOf('Member: Ivo Tamsin\nSuite C61, form C61-22').codes?.icd10 ?? []).toEqual([]);
  });
});

describe('the level and the limit of an appeal', () => {
  it.each([
    'A voluntary second appeal to a panel is there, too.',
    'SECOND-LEVEL APPEAL. The Plan offers a voluntary second appeal.',
    'Second-level grievance review. Ask in writing within 60 days.',
  ])('is not the one that is only offered: %j', (text) => {
    const letter = fieldsOf('Re: Decision on your appeal\nMember: Ivo Tamsin', 'denial-letter', `\n${text}\n`);
    expect(letter.appeal_level).toBe('first-level-upheld');
  });

  it('stands on the form for a representative', () => {
    const form = `TARN ADVANTAGE\nAPPOINTMENT OF REPRESENTATIVE\n\nI appoint Clara Tamsin for my appeal.\n
The form holds for one year. Send it with the appeal, within 65 days of the date of the denial
notice, to: Tarn Appeals, P.O. Box 330, Mill Bay, WA 98998.
`;
    expect(fieldsOfText(form, 'authorization-form')).toMatchObject({
      appeal_deadline_days: 65,
      appeal_deadline_from: 'notice-date',
    });
  });
});
