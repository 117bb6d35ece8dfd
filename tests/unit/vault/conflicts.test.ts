// Names sync programs give to second copies, and names that are none of theirs.
import { expect, it } from 'vitest';
import { isConflictedCopy } from '../../../electron/vault/conflicts.ts';

const OWN = /^(?:vault\.hdr(?:\.1)?|main\.db(?:-wal)?|[0-9a-f]{32}\.age|lock|README\.txt|db)$/;
const ID = '0123456789abcdef0123456789abcdef';

it.each([
  'vault (conflicted copy).hdr',
  "vault (Ann's conflicted copy 2026-03-01).hdr",
  'vault.hdr (1)',
  'vault (1).hdr',
  'vault 2.hdr',
  'vault-DESKTOP-AB12CD.hdr',
  'vault.sync-conflict-20260301-101112-ABCDEFG.hdr',
  'main.db (1)',
  'main (1).db',
  'main-LAPTOP.db',
  'main (conflicted copy 2026-03-01 101112).db-wal',
  'Copy of main.db',
  'main (SFConflict ann@example.org 2026-03-01-10-11-12).db',
  'db (1)',
  `${ID} (1).age`,
  `${ID} [conflicted].age`,
])('“%s” is a copy', (name) => {
  expect(isConflictedCopy(name, OWN)).toBe(true);
});

it.each([
  ...['vault.hdr', 'vault.hdr.1', 'main.db', 'main.db-wal', 'lock', 'README.txt', 'db', `${ID}.age`],
  ...['.DS_Store', '.stfolder', 'desktop.ini', 'Thumbs.db', 'holiday.jpg'],
])('“%s” is none', (name) => {
  expect(isConflictedCopy(name, OWN)).toBe(false);
});
