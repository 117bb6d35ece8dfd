// Backup and restore: one encrypted file, read back before it counts, and a vault again from it, byte for byte.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupIdentity, restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const dir = join(root, 'vault');
const places = join(root, 'places');
const file = join(places, 'first.vaultbak');
const originals = new Map<DocumentId, Buffer>();
let words: readonly string[] = [];

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

beforeAll(async () => {
  mkdirSync(places);
  const { vault, recoveryWords } = await newVault(dir);
  words = recoveryWords;
  // Sizes around the borders of chunks and batches, and one paper of several megabytes.
  for (const size of [0, 1, 65_535, 65_536, 300_000, 5_000_001]) {
    const bytes = randomBytes(size);
    const document = await vault.documents.add(paper(`paper-${size}.bin`, bytes));
    await vault.documents.savePage(document.id, pageOf(1, `marmalade ${size}`), PICTURE);
    originals.set(document.id, bytes);
  }
  expect(vault.lastBackup()).toBeUndefined();
  const made = await vault.backup(file);
  expect(made).toMatchObject({ path: file, files: 12, unsound: 0 });
  expect(vault.lastBackup()).toEqual(made);
  await vault.close();
});

async function expectWhole(at: string, secret: Parameters<typeof openVault>[1]): Promise<void> {
  const vault = await openVault(at, secret);
  expect((await vault.verify()).damaged).toEqual([]);
  expect(vault.inventory).toEqual({ orphans: [], missing: [] });
  for (const [id, bytes] of originals) expect(bytes.equals((await vault.documents.original(id)).bytes)).toBe(true);
  expect(vault.documents.search('marmalade', 20)).toHaveLength(originals.size);
  await vault.close();
}

describe('a restored vault', () => {
  it('has every paper byte for byte and opens by passphrase and by words, whichever restored it', async () => {
    const [one, other] = [join(root, 'by-passphrase'), join(root, 'deep', 'by-words')];
    const restored = await restoreBackup(file, one, { passphrase: PASSPHRASE });
    expect(restored).toMatchObject({ files: 12, unsound: 0 });
    mkdirSync(join(root, 'deep'));
    mkdirSync(other);
    await restoreBackup(file, other, { words });
    await expectWhole(one, { passphrase: PASSPHRASE });
    await expectWhole(one, { words });
    await expectWhole(other, { passphrase: PASSPHRASE });
    expect(readdirSync(one).sort()).toEqual(['README.txt', 'blobs', 'db', 'tmp', 'vault.hdr', 'vault.hdr.1']);
    const vault = await openVault(one, { words });
    expect(vault.lastBackup()).toMatchObject({ path: file, files: 12 });
    await vault.close();
  });
});

describe('restoring refuses', () => {
  const target = join(root, 'refused');
  const refuse = async (
    path: string,
    code: string,
    secret: Parameters<typeof openVault>[1] = { passphrase: PASSPHRASE },
  ) => {
    expect(await codeOf(restoreBackup(path, target, secret))).toBe(code);
    expect(existsSync(target)).toBe(false);
  };

  it('a wrong passphrase, wrong words, and files that are none', async () => {
    await refuse(file, 'vault-wrong-passphrase', { passphrase: 'not this one at all' });
    await refuse(file, 'vault-wrong-recovery-words', { words: [...words].reverse() });
    await refuse(join(places, 'nowhere'), 'file-not-found');
    writeFileSync(join(places, 'letter.txt'), 'Dear Sir or Madam');
    await refuse(join(places, 'letter.txt'), 'backup-not-one');
    await refuse(places, 'file-unreadable');
  });

  it('a newer format, of the backup and of the vault', async () => {
    const text = readFileSync(file).toString('latin1');
    const newer = join(places, 'newer.vaultbak');
    writeFileSync(newer, text.replace('"format":1,"minReader":1', '"format":3,"minReader":2'), 'latin1');
    await refuse(newer, 'backup-newer');
    const [first = '', json = ''] = text.split('\n', 2);
    const later = json.replace('"format":1,"minReader":1', '"format":2,"minReader":2');
    const sum = createHash('sha256').update(later).digest('hex');
    writeFileSync(newer, `${first}\n${later}\n${sum}\n${'0'.repeat(64)}\n`, 'latin1');
    await refuse(newer, 'backup-newer');
  });

  it('a folder that is not empty, and one that holds a vault, and leaves both as they are', async () => {
    const full = join(root, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'letter.txt'), 'mine');
    expect(await codeOf(restoreBackup(file, full, { passphrase: PASSPHRASE }))).toBe('vault-folder-not-empty');
    expect(readFileSync(join(full, 'letter.txt'), 'utf8')).toBe('mine');
    expect(await codeOf(restoreBackup(file, dir, { passphrase: PASSPHRASE }))).toBe('vault-exists');
  });

  it('every bit flipped over the file, and every cut', async () => {
    const whole = readFileSync(file);
    const hurt = join(places, 'hurt.vaultbak');
    const clear = whole.indexOf('age-encryption.org');
    const offsets = new Set<number>();
    // The clear start and the age header densely, then all over, then the end.
    for (let at = 0; at < clear + 300; at += 53) offsets.add(at);
    for (let step = 0; step < 50; step += 1) offsets.add(Math.floor((whole.length * step) / 50) + step);
    for (const back of [1, 2, 16, 17, 1000]) offsets.add(whole.length - back);
    expect(offsets.size).toBeGreaterThan(70);
    for (const at of offsets) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(hurt, bytes);
      const code = await codeOf(restoreBackup(hurt, target, { words }));
      expect(code, `bit flipped at ${at}`).toMatch(/^backup-(damaged|not-one|newer)$/);
      expect(existsSync(target)).toBe(false);
    }
    writeFileSync(hurt, whole);
    for (const length of [whole.length - 1, whole.length - 65_552, clear + 200, clear + 5, clear, 100, 0]) {
      truncateSync(hurt, length);
      expect(await codeOf(restoreBackup(hurt, target, { words })), `cut at ${length}`).toMatch(
        /^backup-(damaged|not-one)$/,
      );
    }
    writeFileSync(hurt, Buffer.concat([whole, whole.subarray(-100)]));
    await refuse(hurt, 'backup-damaged');
    rmSync(hurt);
  }, 300_000);

  it('and stops when told to, with nothing left behind', async () => {
    const abort = new AbortController();
    const work = restoreBackup(
      file,
      target,
      { words },
      { signal: abort.signal, onProgress: (_stage, done) => done > 0 && abort.abort() },
    );
    expect(await codeOf(work)).toBe('cancelled');
    expect(existsSync(target)).toBe(false);
  });
});

