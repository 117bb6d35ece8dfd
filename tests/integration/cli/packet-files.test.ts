// Further files of a packet at the command line: volumes, fax, print set, manifest; where they go, what is said, what is refused.
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { CaseId } from '../../../shared/ids.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { runCli } from '../../helpers/cli.ts';
import { noisyScan, scansPdf } from '../../helpers/copy-packets.ts';
import { PASSPHRASE, startCore } from '../../helpers/core.ts';
import { runTool } from '../../helpers/pdf.ts';

let dir: string;
let caseId: string;
const at = (name: string) => join(dir, name);
const cli = (...args: string[]) => runCli([...args, '--passphrase-stdin'], PASSPHRASE);
const packet = (...args: string[]) => cli('packet', at('vault'), '--case', caseId, ...args);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'packet-files-'));
  const denial = new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url);
  await copyFile(fileURLToPath(denial), at('denial.txt'));
  const scans = await Promise.all([1, 2, 3].map((seed) => noisyScan('Not medically necessary, we answer', 100, seed)));
  await writeFile(at('chart.pdf'), await scansPdf(scans));
  await (await createVault(at('vault'), PASSPHRASE, { kdf: KDF_FLOOR })).vault.close();
  await cli('import', at('vault'), at('denial.txt'), at('chart.pdf'));
  const made = await cli('case', at('vault'), '--new', '--json');
  caseId = /"id": "(c_[0-9a-f]+)"/.exec(made.stdout)![1]!;
  // What the window's list of attachments does; the command line has no word for it.
  const { core, client } = await startCore({}, dir);
  await client.vault.unlock({ passphrase: PASSPHRASE });
  const papers = await client.documents.list({});
  await client.cases.setAttachments({ id: CaseId.parse(caseId), documentIds: papers.map(({ id }) => id) });
  await core.close();
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

test('files come beside the packet, named after it, and the manifest checks them', async () => {
  const run = await packet(
    '--out',
    at('appeal.pdf'),
    '--draft',
    '--size-limit',
    '0.4',
    '--print',
    '--manifest',
    at('sums.txt'),
    '--json',
  );
  expect([run.code, run.stderr.split('\n').at(-2)]).toEqual([0, expect.any(String)]);
  const told = JSON.parse(run.stdout) as { files: { file: string; kind: string; byteLength: number }[] };
  expect(told.files.at(-1)).toMatchObject({ kind: 'manifest', file: at('sums.txt') });
  const names = (await readdir(dir)).filter((name) => name.startsWith('appeal'));
  for (const { file, byteLength } of told.files) expect((await stat(file)).size).toBe(byteLength);
  expect(names).toContain('appeal.pdf');
  expect(names).toContain('appeal-print.pdf');
  const volumes = told.files.filter(({ kind }) => kind === 'volume');
  expect(volumes.length).toBeGreaterThan(1);
  for (const { byteLength } of volumes) expect(byteLength).toBeLessThanOrEqual(400_000);
  for (const name of names) expect(runTool('qpdf', ['--check', at(name)])).toContain('No syntax');
  const checked = runTool('sh', ['-c', `cd '${dir}' && sha256sum --check --strict sums.txt`]);
  expect(checked.trim().split('\n')).toHaveLength(told.files.length);
}, 60_000);

test('a packet below the limit goes in one file, and says so', async () => {
  const run = await packet('--out', at('small.pdf'), '--draft', '--size-limit', '500');
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('The packet is below 500 MB: it goes in one file.');
  expect((await readdir(dir)).filter((name) => name.startsWith('small'))).toEqual(['small.pdf']);
});

test('a draft is built but not faxed', async () => {
  const run = await packet('--out', at('draft.pdf'), '--draft', '--fax');
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('A draft is for looking at, not for sending.');
  expect((await readFile(at('draft.pdf'))).length).toBeGreaterThan(1000);
});

test('a preset sets the packet up first', async () => {
  const run = await packet('--out', at('record.pdf'), '--draft', '--preset', 'attorney-record', '--json');
  expect(run.code).toBe(0);
  const { preset, index } = JSON.parse(run.stdout) as { preset: string; index: { label: string; fromStamp: string }[] };
  expect([preset, index[0]?.label]).toEqual(['attorney-record', '1']);
  expect(index[0]?.fromStamp).toMatch(/^AR-0000\d\d$/);
});

test('options that make no sense are refused before anything is built', async () => {
  for (const args of [
    ['--out', at('no.pdf'), '--size-limit', 'many'],
    ['--out', at('no.pdf'), '--fax', '1'],
    ['--out', at('no.pdf'), '--manifest', at('no.docx')],
    ['--out', at('my packet.pdf'), '--print'],
    ['--out', at('no.pdf'), '--preset', 'court'],
  ]) {
    const run = await packet(...args);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect((await readdir(dir)).some((name) => /^(no|my packet)\./.test(name))).toBe(false);
});
