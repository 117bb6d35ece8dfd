// When a backup is due.
import { expect, test } from 'vitest';
import { backupAge, isBackupDue } from '../../../renderer/screens/vault/backup-age.ts';

const NOW = Date.parse('2026-10-15T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

test('a backup is due when there was none, and when the last is older than two weeks', () => {
  expect(isBackupDue(undefined, NOW)).toBe(true);
  expect([0, 1, 14].map((days) => isBackupDue(daysAgo(days), NOW))).toEqual([false, false, false]);
  expect([15, 400].map((days) => isBackupDue(daysAgo(days), NOW))).toEqual([true, true]);
});

test('a clock that was set back makes no negative age', () => {
  expect(backupAge(daysAgo(-3), NOW)).toBe(0);
});
