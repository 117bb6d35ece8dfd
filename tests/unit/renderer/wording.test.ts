// Words of the window: dates, counts, hints on a passphrase, and a name for everything in the vocabularies.
import { expect, test } from 'vitest';
import { findingValue, misreadFact, misreadInWords } from '../../../renderer/wording/facts.ts';
import { count, daysUntil, fileSize, longDate, pageRange, today } from '../../../renderer/wording/format.ts';
import { hintFor } from '../../../renderer/wording/passphrase.ts';
import { REASON_NAMES } from '../../../renderer/wording/reasons.ts';
import { KINDS, PLAN_TYPE_NAMES } from '../../../renderer/wording/vocabulary.ts';
import { DocumentId } from '../../../shared/ids.ts';
import { DocumentKind, PlanType, ReasonId } from '../../../shared/model/vocabulary.ts';

test('every reason, plan type and kind of paper has a name', () => {
  expect(Object.keys(REASON_NAMES).toSorted()).toEqual([...ReasonId.options].sort());
  expect(Object.keys(PLAN_TYPE_NAMES).toSorted()).toEqual([...PlanType.options].sort());
  expect([...KINDS].sort()).toEqual([...DocumentKind.options].sort());
});

test('a calendar date stays the same day in every time zone', () => {
  expect(longDate('2027-03-01')).toBe('March 1, 2027');
  expect(daysUntil(today())).toBe(0);
});

test('counts, pages, sizes', () => {
  expect([count(1, 'page'), count(0, 'page'), count(1200, 'page')]).toEqual(['1 page', '0 pages', '1,200 pages']);
  expect([pageRange(3), pageRange(3, 3), pageRange(3, 5)]).toEqual(['p. 3', 'p. 3', 'pp. 3–5']);
  expect([fileSize(12), fileSize(4200), fileSize(6_200_000)]).toEqual(['12 bytes', '4 KB', '6.2 MB']);
});

test('values read from a paper are shown in words', () => {
  expect(findingValue({ field: 'plan_type', value: 'erisa-self-funded' })).toBe(PLAN_TYPE_NAMES['erisa-self-funded']);
  expect(findingValue({ field: 'billed_amount', value: 3870 })).toBe('$3,870.00');
  expect(findingValue({ field: 'appeal_deadline_days', value: 180 })).toBe('180 days');
  expect(findingValue({ field: 'letter_date', value: '2026-09-09' })).toBe('Sep 9, 2026');
  expect(findingValue({ field: 'claim_numbers', value: '2620-5517-084' })).toBe('2620-5517-084');
});

test('a value that stands on its scan in other signs says so', () => {
  const proof = { pageNumber: 1, from: 4, to: 5, quote: 'KHOO77150244' };
  const says = 'The scan was read as “KHOO77150244”: please check.';
  expect(misreadInWords({ field: 'member_id', value: 'KH0077150244', proof })).toBe(says);
  expect(misreadInWords({ field: 'member_id', value: 'KHOO77150244', proof })).toBeUndefined();
  expect(misreadInWords({ field: 'billed_amount', value: 250, proof: { ...proof, quote: '$250.00' } })).toBeUndefined();
  const source = { documentId: DocumentId.parse(`d_${'a'.repeat(16)}`), proof };
  expect(misreadFact('memberId', { value: 'KH0077150244', source, byUser: false })).toBe(says);
  expect(misreadFact('memberId', { value: 'KH0077150244', source, byUser: true })).toBeUndefined();
  expect(misreadFact('datesOfService', { value: 'March 2, 2026', source, byUser: false })).toBeUndefined();
});

test('the hint counts length, and agrees with the least the vault takes', () => {
  expect(hintFor('eleven char').isEnough).toBe(false);
  expect(hintFor('eleven char').sentence).toBe('Too short: 1 more character.');
  expect(hintFor('twelve chars').isEnough).toBe(true);
});
