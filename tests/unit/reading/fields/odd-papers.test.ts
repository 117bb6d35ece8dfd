// Habits of small and public payers: addresses given by pointing up, numbers of contracts, lists of claims, reviewers from outside.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

/** The fields of a letter that says `text` below its salutation. */
function told(text: string, above = 'Member: Arlo Penhaligon'): Fields {
  return fieldsOf(above, 'denial-letter', `\n${text}\n`);
}

/** The fields of a letter under this head. */
function headed(head: string, text: string): Fields {
  return fieldsOfText(`${head}\n\nMay 4, 2026\n\nDear Arlo Penhaligon:\n\n${text}\n`, 'denial-letter');
}

describe('an address the letter points up to', () => {
  const HEAD = 'TARN VALLEY WELFARE FUND\n3300 Boxcar Way, Muskrat Landing, AR 72899';

  it.each([
    'We denied your claim. Appeals go to the Board at the address above, in writing, within 180 days of this notice.',
    'We denied your claim. If you disagree, write to the Claims Office at the above address.',
    'We denied your claim. You may appeal in writing to the trustees at the address at the top of this page.',
  ])('%j', (text) => {
    expect(headed(HEAD, text).appeal_address).toBe('3300 Boxcar Way, Muskrat Landing, AR 72899');
  });

  it('is not taken where the letter only speaks of where it was sent', () => {
    const text = 'We denied your claim. We sent your identification card to the address above in March.';
    expect(headed(HEAD, text).appeal_address).toBeUndefined();
  });
});

describe('codes', () => {
  it.each([
    ['Plan: Pinnacle Harbor Rx Value (PDP), S9914', []],
    ['Plan: Harborlight Choice (HMO D-SNP), H9971', []],
    ['Claim for procedure S9124, two units', ['S9124']],
  ])('of procedures in %j', (line, codes) => {
    expect(fieldsOf(line).codes?.cpt_hcpcs ?? []).toEqual(codes);
  });

  it('are no diagnoses where they bound a range', () => {
    const text = 'The claim carries a diagnosis in the range (ICD-10-CM S00 through T88). Your diagnosis is S52.501A.';
    expect(told(text).codes?.icd10).toEqual(['S52.501A']);
  });
});

describe('limits', () => {
  it('are not the days a supply is counted by', () => {
    const text =
      'You asked for 30 capsules per 30 days. You must ask in writing within 65 days of the date of this notice to appeal.';
    expect(told(text).appeal_deadline_days).toBe(65);
  });

  it.each([
    ['Provider disputes: 90 days from issue date.', 90, 'notice-date'],
    ['Provider review: 180 days from remit date, by mail only.', 180, 'notice-date'],
    ['If you disagree, send a letter within 60 days of this one’s date.'.replace('’', "'"), 60, 'notice-date'],
    [
      '[X] Standard appeals by mail within 180 days of receipt of this notice\n[X] External, independent review',
      180,
      'receipt',
    ],
  ] as const)('%j', (text, days, from) => {
    const fields = told(`\nHOW TO APPEAL\n\n${text}`);
    expect([fields.appeal_deadline_days, fields.appeal_deadline_from]).toEqual([days, from]);
  });
});

describe('claims', () => {
  it('stand side by side', () => {
    expect(fieldsOf('Control no(s).  251113-0082   251113-0083   251201-0410').claim_numbers).toEqual([
      '251113-0082',
      '251113-0083',
      '251201-0410',
    ]);
  });

  it('stand behind letters of a list', () => {
    const lines =
      'Claims           (a) 1E26-0311-7004   Basil Thornquist, MD\n                 (b) 1E26-0318-2290   Sunlit Skin Partners';
    expect(fieldsOf(lines).claim_numbers).toEqual(['1E26-0311-7004', '1E26-0318-2290']);
  });
});

describe('who decided', () => {
  it('is not who pays, where it only reviews', () => {
    const head = "HEARTHSIDE MEDICAL REVIEW ORGANIZATION\n\nPlan:            Umber County Employees' Health Plan";
    expect(headed(head, 'The denial of item 2 is upheld upon external review.').payer).toBe(
      "Umber County Employees' Health Plan",
    );
  });

  it('may be the formal review that follows a reconsideration', () => {
    const head = 'COASTLINE GOVERNMENT HEALTH\n\nFORMAL REVIEW DECISION';
    expect(headed(head, 'The claim is denied.').appeal_level).toBe('second-level-upheld');
  });
});

describe('"Date" in the block of a claim', () => {
  const text =
    'TARN VALLEY HEALTH PLAN\n\n02/19/2026\n\nArlo Penhaligon\n\nClaim number   26-020-7719\nDate           01/15/2026\n\nDear Arlo:\n\nWe denied it.\n';

  it('is the day of the visit, where a later day stands above it', () => {
    const fields = fieldsOfText(text, 'denial-letter');
    expect([fields.letter_date, fields.dates_of_service]).toEqual(['2026-02-19', ['2026-01-15']]);
  });

  it("is the letter's own, where no other day stands above it", () => {
    expect(fieldsOfText(text.replace('02/19/2026', ''), 'denial-letter').letter_date).toBe('2026-01-15');
  });
});
