// What can go wrong at the command line: one clear sentence and the right exit code each, and nothing else harmed.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/vault.ts';
import { sentenceOf } from '../../../shared/errors.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { runCli } from '../../helpers/cli.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-cli-'));
  await writeFile(at('good.txt'), 'EXPLANATION OF BENEFITS\nThis is not a bill.\n');
  await writeFile(at('zero.pdf'), '');
  const locked = await PDFDocument.create();
  locked.addPage();
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret2' });
  await writeFile(at('locked.pdf'), await locked.save());
  const jpeg = await sharp({
    create: {
      width: 1200,
      height: 1600,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
  await writeFile(at('cut.jpg'), jpeg.subarray(0, jpeg.length / 3));
  await writeFile(at('huge.png'), await hugePng());
  // One that opens quickly: what a new one costs is measured for each, in tests of their own.
  await (await createVault(at('vault'), PASSPHRASE, { kdf: KDF_FLOOR })).vault.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The header of a 30,000 × 30,000 picture with a body of zeros: small on disk, enormous in memory. */
async function hugePng(): Promise<Buffer> {
  const { crc32, deflateSync } = await import('node:zlib');
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(30_000 * (1 + 3750)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a wrong passphrase, and a folder that is no vault', async () => {
  const wrong = await runCli(['unlock-check', at('vault'), '--passphrase-stdin'], 'not the right passphrase');
  expect(wrong).toEqual({ code: 1, stdout: '', stderr: `${sentenceOf('vault-wrong-passphrase')}\n` });
  const none = await runCli(['list', dir, '--passphrase-stdin'], PASSPHRASE);
  expect(none).toEqual({ code: 1, stdout: '', stderr: `${sentenceOf('vault-not-found')}\n` });
});

test.each([
  ['zero.pdf', 'file-empty'],
  ['locked.pdf', 'pdf-password'],
  ['cut.jpg', 'file-damaged'],
  ['huge.png', 'image-too-large'],
  ['nowhere.pdf', 'file-not-found'],
] as const)('%s is refused with its sentence and exit code 1', async (name, code) => {
  const { code: exit, stdout, stderr } = await runCli(['read', at(name), '--json']);
  expect(exit).toBe(1);
  const [report] = JSON.parse(stdout) as { error: { code: string; sentence: string } }[];
  expect(report?.error.code).toBe(code);
  expect(stderr).toContain(report?.error.sentence);
});

test('bad files beside a good one: the good one is taken in, exit code 3, and the vault is whole', async () => {
  const files = ['good.txt', 'zero.pdf', 'locked.pdf', 'cut.jpg', 'huge.png'].map(at);
  const { code, stdout, stderr } = await runCli(
    ['import', at('vault'), ...files, '--json', '--passphrase-stdin'],
    PASSPHRASE,
  );
  expect(code).toBe(3);
  const outcomes = JSON.parse(stdout) as { status: string }[];
  expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'refused', 'refused', 'refused', 'refused']);
  expect(stderr).toContain(sentenceOf('pdf-password'));
  expect(stderr).toContain('--password-file FILE');
  const verified = await runCli(['verify', at('vault'), '--passphrase-stdin', '--json'], PASSPHRASE);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ damaged: [] });
});

test('a password in a file opens a locked PDF, with and without a vault', async () => {
  await writeFile(at('passwords'), 'not this one\nsecret\n');
  const read = await runCli(['read', at('locked.pdf'), '--json', '--password-file', at('passwords')]);
  expect([read.code, JSON.parse(read.stdout)]).toMatchObject([0, [{ pages: 1 }]]);
  const args = ['import', at('vault'), at('locked.pdf'), '--passphrase-stdin'];
  const taken = await runCli([...args, '--json', '--password-file', at('passwords')], PASSPHRASE);
  expect([taken.code, JSON.parse(taken.stdout)]).toMatchObject([0, [{ status: 'imported', pageCount: 1 }]]);
});

test('wrong usage ends with 2 and says how it goes', async () => {
  expect((await runCli(['import'])).code).toBe(2);
  expect((await runCli(['case', at('vault')])).code).toBe(2);
  expect((await runCli(['no-such-command'])).code).toBe(2);
  expect((await runCli(['list', at('vault')])).stderr).toContain('--passphrase-file');
});

test('an export never overwrites and equals what was imported', async () => {
  const listed = await runCli(['list', at('vault'), '--json', '--passphrase-stdin'], PASSPHRASE);
  const document = (JSON.parse(listed.stdout) as { id: string; fileName: string }[]).find(
    ({ fileName }) => fileName === 'good.txt',
  );
  const out = at('exported.txt');
  expect((await runCli(['export', at('vault'), document?.id ?? '', out, '--passphrase-stdin'], PASSPHRASE)).code).toBe(
    0,
  );
  expect(await readFile(out)).toEqual(await readFile(at('good.txt')));
  expect((await runCli(['export', at('vault'), document?.id ?? '', out, '--passphrase-stdin'], PASSPHRASE)).code).toBe(
    1,
  );
});
