// The core as a child process, driven as main drives it: a port for calls, requests for files and assets, dialogs, lock.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { originalPath } from '../../../shared/contract/assets.ts';
import { endOf, PASSPHRASE } from '../../helpers/core.ts';
import { type CoreChild, startCoreChild } from '../../helpers/core-child.ts';
import { quickVault } from '../../helpers/kills/vaults.ts';

let dir: string;
let core: CoreChild;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-process-'));
  core = startCoreChild(join(dir, 'vault'));
});
afterEach(async () => {
  await core.kill();
  await rm(dir, { recursive: true, force: true });
});

test('two windows call over ports of their own', async () => {
  const [first, second] = [core.connect(), core.connect()];
  const states = await Promise.all([first.vault.state({}), second.vault.state({})]);
  expect(states.map(({ state, host, version }) => [state, host, version])).toEqual([
    ['none', 'desktop', '1.2.3'],
    ['none', 'desktop', '1.2.3'],
  ]);
});

test.each([
  ['files', false],
  ['folders', true],
] as const)('a dialog for %s is asked of main, and its answer becomes file tokens', async (dialog, folders) => {
  const file = join(dir, 'note.txt');
  await writeFile(file, 'A note.');
  await quickVault(join(dir, 'vault'));
  const client = core.connect();
  await client.vault.unlock({ passphrase: PASSPHRASE });
  const picking = client.documents.pickFiles({ folders });
  const asked = await core.message('choose');
  expect(asked.request).toEqual({ dialog });
  core.send({ kind: 'chosen', id: asked.id, paths: [folders ? dir : file] });
  expect((await picking).tokens).toHaveLength(1);
});

test('files and assets answer by request number, errors by code', async () => {
  core.send({ kind: 'add-files', id: 7, files: [{ kind: 'bytes', fileName: 'a.txt', bytes: new Uint8Array([65]) }] });
  expect(await core.message('added')).toMatchObject({ id: 7, tokens: [expect.any(String)] });
  core.send({ kind: 'asset', id: 8, path: `original/d_${'0'.repeat(16)}` });
  expect(await core.message('failed')).toEqual({ kind: 'failed', id: 8, code: 'vault-locked' });
});

test('lock without an open vault changes nothing; with one it closes and says so', async () => {
  core.send({ kind: 'lock' });
  await core.message('not-open');
  await quickVault(join(dir, 'vault'));
  const client = core.connect();
  await client.vault.unlock({ passphrase: PASSPHRASE });
  core.send({ kind: 'lock' });
  await core.message('locked');
  expect(await client.vault.state({})).toMatchObject({ state: 'locked' });
});

test('as it is built, it stores a file that is sealed in its thread, and gives the very bytes back', async () => {
  const file = await PDFDocument.create();
  file.addPage().drawText('Northfield Health Plan. We denied your claim.');
  // Far more than is sealed on the spot.
  await file.attach(randomBytes(2_500_000), 'noise.bin');
  const bytes = await file.save();
  await using built = startCoreChild(join(dir, 'built'), { compiled: join(dir, 'compiled'), isBuilt: true });
  const client = built.connect();
  await client.vault.create({ passphrase: PASSPHRASE });
  const tokens = await built.addFiles([{ kind: 'bytes', fileName: 'letter.pdf', bytes }]);
  const { result } = await endOf(client, (await client.documents.import({ tokens: [...tokens] })).jobId);
  expect(result?.outcomes).toMatchObject([{ status: 'imported' }]);
  const [paper] = await client.documents.list({});
  if (paper === undefined) throw new Error('The paper is not listed.');
  expect(Buffer.from(await built.asset(originalPath(paper.id))).equals(bytes)).toBe(true);
});

test('it ends when main is gone', async () => {
  await core.connect().vault.state({});
  core.child.disconnect();
  const [code] = await once(core.child, 'exit');
  expect(code).toBe(0);
});
