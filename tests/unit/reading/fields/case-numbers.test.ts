// Numbers of requests and cases that stand in the head of a letter without a label of their own, or in what was approved instead. The papers are made up.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('the number of the case in the head of a letter', () => {
  it.each([
    ['behind its word in brackets', 'RE:   Your appeal of May 2, 2026 (Appeal 31-Q-2207)', '31-Q-2207'],
    ['between other numbers', 'Plan participant no. QWF-20-71880 . Group 7120 . Appeal log 31-00284', '31-00284'],
    ['behind a comma', 'RE:  First level review appeal, File Q-31-00284', 'Q-31-00284'],
    ['of a file of the case', 'Case file:   QRN-31-22071', 'QRN-31-22071'],
    ['alone on its line', 'QRN-31-2207', 'QRN-31-2207'],
    ['beside the title', 'Provider Dispute Resolution                QDR 31-02-20718', 'QDR 31-02-20718'],
    ['that the payer calls its own for this', 'Our number for this ....... QX31-220718', 'QX31-220718'],
  ])('is read %s', (_, block, number) => {
    expect(fieldsOf(block).authorization_number).toBe(number);
  });

  it.each([
    'Odalys Brandt        ID 44-2207-Q',
    'Your account       QBO-55170',
    'Your request   L4-5 microdiscectomy, outpatient',
  ])('is none in %j', (block) => {
    expect(fieldsOf(block).authorization_number).toBeUndefined();
  });
});

describe('the number of an approval', () => {
  it.each([
    ['behind the word for its issue', 'Appeal 31-AP-0719        Authorization now issued: QHC-220718', 'QHC-220718'],
    [
      'in the next line',
      'Appeal 31-AP-0719\n\nThe visits are covered from June 2. The approval number is\nQU-31-22071.',
      'QU-31-22071',
    ],
    [
      'behind the days it is for',
      'Appeal 31-AP-0719\n\nThe sessions are approved from June 2, 2026 to June 30, 2026 under number QB-3101-77120.',
      'QB-3101-77120',
    ],
    ['at the beginning of a sentence', 'Approval QU-55182 covers the drug.', 'QU-55182'],
  ])('is read %s', (_, block, number) => {
    expect(fieldsOf(block, 'prior-authorization').authorization_number).toBe(number);
  });

  it('is not that of a place in the body or of a diagnosis', () => {
    const text = 'QUAY HEALTH\n\nWe looked at it again. Diagnosis on the request: G61.81.';
    expect(fieldsOfText(text, 'denial-letter').authorization_number).toBeUndefined();
  });
});
