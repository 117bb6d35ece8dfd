// Damage anywhere, DAMAGE_SEED repeats it: bits flipped all over every file of a vault and of a backup, files cut off, exchanged or put back. All is found and named or mended, none shown.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { restoreBackup } from '../../electron/vault/backup/restore.ts';
import { openVault } from '../../electron/vault/vault.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from '../integration/vault/vault-content.ts';
import { newVault, temporaryFolder } from '../integration/vault/vault-fixture.ts';
import { type Chance, chanceOf } from '../letters/chance.ts';

/** How many bits are flipped in the database, in each stored file, in each small file, and in the backup. */
const FLIPS = { database: 250, blob: 100, small: 50, backup: 150 };
const SEED = Number(process.env.DAMAGE_SEED ?? Date.now() % 1_000_000);
const NEXT = 'a different lantern altogether';

const root = temporaryFolder();
const dir = join(root, 'vault');
const backup = join(root, 'whole.vaultbak');
let words: readonly string[];
let whole: ReadonlyMap<string, Buffer>;
const papers: { readonly id: DocumentId; readonly title: string }[] = [];
/** Title and part of each stored file, by its name. */
const blobs = new Map<string, string>();

const at = (name: string) => join(dir, name);
const chanceFor = (name: string): Chance =>
  chanceOf([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), SEED) % 2 ** 31);

beforeAll(async () => {
  process.stderr.write(`\nDAMAGE_SEED=${SEED}\n`);
  const made = await newVault(dir);
  words = made.recoveryWords;
  for (const title of ['one.txt', 'two.txt']) {
    const known = new Set(blobNames());
    const { id } = await made.vault.documents.add(paper(title, `The text of ${title}. `.repeat(300)));
    for (const name of blobNames()) if (!known.has(name)) blobs.set(name, `${title} (the original file)`);
    await made.vault.documents.savePage(id, pageOf(1, `marmalade ${title} ${'filler '.repeat(800)}`), PICTURE);
    for (const name of blobNames())
      if (!known.has(name) && !blobs.has(name)) blobs.set(name, `${title} (picture of page 1)`);
    papers.push({ id, title });
  }
  await made.vault.backup(backup);
  await made.vault.close();
  // Once opened, so that all that opening writes is there.
  await (await openVault(dir, { words })).close();
  whole = new Map(fileNames().map((name) => [name, readFileSync(at(name))]));
  expect([...whole.keys()].filter((name) => !name.startsWith('blobs/')).sort()).toEqual([
    'README.txt',
    'db/main.db',
    'vault.hdr',
    'vault.hdr.1',
  ]);
  expect(blobs.size).toBe(4);
});

function fileNames(): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
}
function blobNames(): string[] {
  return fileNames().filter((name) => name.startsWith('blobs/'));
}
function putBack(): void {
  for (const [name, bytes] of whole) writeFileSync(at(name), bytes);
}

