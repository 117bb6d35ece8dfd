// Stored files: every change of a byte is found and named, files cannot take each other's place, and another age program can read them.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { ageIdentity } from '../../../electron/vault/keys.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import type { Vault } from '../../../electron/vault/types.ts';
import { unlock } from '../../../electron/vault/unlock.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const dir = join(temporaryFolder(), 'vault');
const LETTER = 'We have denied your request. '.repeat(4000);
let vault: Vault;
let recoveryWords: readonly string[];
let first: DocumentId;
let second: DocumentId;
let files: ReadonlyMap<string, Buffer>;

const blobFiles = () =>
  readdirSync(join(dir, 'blobs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.age'))
    .map((name) => join(dir, 'blobs', name));

beforeAll(async () => {
  ({ vault, recoveryWords } = await newVault(dir));
  ({ id: first } = await vault.documents.add(paper('letter.txt', LETTER)));
  ({ id: second } = await vault.documents.add(paper('other.txt', LETTER.replaceAll('denied', 'upheld'))));
  files = new Map(blobFiles().map((path) => [path, readFileSync(path)]));
});
beforeEach(() => {
  for (const [path, bytes] of files) writeFileSync(path, bytes);
});
afterAll(() => vault.close());

/** The file of a document's original: the only one whose verification then fails. */
async function fileOf(id: DocumentId): Promise<string> {
  for (const [path, bytes] of files) {
    rmSync(path);
    const outcome = await vault.documents.original(id).then(
      () => 'read',
      (cause: { code: string }) => cause.code,
    );
    writeFileSync(path, bytes);
    if (outcome === 'vault-blob-missing') return path;
  }
  throw new Error('no file belongs to the document');
}

const rejects = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

describe('a stored file', () => {
  it('gives back the very bytes, padded so that its size tells little', async () => {
    const { bytes, fileName, mediaType } = await vault.documents.original(first);
    expect(Buffer.from(bytes).toString()).toBe(LETTER);
    expect([fileName, mediaType]).toEqual(['letter.txt', 'text/plain']);
    const [a, b] = [...files.values()];
    expect(a?.length).toBe(b?.length);
  });

  it('is refused after any flipped bit, and the check names it', async () => {
    const path = await fileOf(first);
    const whole = files.get(path) ?? Buffer.alloc(0);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (position, bit) => {
        const copy = Buffer.from(whole);
        copy[position] = (copy[position] ?? 0) ^ (1 << bit);
        writeFileSync(path, copy);
        await rejects(vault.documents.original(first), 'vault-blob-damaged');
      }),
      {
        numRuns: 120,
        examples: [
          [0, 0],
          [whole.length - 1, 7],
        ],
      },
    );
    const report = await vault.verify();
    expect(report).toEqual({
      checked: 3,
      damaged: [{ what: 'letter.txt (the original file)', code: 'vault-blob-damaged' }],
    });
    expect(Buffer.from((await vault.documents.original(second)).bytes).length).toBe(LETTER.length);
  });

  it('is refused when cut off or made longer', async () => {
    const path = await fileOf(first);
    const whole = files.get(path) ?? Buffer.alloc(0);
    const pieces = [0, 1, 100, 200 + 65_552, whole.length - 65_552, whole.length - 1].map((length) =>
      whole.subarray(0, length),
    );
    for (const bytes of [...pieces, Buffer.concat([whole, Buffer.from('x')]), Buffer.concat([whole, whole])]) {
      writeFileSync(path, bytes);
      await rejects(vault.documents.original(first), 'vault-blob-damaged');
    }
  });

  it('cannot stand in for another one', async () => {
    const [a, b] = [await fileOf(first), await fileOf(second)];
    writeFileSync(a, files.get(b) ?? '');
    writeFileSync(b, files.get(a) ?? '');
    await rejects(vault.documents.original(first), 'vault-blob-damaged');
    await rejects(vault.documents.original(second), 'vault-blob-damaged');
    expect((await vault.verify()).damaged).toHaveLength(2);
  });

  it('is missing, in red, when it is gone; the others are not affected', async () => {
    const path = await fileOf(first);
    rmSync(path);
    await rejects(vault.documents.original(first), 'vault-blob-missing');
    expect((await vault.verify()).damaged).toEqual([
      { what: 'letter.txt (the original file)', code: 'vault-blob-missing' },
    ]);
    expect((await vault.documents.original(second)).bytes.length).toBe(LETTER.length);
  });
});

describe('a page picture', () => {
  it('is replaced with its page, and the earlier file goes away', async () => {
    const before = blobFiles().length;
    await vault.documents.savePage(first, pageOf(1, 'one'), PICTURE);
    await vault.documents.savePage(first, pageOf(1, 'two'), Buffer.concat([PICTURE, PICTURE]));
    expect(blobFiles()).toHaveLength(before + 1);
    expect((await vault.documents.picture(first, 1)).length).toBe(PICTURE.length * 2);
    await rejects(vault.documents.picture(first, 2), 'page-not-found');
    expect((await vault.verify()).damaged).toEqual([]);
    files = new Map(blobFiles().map((path) => [path, readFileSync(path)]));
  });
});

describe('opening', () => {
  it('empties tmp, and reports files without a row and rows without a file', async () => {
    await vault.close();
    writeFileSync(join(dir, 'tmp', 'ab'.repeat(16)), 'half a file');
    const path = [...files.keys()][0] ?? '';
    const stray = path.replace(/[0-9a-f]{30}\.age$/, `${'0'.repeat(30)}.age`);
    renameSync(path, stray);
    vault = await openVault(dir, { words: recoveryWords });
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
    expect(vault.inventory.orphans).toHaveLength(1);
    expect(vault.inventory.missing).toHaveLength(1);
    expect(existsSync(stray)).toBe(true);

    await vault.close();
    renameSync(stray, path);
    vault = await openVault(dir, { words: recoveryWords });
    expect(vault.inventory).toEqual({ orphans: [], missing: [] });
  });
});

describe('an independent reader', () => {
  const hasAge = spawnSync('age', ['--version']).status === 0;
  if (!hasAge)
    process.stderr.write(
      '\nNOT CHECKED: the program "age" is not installed, so no other age reader looked at the stored files (apt install age)\n\n',
    );

  it.runIf(hasAge)('opens a stored file with the derived identity, and finds the prologue and the bytes', async () => {
    const { keys } = await unlock(await loadHeader(layoutOf(dir)), { passphrase: PASSPHRASE });
    const path = await fileOf(first);
    const identity = `${ageIdentity(keys.blob)}\n`;
    const plain = execFileSync('age', ['--decrypt', '--identity', '-', path], { input: identity, maxBuffer: 1 << 24 });
    const prologue = JSON.parse(plain.subarray(0, 4096).toString('utf8'));
    const body = plain.subarray(4096, 4096 + prologue.length);
    expect(prologue).toMatchObject({
      kind: 'original',
      document: first,
      mediaType: 'text/plain',
      length: LETTER.length,
    });
    expect(path).toContain(`${prologue.blob}.age`);
    expect(body.toString()).toBe(LETTER);
    expect(createHash('sha256').update(body).digest('hex')).toBe(prologue.sha256);
    expect(plain.length).toBe(4096 + Math.ceil(LETTER.length / 65_536) * 65_536);
  });
});
