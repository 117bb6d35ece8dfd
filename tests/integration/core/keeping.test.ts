// How a vault is kept, through the contract: choices, a number of backups, a backup that a browser saves, and one that it hands over.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originalPath } from '../../../shared/contract/assets.ts';
import { ERROR_SENTENCES } from '../../../shared/errors.ts';
import { DocumentId } from '../../../shared/ids.ts';
import { DEFAULT_PREFERENCES } from '../../../shared/model/preferences.ts';
import { bringIn, endOf, PASSPHRASE, startUnlocked, type TestCore } from '../../helpers/core.ts';

/** Pieces of a file, as they come over a connection. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

// One vault for all: each opening costs a second of key derivation.
const told: number[] = [];
let core: TestCore;
beforeAll(async () => {
  core = await startUnlocked({ onLockAfter: (minutes) => told.push(minutes) });
  await bringIn(core, [{ fileName: 'letter.txt', bytes: 'Dear member, your marmalade was denied.' }]);
});
afterAll(() => core[Symbol.asyncDispose]());

test('choices are kept in the vault and told to the host, at opening and when they change', async () => {
  expect(await core.client.keeping.preferences({})).toEqual(DEFAULT_PREFERENCES);
  const chosen = {
    lockAfterMinutes: 5,
    backupEveryWeeks: 0,
    keepBackups: 3,
    library: { layout: 'grid', order: 'payer', isReversed: true },
  } as const;
  await core.client.keeping.setPreferences(chosen);
  core = await core.restart();
  await core.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await core.client.keeping.preferences({})).toEqual(chosen);
  expect(told).toEqual([10, 5, 5]);
  await core.client.keeping.setPreferences(DEFAULT_PREFERENCES);
});

test('of more good backups than wanted the oldest go, once the new one is whole; all others stay', async () => {
  const folder = join(core.dir, 'backups');
  mkdirSync(folder);
  const make = async () => (await endOf(core.client, (await core.client.backup.start({ folder })).jobId)).state;
  await make();
  writeFileSync(join(folder, 'appeal-vault-2026-10-15-2.vaultbak'), 'not one of this vault');
  for (let count = 0; count < 3; count += 1) await make();
  expect(readdirSync(folder)).toHaveLength(5);
  await core.client.keeping.setPreferences({ ...DEFAULT_PREFERENCES, keepBackups: 3 });
  expect(await make()).toBe('done');
  expect(readdirSync(folder).sort()).toEqual([
    'appeal-vault-2026-10-15-2.vaultbak',
    'appeal-vault-2026-10-15-4.vaultbak',
    'appeal-vault-2026-10-15-5.vaultbak',
    'appeal-vault-2026-10-15-6.vaultbak',
  ]);
  expect((await core.client.keeping.backups({})).map(({ path, found }) => [path, found])).toEqual(
    [6, 5, 4].map((number) => [join(folder, `appeal-vault-2026-10-15-${number}.vaultbak`), 'yes']),
  );
  rmSync(join(folder, 'appeal-vault-2026-10-15-5.vaultbak'));
  expect((await core.client.keeping.backups({})).map(({ found }) => found)).toEqual(['yes', 'no', 'yes']);
  // Two good ones are left and the new one makes three: nothing may go.
  await make();
  expect(readdirSync(folder)).toHaveLength(4);
});

test('a backup that the browser saves counts only once the same bytes came back, and can be handed over for a restore', async () => {
  const before = (await core.client.backup.status({})).last;
  const made = (await endOf(core.client, (await core.client.keeping.startDownload({})).jobId)).result?.backup;
  const { transfers } = core.core;
  const { path, fileName, byteLength } = transfers.offered(made?.downloadId ?? '');
  const bytes = new Uint8Array(readFileSync(path));
  expect([fileName, byteLength]).toEqual(['appeal-vault-2026-10-15.vaultbak', bytes.length]);
  expect((await core.client.backup.status({})).last).toEqual(before);

  const cut = bytes.subarray(0, bytes.length - 1);
  await expect(transfers.check(made?.downloadId ?? '', piecesOf(cut))).rejects.toMatchObject({
    code: 'backup-differs',
  });
  expect((await core.client.backup.status({})).last).toEqual(before);
  await transfers.check(made?.downloadId ?? '', piecesOf(bytes));
  expect((await core.client.backup.status({})).last).toMatchObject({ path: fileName, byteLength });
  expect(await core.client.keeping.backups({})).toContainEqual(
    expect.objectContaining({ path: fileName, found: 'unknown' }),
  );
  expect(readdirSync(join(core.vaultDir, 'tmp'))).toEqual([]);
  expect(() => transfers.offered(made?.downloadId ?? '')).toThrow(/no longer waiting/);

  const uploadId = await transfers.receive(piecesOf(bytes));
  const { jobId } = await core.client.backup.restore({
    file: { uploadId },
    folder: join(core.dir, 'restored'),
    secret: { passphrase: PASSPHRASE },
  });
  expect((await endOf(core.client, jobId)).state).toBe('done');
  expect(readdirSync(join(core.dir, 'restored'))).toContain('vault.hdr');
  expect(() => transfers.received(uploadId)).toThrow(/Pick or drop it again/);
});

test('a suggested passphrase is five words of the list, another one each time', async () => {
  const list = readFileSync(new URL('../../../resources/words/eff-large-wordlist.txt', import.meta.url), 'utf8');
  const words = new Set(list.split('\n').map((line) => line.split('\t')[1]));
  const suggested = new Set<string>();
  for (let count = 0; count < 50; count += 1) suggested.add((await core.client.vault.suggest({})).passphrase);
  expect(suggested.size).toBe(50);
  for (const passphrase of suggested) {
    expect(passphrase.split(' ')).toHaveLength(5);
    for (const word of passphrase.split(' ')) expect(words.has(word), word).toBe(true);
  }
});

test('opened for reading only, all is read and every change is refused with a sentence; opened as usual, it can be changed again', async () => {
  core = await core.restart();
  await core.client.vault.unlock({ passphrase: PASSPHRASE, readOnly: true });
  expect(await core.client.vault.state({})).toMatchObject({ state: 'unlocked', isReadOnly: true, isWritable: true });
  const [letter] = await core.client.documents.list({});
  const id = letter?.id ?? '';
  expect((await core.client.documents.search({ query: 'marmalade', limit: 5 })).length).toBeGreaterThan(0);
  expect((await core.core.asset(originalPath(DocumentId.parse(id)))).fileName).toBe('letter.txt');
  expect((await endOf(core.client, (await core.client.upkeep.verify({})).jobId)).result?.health?.damaged).toEqual([]);
  const { result } = await bringIn(core, [{ fileName: 'next.txt', bytes: 'A further letter.' }]);
  expect(result?.outcomes?.[0]).toMatchObject({ status: 'refused', error: { code: 'vault-opened-read-only' } });
  await expect(core.client.keeping.setPreferences(DEFAULT_PREFERENCES)).rejects.toMatchObject({
    message: ERROR_SENTENCES['vault-opened-read-only'],
  });
  core = await core.restart();
  await core.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await core.client.vault.state({})).toMatchObject({ state: 'unlocked', isReadOnly: false });
  await core.client.keeping.setPreferences(DEFAULT_PREFERENCES);
});

test('a form that was not sent outlives a lock, the newest first, until it is forgotten', async () => {
  const form = (key: string, name: string) => ({
    ...{ key, form: 'treatment' as const, place: '#/cases/c_0123456789abcdef/history', title: 'Add a treatment' },
    ...{ fields: { note: name }, state: JSON.stringify({ name }) },
  });
  const { keeping } = core.client;
  await keeping.keepForm(form('one', 'sertra'));
  await keeping.keepForm(form('two', 'lithium'));
  await keeping.keepForm(form('one', 'sertraline'));
  core = await core.restart();
  await core.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await core.client.keeping.forms({})).toEqual([form('one', 'sertraline'), form('two', 'lithium')]);
  await core.client.keeping.dropForm({ key: 'one' });
  await core.client.keeping.dropForm({ key: 'never kept' });
  expect((await core.client.keeping.forms({})).map(({ key }) => key)).toEqual(['two']);
  for (let count = 0; count < 45; count += 1) await core.client.keeping.keepForm(form(`many ${count}`, 'x'));
  const kept = await core.client.keeping.forms({});
  expect([kept.length, kept[0]?.key, kept.at(-1)?.key]).toEqual([40, 'many 44', 'many 5']);
  for (const { key } of kept) await core.client.keeping.dropForm({ key });
  await expect(core.client.keeping.keepForm({ ...form('x', 'x'), place: 'https://example.org' })).rejects.toThrow();
});