/** Offsets that differ: the first and the last byte, and so many by chance. */
function offsetsIn(bytes: Buffer, count: number, chance: Chance): readonly number[] {
  const offsets = new Set([0, bytes.length - 1]);
  while (offsets.size < Math.min(count, bytes.length)) offsets.add(chance.whole(0, bytes.length - 1));
  return [...offsets];
}
function flipped(bytes: Buffer, offset: number, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ (1 << chance.whole(0, 7));
  return copy;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

/** What opening and the check of the whole vault say: `whole`, the code that keeps it closed, or what is named as damaged. */
async function judge(secret: Parameters<typeof openVault>[1] = { words }): Promise<string> {
  try {
    const vault = await openVault(dir, secret);
    const { damaged } = await vault.verify();
    await vault.close();
    return damaged.map(({ what, code }) => `${what}: ${code}`).join(', ') || 'whole';
  } catch (cause) {
    return (cause as { code: string }).code;
  }
}

it('a bit flipped anywhere in a stored file: its paper is named, its content is not given out, and that of the others is', async () => {
  const vault = await openVault(dir, { words });
  let flips = 0;
  for (const [name, what] of blobs) {
    const chance = chanceFor(what);
    const bytes = whole.get(name) ?? Buffer.alloc(0);
    const index = what.startsWith('one') ? 0 : 1;
    const read = (of: number) =>
      what.includes('picture')
        ? vault.documents.picture(papers[of]?.id as DocumentId, 1)
        : vault.documents.original(papers[of]?.id as DocumentId);
    for (const offset of offsetsIn(bytes, FLIPS.blob, chance)) {
      writeFileSync(at(name), flipped(bytes, offset, chance));
      expect(await codeOf(read(index)), `${name} at ${offset}`).toBe('vault-blob-damaged');
      flips += 1;
    }
    expect((await vault.verify()).damaged).toEqual([{ what, code: 'vault-blob-damaged' }]);
    expect(await codeOf(read(1 - index))).toBe('done');
    writeFileSync(at(name), bytes);
  }
  expect(flips).toBe(4 * FLIPS.blob);
  await vault.close();
});

it('a bit flipped anywhere in the database, in a header or in the text for people: named, or put right', async () => {
  for (const [name, bytes] of whole) {
    if (name.startsWith('blobs/')) continue;
    const chance = chanceFor(name);
    const isDatabase = name === 'db/main.db';
    for (const offset of offsetsIn(bytes, isDatabase ? FLIPS.database : FLIPS.small, chance)) {
      writeFileSync(at(name), flipped(bytes, offset, chance));
      const verdict = await judge();
      if (isDatabase) expect(verdict, `${name} at ${offset}`).toMatch(/^(The database: )?vault-database-damaged/);
      else {
        expect(verdict, `${name} at ${offset}`).toBe('whole');
        expect(readFileSync(at(name)).equals(bytes), `${name} at ${offset}`).toBe(true);
      }
      putBack();
    }
  }
});

it('a bit flipped anywhere in a backup: nothing is restored from it', async () => {
  const bytes = readFileSync(backup);
  const hurt = join(root, 'hurt.vaultbak');
  const chance = chanceFor('backup');
  for (const offset of offsetsIn(bytes, FLIPS.backup, chance)) {
    writeFileSync(hurt, flipped(bytes, offset, chance));
    const code = await codeOf(restoreBackup(hurt, join(root, 'restored'), { words }));
    expect(code, `at ${offset}`).toMatch(/^backup-(damaged|not-one|newer)$/);
  }
  expect(readdirSync(root)).not.toContain('restored');
});

it('a file cut off, emptied, made longer or taken away is named or put right', async () => {
  for (const [name, bytes] of whole) {
    const chance = chanceFor(`${name} cut`);
    const shapes = [
      Buffer.alloc(0),
      bytes.subarray(0, chance.whole(1, bytes.length - 1)),
      Buffer.concat([bytes, Buffer.from('x')]),
      undefined,
    ];
    for (const shape of shapes) {
      if (shape === undefined) rmSync(at(name));
      else writeFileSync(at(name), shape);
      const verdict = await judge();
      const what = blobs.get(name);
      if (what !== undefined)
        expect(verdict).toBe(`${what}: vault-blob-${shape === undefined ? 'missing' : 'damaged'}`);
      // Bytes behind the last page are no part of a database: SQLite goes by the number of pages that its first page tells.
      else if (name === 'db/main.db')
        expect(verdict).toMatch(shape !== undefined && shape.length > bytes.length ? /damaged$|^whole$/ : /damaged$/);
      else expect(verdict).toBe('whole');
      putBack();
    }
  }
});

it('two stored files that changed places are both named, and neither is shown as the other', async () => {
  const names = [...blobs.keys()];
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1)) {
      writeFileSync(at(one), whole.get(other) ?? '');
      writeFileSync(at(other), whole.get(one) ?? '');
      const vault = await openVault(dir, { words });
      const { damaged } = await vault.verify();
      expect(damaged.map(({ what }) => what).sort()).toEqual([blobs.get(one), blobs.get(other)].sort());
      for (const { id, title } of papers) {
        const given = await vault.documents.original(id).then(
          ({ bytes }) => Buffer.from(bytes).toString(),
          () => '',
        );
        expect(given === '' || given.startsWith(`The text of ${title}`)).toBe(true);
      }
      await vault.close();
      putBack();
    }
});

it('two generations of the header that changed places: the newer one holds; an older one in both places is named until it is replaced', async () => {
  const old = whole.get('vault.hdr') ?? Buffer.alloc(0);
  const vault = await openVault(dir, { words });
  await vault.changePassphrase(PASSPHRASE, NEXT);
  await vault.close();
  const next = readFileSync(at('vault.hdr'));

  writeFileSync(at('vault.hdr'), old);
  expect(await judge({ passphrase: PASSPHRASE })).toBe('vault-wrong-passphrase');
  expect(await judge({ passphrase: NEXT })).toBe('whole');
  expect(readFileSync(at('vault.hdr')).equals(next)).toBe(true);

  // Both older: it must open, for it may be the only header there is; but the check says so.
  for (const name of ['vault.hdr', 'vault.hdr.1']) writeFileSync(at(name), old);
  expect(await judge({ passphrase: PASSPHRASE })).toBe('The header (vault.hdr): vault-header-older');
  const again = await openVault(dir, { passphrase: PASSPHRASE });
  await again.changePassphrase(PASSPHRASE, NEXT);
  expect((await again.verify()).damaged).toEqual([]);
  await again.close();
  expect(await judge({ passphrase: NEXT })).toBe('whole');
  putBack();
});
