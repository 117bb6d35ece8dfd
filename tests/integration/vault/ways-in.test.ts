// Creating, the two ways in, changing the passphrase, and one opener at a time.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import { createVault, isVault, openVault, recoverVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { PASSPHRASE, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
let count = 0;
const freshDir = () => {
  count += 1;
  return join(root, `vault-${count}`);
};
const costOf = async (dir: string) =>
  (await loadHeader(layoutOf(dir))).best.header.slots.find(({ kind }) => kind === 'pass')?.kdf;
const NEXT = 'a different lantern altogether';

const rejects = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

describe('a new vault', () => {
  it('has its parts, for the owner only, and nothing temporary', async () => {
    const { dir, vault, recoveryWords } = await newVault(freshDir());
    await vault.documents.add(paper('a.txt', 'words'));
    await vault.close();
    expect(isVault(dir)).toBe(true);
    expect(recoveryWords).toHaveLength(24);
    expect(readdirSync(dir).sort()).toEqual(['README.txt', 'blobs', 'db', 'tmp', 'vault.hdr', 'vault.hdr.1']);
    expect(readdirSync(join(dir, 'db'))).toEqual(['main.db']);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      const stat = statSync(join(dir, name));
      expect(`${name} ${(stat.mode & 0o777).toString(8)}`).toBe(`${name} ${stat.isDirectory() ? '700' : '600'}`);
    }
  });

  it('is refused with a weak passphrase, over another vault, and in a folder with other things', async () => {
    const { dir, vault } = await newVault(freshDir());
    await vault.close();
    const photos = freshDir();
    mkdirSync(photos);
    writeFileSync(join(photos, 'holiday.jpg'), 'x');
    await rejects(createVault(freshDir(), 'short', { kdf: KDF_FLOOR }), 'passphrase-too-weak');
    await rejects(createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR }), 'vault-exists');
    await rejects(createVault(photos, PASSPHRASE, { kdf: KDF_FLOOR }), 'vault-folder-not-empty');
    expect(readdirSync(photos)).toEqual(['holiday.jpg']);
  });

  it('can be created again where a first try was cut off before its header', async () => {
    const dir = freshDir();
    for (const part of ['db', 'blobs', 'tmp']) mkdirSync(join(dir, part), { recursive: true });
    writeFileSync(join(dir, 'db', 'main.db'), 'half');
    const { vault } = await newVault(dir);
    expect(vault.documents.list()).toEqual([]);
    await vault.close();
  });
});

describe('the ways in', () => {
  it('are the passphrase and the words; anything else has its own error', async () => {
    const { dir, vault, recoveryWords } = await newVault(freshDir());
    const { id } = await vault.documents.add(paper('a.txt', 'words'));
    await vault.close();
    await rejects(openVault(dir, { passphrase: `${PASSPHRASE} ` }), 'vault-wrong-passphrase');
    await rejects(openVault(dir, { words: [...recoveryWords].reverse() }), 'vault-wrong-recovery-words');
    const other = await newVault(freshDir());
    await other.vault.close();
    await rejects(openVault(dir, { words: other.recoveryWords }), 'vault-wrong-recovery-words');

    for (const secret of [{ passphrase: PASSPHRASE }, { words: recoveryWords }]) {
      const again = await openVault(dir, secret);
      expect(again.documents.list().map((document) => document.id)).toEqual([id]);
      await again.close();
    }
  });

  it('change: the old passphrase stops working, also through the spare header, and the words go on', async () => {
    const { dir, vault, recoveryWords } = await newVault(freshDir());
    await rejects(vault.changePassphrase('not the passphrase', NEXT), 'vault-wrong-passphrase');
    await rejects(vault.changePassphrase(PASSPHRASE, 'weak'), 'passphrase-too-weak');
    await vault.changePassphrase(PASSPHRASE, NEXT);
    await vault.close();

    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-wrong-passphrase');
    writeFileSync(join(dir, 'vault.hdr'), 'damaged');
    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-wrong-passphrase');
    await (await openVault(dir, { passphrase: NEXT })).close();
    await (await openVault(dir, { words: recoveryWords })).close();
    expect(JSON.parse(readFileSync(join(dir, 'vault.hdr'), 'latin1').split('\n')[0] ?? '')).toMatchObject({
      generation: 2,
    });
  });

  it('recover: the words set a new passphrase', async () => {
    const { dir, vault, recoveryWords } = await newVault(freshDir());
    await vault.close();
    await rejects(recoverVault(dir, recoveryWords, 'weak'), 'passphrase-too-weak');
    const dearer = { ...KDF_FLOOR, passes: KDF_FLOOR.passes + 1 };
    await (await recoverVault(dir, recoveryWords, NEXT, async () => dearer)).close();
    // The cost measured on this computer is in force, and never one below what the vault had.
    expect(await costOf(dir)).toMatchObject(dearer);
    await (await recoverVault(dir, recoveryWords, NEXT, async () => KDF_FLOOR)).close();
    expect(await costOf(dir)).toMatchObject(dearer);
    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-wrong-passphrase');
    await (await openVault(dir, { passphrase: NEXT })).close();
  });
});

