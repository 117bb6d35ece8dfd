// Amounts: what is typed becomes whole cents and comes back as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsOf, dollarsTyped } from '../../../renderer/wording/dollars.ts';

test('amounts as people type them', () => {
  expect(centsOf('2970')).toBe(297_000);
  expect(centsOf('$2,970.00')).toBe(297_000);
  expect(centsOf(' 12.5 ')).toBe(1250);
  expect(centsOf('0.07')).toBe(7);
});

test('what is no amount of dollars is refused', () => {
  for (const text of ['', 'twelve', '-5', '1.234', '1,23', '1,2345', '1.2.3', '12.345', '1e3', '9'.repeat(12)])
    expect(centsOf(text), text).toBeUndefined();
});

test('any amount comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
      expect(centsOf(dollarsTyped(cents))).toBe(cents);
    }),
  );
  expect(dollarsTyped(undefined)).toBe('');
});
