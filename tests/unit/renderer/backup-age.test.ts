// When a backup is due.
import { expect, test } from 'vitest';
import { backupAge, isBackupDue } from '../../../renderer/screens/vault/backup-age.ts';

const NOW = Date.parse('2026-10-15T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

test('a backup is due when there was none, and when the last is older than the chosen weeks', () => {
  expect(isBackupDue(undefined, 2, NOW)).toBe(true);
  expect([0, 1, 14].map((days) => isBackupDue(daysAgo(days), 2, NOW))).toEqual([false, false, false]);
  expect([15, 400].map((days) => isBackupDue(daysAgo(days), 2, NOW))).toEqual([true, true]);
  expect([14, 29].map((days) => isBackupDue(daysAgo(days), 4, NOW))).toEqual([false, true]);
});

test('who wants no reminder gets none', () => {
  expect([isBackupDue(undefined, 0, NOW), isBackupDue(daysAgo(400), 0, NOW)]).toEqual([false, false]);
});

test('a clock that was set back makes no negative age', () => {
  expect(backupAge(daysAgo(-3), NOW)).toBe(0);
});