describe('a copied vault', () => {
  it('opens and takes papers where the copy lost the empty folders', async () => {
    const { dir, vault } = await newVault(freshDir());
    await vault.close();
    for (const part of ['tmp', 'blobs']) rmSync(join(dir, part), { recursive: true });
    const again = await openVault(dir, { passphrase: PASSPHRASE });
    const { id } = await again.documents.add(paper('a.txt', 'words'));
    expect(Buffer.from((await again.documents.original(id)).bytes).toString()).toBe('words');
    await again.close();
  });
});

describe('the lock', () => {
  it('lets nobody else in while the vault is open', async () => {
    const { dir, vault } = await newVault(freshDir());
    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-in-use');
    await vault.close();
    await (await openVault(dir, { passphrase: PASSPHRASE })).close();
  });

  it('is cleared when its process is gone, or its pid belongs to another process now', async () => {
    const { dir, vault } = await newVault(freshDir());
    await vault.close();
    const left = [
      { pid: 2 ** 22 + 1, host: hostname(), startedAt: '1', id: 'x' },
      { pid: process.pid, host: hostname(), startedAt: 'long ago', id: 'x' },
    ].map((holder) => JSON.stringify(holder));
    for (const content of [...left, '', '{"pid":']) {
      writeFileSync(join(dir, 'lock'), content);
      await (await openVault(dir, { passphrase: PASSPHRASE })).close();
    }
  });

  it('of this process is cleared when it could not be removed on closing', async () => {
    const { dir, vault } = await newVault(freshDir());
    const left = readFileSync(join(dir, 'lock'));
    await vault.close();
    writeFileSync(join(dir, 'lock'), left);
    await (await openVault(dir, { passphrase: PASSPHRASE })).close();
  });

  it('of another computer counts while it is fresh', async () => {
    const { dir, vault } = await newVault(freshDir());
    await vault.close();
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: 1, host: `not-${hostname()}`, startedAt: '', id: 'x' }));
    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-in-use');
  });

  it('even without its file SQLite refuses the second opener', async () => {
    const { dir, vault } = await newVault(freshDir());
    writeFileSync(join(dir, 'lock'), '');
    await rejects(openVault(dir, { passphrase: PASSPHRASE }), 'vault-in-use');
    await vault.close();
  });

  it('after closing, every call says locked', async () => {
    const { vault } = await newVault(freshDir());
    await vault.close();
    expect(() => vault.documents.list()).toThrowError(expect.objectContaining({ code: 'vault-locked' }));
    await rejects(vault.documents.add(paper('a.txt', 'x')), 'vault-locked');
    await rejects(vault.changePassphrase(PASSPHRASE, NEXT), 'vault-locked');
    await vault.close();
  });
});