describe('making a backup', () => {
  it('never writes over a file, stops when told to, and refuses a place it cannot write to', async () => {
    const vault = await openVault(dir, { words });
    const before = readdirSync(places).sort();
    expect(await codeOf(vault.backup(file))).toBe('backup-exists');
    expect(await codeOf(vault.backup(join(root, 'no-such-folder', 'b.vaultbak')))).toBe('backup-unwritable');
    const abort = new AbortController();
    const seen = new Set<string>();
    const work = vault.backup(join(places, 'stopped.vaultbak'), {
      signal: abort.signal,
      onProgress: (stage, done) => {
        seen.add(stage);
        if (stage === 'Reading it back' && done > 0) abort.abort();
      },
    });
    expect(await codeOf(work)).toBe('cancelled');
    expect([...seen]).toEqual(['Copying the database', 'Writing the backup', 'Reading it back']);
    expect(readdirSync(places).sort()).toEqual(before);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
    expect(vault.lastBackup()?.path).toBe(file);
    await vault.close();
  });

  it('goes on while papers come and pictures are replaced, and holds one moment', async () => {
    const vault = await openVault(dir, { words });
    const [id] = originals.keys();
    if (id === undefined) throw new Error('no papers');
    let isFirst = true;
    let other: Promise<void> | undefined;
    const path = join(places, 'busy.vaultbak');
    await vault.backup(path, {
      onProgress: (stage) => {
        if (stage !== 'Writing the backup' || !isFirst) return;
        isFirst = false;
        other = vault.documents.savePage(id, pageOf(1, 'marmalade replaced'), PICTURE);
      },
    });
    await other;
    expect((await vault.verify()).damaged).toEqual([]);
    await vault.close();
    const again = await openVault(dir, { words });
    expect(again.inventory).toEqual({ orphans: [], missing: [] });
    await again.close();
    const at = join(root, 'of-one-moment');
    await restoreBackup(path, at, { words });
    await expectWhole(at, { words });
  });

  it('keeps what is whole when a stored file is damaged and another gone, and says how many', async () => {
    const hurt = join(root, 'hurt-vault');
    await restoreBackup(file, hurt, { words });
    const blobs = readdirSync(join(hurt, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.age'),
    );
    const [one = '', two = ''] = blobs;
    const bytes = readFileSync(join(hurt, 'blobs', one));
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    writeFileSync(join(hurt, 'blobs', one), bytes);
    rmSync(join(hurt, 'blobs', two));
    const vault = await openVault(hurt, { words });
    const path = join(places, 'of-a-hurt-vault.vaultbak');
    expect(await vault.backup(path)).toMatchObject({ files: 11, unsound: 2 });
    await vault.close();
    const at = join(root, 'hurt-again');
    expect(await restoreBackup(path, at, { words })).toMatchObject({ files: 11, unsound: 2 });
    const again = await openVault(at, { words });
    expect((await again.verify()).damaged).toHaveLength(2);
    await again.close();
  });

  it('has an identity that opens it with age', async () => {
    expect(await backupIdentity(file, { words })).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    expect(await backupIdentity(file, { passphrase: PASSPHRASE })).toBe(await backupIdentity(file, { words }));
  });
});
