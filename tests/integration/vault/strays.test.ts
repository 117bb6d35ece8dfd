// Files that belong to nothing: found by name and number, set aside only after days, removed only after a second look; copies of sync programs are named.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createInProcessClient } from '../../../electron/core/client.ts';
import { createCore } from '../../../electron/core/core.ts';
import { nodePlatform } from '../../../electron/hosts/node-platform.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { strayedSentences, sweptSentences } from '../../../shared/model/strays.ts';
import { paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const dir = join(root, 'vault');
const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY);
let words: readonly string[];

/** The stored files, in place or set aside, by their names. */
const files = (folder: string) =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.age'))
    : [];

beforeAll(async () => {
  const made = await newVault(dir);
  words = made.recoveryWords;
  await made.vault.documents.add(paper('kept.txt', 'marmalade'));
  await made.vault.close();
});

it('a stored file that belongs to nothing waits, is set aside, and goes only when it still belongs to nothing', async () => {
  const [kept = ''] = files('blobs');
  const stray = join(dir, 'blobs', dirname(kept), `${kept.slice(3, 5)}${'0'.repeat(30)}.age`);
  writeFileSync(stray, 'left by a crash');
  const unfinished = join(dir, 'tmp', 'a'.repeat(32));
  const vault = await openVault(dir, { words });
  writeFileSync(unfinished, 'cut off');
  utimesSync(unfinished, later(-2), later(-2));

  expect(await vault.strays()).toMatchObject({ orphans: 1, due: 0, setAside: 0, leftovers: 1, conflicts: [] });
  expect(await vault.sweep()).toEqual({ setAside: 0, removed: 0, putBack: 0, leftovers: 1 });
  expect(existsSync(unfinished)).toBe(false);
  expect(await vault.strays(later(31))).toMatchObject({ orphans: 1, due: 1 });
  expect(await vault.sweep(later(31))).toMatchObject({ setAside: 1, removed: 0 });
  expect(files('blobs')).toEqual([kept]);
  expect(files('quarantine')).toHaveLength(1);
  expect(await vault.sweep(later(37))).toMatchObject({ setAside: 0, removed: 0 });
  expect(await vault.strays(later(38))).toMatchObject({ orphans: 0, setAside: 1, removable: 1 });
  expect(await vault.sweep(later(38))).toMatchObject({ removed: 1 });
  expect(files('quarantine')).toEqual([]);
  expect(sweptSentences(await vault.sweep(later(38)))).toEqual(['There was nothing to sweep.']);
  expect((await vault.verify()).damaged).toEqual([]);
  await vault.close();
});

it('a file in quarantine that a row names comes back instead of going', async () => {
  const vault = await openVault(dir, { words });
  const [kept = ''] = files('blobs');
  const aside = join(dir, 'quarantine', '2026-01-01');
  cpSync(join(dir, 'blobs', kept), join(aside, kept.slice(3)));
  expect(await vault.sweep()).toMatchObject({ putBack: 0, removed: 0 });
  renameSync(join(dir, 'blobs', kept), join(aside, kept.slice(3)));
  expect((await vault.verify()).damaged).toMatchObject([{ code: 'vault-blob-missing' }]);
  expect(await vault.sweep()).toMatchObject({ putBack: 1, removed: 0 });
  expect((await vault.verify()).damaged).toEqual([]);
  await vault.close();
});

it('copies of a sync program are named before the vault is opened and by the check, and are never touched', async () => {
  const [kept = ''] = files('blobs');
  const copies = {
    'vault (conflicted copy)': () => cpSync(dir, join(root, 'vault (conflicted copy)'), { recursive: true }),
    'vault/vault (1).hdr': () => cpSync(join(dir, 'vault.hdr'), join(dir, 'vault (1).hdr')),
    'vault/db/main (1).db': () => cpSync(join(dir, 'db', 'main.db'), join(dir, 'db', 'main (1).db')),
    [`vault/blobs/${kept.replace('.age', ' (1).age')}`]: () =>
      cpSync(join(dir, 'blobs', kept), join(dir, 'blobs', kept.replace('.age', ' (1).age'))),
  };
  for (const copy of Object.values(copies)) copy();
  const [beside, header, database, blob] = Object.keys(copies);
  const core = createCore(nodePlatform({ defaultVaultDir: dir }));
  const { conflicts } = await createInProcessClient(core).vault.state({});
  expect(conflicts).toEqual([beside, header, database]);
  await core.close();

  const vault = await openVault(dir, { words });
  const strays = await vault.strays(later(100));
  expect(strays).toMatchObject({ orphans: 0, conflicts: [beside, header, database, blob] });
  expect(strayedSentences(strays).join(' ')).toContain('main (1).db');
  await vault.sweep(later(100));
  expect((await vault.strays()).conflicts).toHaveLength(4);
  expect(readFileSync(join(dir, 'vault (1).hdr')).equals(readFileSync(join(dir, 'vault.hdr')))).toBe(true);
  await vault.close();
});
