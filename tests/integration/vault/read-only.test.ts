// A vault opened for reading only: all of it can be read, nothing in its folder changes, and every change is refused in plain words.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openVault, openVaultReadOnly } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PASSPHRASE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const dir = join(root, 'vault');
const fixture = fileURLToPath(new URL('../../fixtures/vault/format-1-schema-5', import.meta.url));
const temporary = join(root, 'temporary');
const rejects = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
let words: readonly string[];
let letter: DocumentId;

/** Every file with its bytes and its time, as text: what can differ is seen. */
function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mtimeMs, mode } = statSync(path);
      const bytes = statSync(path).isFile() ? readFileSync(path).toString('base64') : '';
      return `${name} ${mode} ${mtimeMs} ${bytes}`;
    })
    .join('\n');
}

/** What is left in the system's temporary folder, which is one of this file's own. */
const copiesLeft = () => readdirSync(temporary);

beforeAll(async () => {
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  const made = await newVault(dir);
  words = made.recoveryWords;
  ({ id: letter } = await made.vault.documents.add(paper('letter.txt', 'marmalade letter')));
  await made.vault.documents.savePage(letter, pageOf(1, 'marmalade on the first page'), Buffer.from('a picture'));
  await made.vault.close();
});

afterAll(() => void vi.unstubAllEnvs());

describe('a vault opened for reading only', () => {
  it('is read and searched to the last byte, refuses every change, and leaves its folder as it was', async () => {
    const before = stateOf(dir);
    const vault = await openVaultReadOnly(dir, { passphrase: PASSPHRASE });
    expect(vault.isReadOnly).toBe(true);
    expect(vault.documents.list().map(({ id }) => id)).toEqual([letter]);
    expect(vault.documents.search('marmalade', 5).length).toBeGreaterThan(0);
    expect(Buffer.from((await vault.documents.original(letter)).bytes).toString()).toBe('marmalade letter');
    expect(Buffer.from(await vault.documents.picture(letter, 1)).toString()).toBe('a picture');
    expect(await vault.verify()).toEqual({ checked: 3, damaged: [] });
    expect(vault.documents.unfinished()).toEqual([]);

    await rejects(vault.documents.add(paper('new.txt', 'new')), 'vault-opened-read-only');
    await rejects(vault.documents.savePage(letter, pageOf(2, 'x'), Buffer.from('x')), 'vault-opened-read-only');
    const changes: readonly (() => unknown)[] = [
      () => vault.documents.setTitle(letter, 'A title'),
      () => vault.documents.trash(letter),
      () => vault.setPreferences({ ...vault.preferences(), lockAfterMinutes: 5 }),
      () => vault.changePassphrase(PASSPHRASE, 'another harbour lantern quiet meadow'),
      () => vault.recoveryWords.renew(PASSPHRASE),
      () => vault.sweep(),
      () => vault.backup(join(root, 'a.vaultbak')),
    ];
    for (const change of changes) await rejects((async () => change())(), 'vault-opened-read-only');
    await vault.close();
    expect(stateOf(dir)).toBe(before);
    expect(copiesLeft()).toEqual([]);
  });

  it('shows what stands in the log alone, as a program leaves it that ended without closing', async () => {
    const copy = join(root, 'with-log');
    const writer = await openVault(dir, { words });
    writer.documents.setTitle(letter, 'Said last');
    cpSync(dir, copy, { recursive: true, preserveTimestamps: true, filter: (name) => !name.endsWith('lock') });
    writer.documents.setTitle(letter, '');
    await writer.close();
    expect(statSync(join(copy, 'db', 'main.db-wal')).size).toBeGreaterThan(0);
    const before = stateOf(copy);
    const vault = await openVaultReadOnly(copy, { words });
    expect(vault.documents.summary(letter).title).toBe('Said last');
    await vault.close();
    expect(stateOf(copy)).toBe(before);
  });

  it('is refused while another program has it open, and after a wrong passphrase', async () => {
    const lock = join(dir, 'lock');
    const writer = await openVault(dir, { words });
    await rejects(openVaultReadOnly(dir, { words }), 'vault-in-use');
    await writer.close();
    writeFileSync(lock, JSON.stringify({ pid: 1, host: `not-${hostname()}`, startedAt: '', id: 'x' }));
    await rejects(openVaultReadOnly(dir, { words }), 'vault-in-use');
    rmSync(lock);
    await rejects(openVaultReadOnly(dir, { passphrase: 'not the passphrase' }), 'vault-wrong-passphrase');
    expect(copiesLeft()).toEqual([]);
  });

  it('of an older schema is read as it would be after its change', async () => {
    const { passphrase } = JSON.parse(readFileSync(`${fixture}.json`, 'utf8')) as { passphrase: string };
    const before = stateOf(fixture);
    const vault = await openVaultReadOnly(fixture, { passphrase });
    expect(vault.documents.list().length).toBeGreaterThan(0);
    await vault.close();
    expect(stateOf(fixture)).toBe(before);
  });
});

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')('on a disk mounted read-only', () => {
  const mounted = join(root, 'mounted');
  const canMount = (() => {
    mkdirSync(mounted);
    return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mounted]).status === 0;
  })();
  afterAll(() => {
    if (canMount) spawnSync('umount', [mounted]);
  });

  it.runIf(canMount)('a vault says that it can’t be written to, and opens for reading', async () => {
    const there = join(mounted, 'vault');
    cpSync(dir, there, { recursive: true, preserveTimestamps: true });
    expect(spawnSync('mount', ['-o', 'remount,ro', mounted]).status).toBe(0);
    await rejects(openVault(there, { words }), 'vault-read-only');
    const vault = await openVaultReadOnly(there, { words });
    expect(Buffer.from((await vault.documents.original(letter)).bytes).toString()).toBe('marmalade letter');
    await vault.close();
  });
});
