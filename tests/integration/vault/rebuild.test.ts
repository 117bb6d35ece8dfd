// A vault whose database is lost: its stored files alone give the papers back, and the old database is never deleted.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { rebuildVault } from '../../../electron/vault/rebuild/rebuild.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { rebuiltSentences } from '../../../shared/model/rebuilt.ts';
import { PASSPHRASE, PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const whole = join(root, 'whole');
const LETTER = 'We have denied the marmalade inhaler. '.repeat(3000);
const NAMES = ['Brief über Ünïcode 信.pdf', `${'long '.repeat(2000)}name.txt`, 'receipt.txt'];
let words: readonly string[];
let ids: readonly DocumentId[];
let secret: { readonly words: readonly string[] };
let count = 0;

beforeAll(async () => {
  const made = await newVault(whole);
  words = made.recoveryWords;
  secret = { words };
  const [pdf = '', long = '', receipt = ''] = NAMES;
  const added = [
    await made.vault.documents.add({ ...paper(pdf, LETTER), format: 'pdf', mediaType: 'application/pdf' }),
    await made.vault.documents.add(paper(long, 'a long name')),
    await made.vault.documents.add(paper(receipt, 'a receipt')),
  ];
  ids = added.map(({ id }) => id);
  for (const { id } of added)
    await made.vault.documents.savePage(id, pageOf(1, 'marmalade'), Buffer.concat([PICTURE, Buffer.from(id)]));
  await made.vault.close();
});

/** A copy of the whole vault, to be damaged. */
function copy(): { readonly dir: string; readonly database: string } {
  count += 1;
  const dir = join(root, `copy-${count}`);
  cpSync(whole, dir, { recursive: true, preserveTimestamps: true });
  return { dir, database: join(dir, 'db', 'main.db') };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

/** File names and bytes of all papers in the vault, which must be whole. */
async function papersIn(dir: string): Promise<ReadonlyMap<string, string>> {
  const vault = await openVault(dir, secret);
  try {
    expect((await vault.verify()).damaged).toEqual([]);
    const papers = new Map<string, string>();
    for (const { id, fileName, state } of vault.documents.list()) {
      expect(state).toBe('reading');
      papers.set(fileName, Buffer.from((await vault.documents.original(id)).bytes).toString());
    }
    return papers;
  } finally {
    await vault.close();
  }
}

/** The file of the original of a paper, told by trying which one is missed. */
async function fileOf(dir: string, id: DocumentId): Promise<string> {
  const vault = await openVault(dir, secret);
  try {
    const files = readdirSync(join(dir, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.age'),
    );
    for (const name of files) {
      const path = join(dir, 'blobs', name);
      const bytes = readFileSync(path);
      rmSync(path);
      const code = await codeOf(vault.documents.original(id));
      writeFileSync(path, bytes);
      if (code === 'vault-blob-missing') return path;
    }
    throw new Error('no file belongs to the paper');
  } finally {
    await vault.close();
  }
}

const expectAll = (papers: ReadonlyMap<string, string>) => {
  expect(papers.get(NAMES[0] ?? '')).toBe(LETTER);
  expect(papers.get('receipt.txt')).toBe('a receipt');
  // Longer than any file system has it, a name keeps its beginning and its ending.
  expect([...papers.keys()].find((name) => name.startsWith('long long') && name.endsWith(' name.txt'))).toBeDefined();
  expect(papers.size).toBe(3);
};

/** Ways to lose a database. */
const LOSSES: readonly (readonly [how: string, damage: (made: ReturnType<typeof copy>) => void])[] = [
  ['deleted', ({ database }) => rmSync(database)],
  ['deleted with its folder', ({ dir }) => rmSync(join(dir, 'db'), { recursive: true })],
  ['cut off', ({ database }) => truncateSync(database, 5000)],
  ['empty', ({ database }) => truncateSync(database, 0)],
  [
    'hit by one bit in its first page',
    ({ database }) => {
      const bytes = readFileSync(database);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      writeFileSync(database, bytes);
    },
  ],
  ['something else', ({ database }) => writeFileSync(database, 'not a database')],
];

describe('a vault without its database', () => {
  it.each(LOSSES)('%s: gives every paper back, with name and bytes, and deletes nothing', async (_how, damage) => {
    const made = copy();
    damage(made);
    const before = existsSync(made.database) ? readFileSync(made.database) : undefined;
    expect(await codeOf(openVault(made.dir, secret))).toBe('vault-database-damaged');
    const rebuilt = await rebuildVault(made.dir, { passphrase: PASSPHRASE });
    expect(rebuilt).toMatchObject({ papers: 3, unnamed: 0, packets: 0, pictures: 0, damaged: [] });
    if (before !== undefined) expect(readFileSync(join(rebuilt.putAside ?? '', 'main.db')).equals(before)).toBe(true);
    else expect(rebuilt.putAside).toBeUndefined();
    expectAll(await papersIn(made.dir));
  });

  it('keeps the ids of papers, can be searched for their names, and notes what happened', async () => {
    const { dir, database } = copy();
    rmSync(database);
    await rebuildVault(dir, secret);
    const vault = await openVault(dir, secret);
    expect(vault.documents.list().map(({ id }) => id)).toEqual(ids);
    expect(vault.documents.search('receipt', 5)).toHaveLength(1);
    expect(vault.documents.unfinished()).toHaveLength(3);
    // The old pictures of pages are kept until somebody has them removed: reading makes new ones.
    expect(vault.inventory.orphans).toHaveLength(3);
    expect(vault.inventory.missing).toEqual([]);
    const day = 86_400_000;
    const later = (days: number) => new Date(Date.now() + days * day);
    expect((await vault.sweep(later(29))).setAside).toBe(0);
    expect(await vault.sweep(later(31))).toMatchObject({ setAside: 3, removed: 0 });
    expect(await vault.sweep(later(39))).toMatchObject({ setAside: 0, removed: 3 });
    expect((await vault.verify()).damaged).toEqual([]);
    await vault.close();
    const again = await openVault(dir, secret);
    expect(again.inventory).toEqual({ orphans: [], missing: [] });
    await again.close();
  });

  it('that can be read is left as it is, also for the wrong passphrase and while it is open', async () => {
    const { dir, database } = copy();
    const before = readFileSync(database);
    expect(await codeOf(rebuildVault(dir, secret))).toBe('vault-rebuild-not-needed');
    expect(await codeOf(rebuildVault(dir, { passphrase: 'not the right one' }))).toBe('vault-wrong-passphrase');
    expect(readFileSync(database).equals(before)).toBe(true);
    const vault = await openVault(dir, secret);
    expect(await codeOf(rebuildVault(dir, secret))).toBe('vault-in-use');
    await vault.close();
  });

  it('hit in a later page is rebuilt too: it opens, but can’t be read to its end', async () => {
    const { dir, database } = copy();
    const bytes = readFileSync(database);
    for (let page = 2; page < bytes.length / 4096; page += 1)
      bytes[page * 4096 + 999] = (bytes[page * 4096 + 999] ?? 0) ^ 4;
    writeFileSync(database, bytes);
    await rebuildVault(dir, secret);
    expectAll(await papersIn(dir));
  });
});

describe('stored files that are not whole', () => {
  it('are named, and the other papers come back; a lost paper leaves the pictures of its pages', async () => {
    const { dir, database } = copy();
    const [letter, long, receipt] = ids;
    if (letter === undefined || long === undefined || receipt === undefined) throw new Error('no papers');
    const [hit, gone] = [await fileOf(dir, letter), await fileOf(dir, receipt)];
    const bytes = readFileSync(hit);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 8;
    writeFileSync(hit, bytes);
    rmSync(gone);
    // A file in another one's place is no paper either.
    mkdirSync(join(dir, 'blobs', '00'), { recursive: true });
    copyFileSync(await fileOf(dir, long), join(dir, 'blobs', '00', `${'0'.repeat(32)}.age`));
    rmSync(database);
    const rebuilt = await rebuildVault(dir, secret);
    expect(rebuilt).toMatchObject({ papers: 1, pictures: 2 });
    expect(rebuilt.damaged.map(({ what }) => what)).toEqual(
      expect.arrayContaining([NAMES[0], `The stored file ${'0'.repeat(32)}`]),
    );
    const papers = await papersIn(dir);
    expect([...papers.keys()].filter((name) => name.startsWith('Page of a lost paper'))).toHaveLength(2);
    expect(rebuiltSentences(rebuilt).join(' ')).toContain('cases, letters');
  });
});

describe('a rebuild that is cut off', () => {
  const child = fileURLToPath(new URL('./children/rebuild-until-killed.ts', import.meta.url));

  /** Rebuilds in a process of its own that is killed at its n-th step. */
  const killedAt = (dir: string, step: number) =>
    new Promise<number | null>((resolve, reject) => {
      const process_ = spawn(process.execPath, [child, dir, String(step)], { stdio: 'inherit' });
      process_.once('error', reject);
      process_.once('close', resolve);
    });

  it('is repeated to the same end, wherever it was killed', async () => {
    const { dir, database } = copy();
    truncateSync(database, 3000);
    const before = readFileSync(database);
    // While it looks at files, before the first paper is in the new database, and before that takes its place.
    for (const step of [2, 7, 8]) await killedAt(dir, step);
    // Killed between its two renames: there is no database at all.
    const between = copy();
    cpSync(join(dir, 'db'), join(between.dir, 'db.damaged-1'), { recursive: true });
    rmSync(join(between.dir, 'db'), { recursive: true });
    const rebuilt = await rebuildVault(dir, secret);
    expect(rebuilt.papers).toBe(3);
    expect(readFileSync(join(rebuilt.putAside ?? '', 'main.db')).equals(before)).toBe(true);
    expectAll(await papersIn(dir));
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
    await rebuildVault(between.dir, secret);
    expectAll(await papersIn(between.dir));
    expect(existsSync(join(between.dir, 'db.damaged-1', 'main.db'))).toBe(true);
  });

  it('or cancelled leaves everything as it was', async () => {
    const { dir, database } = copy();
    truncateSync(database, 3000);
    const abort = new AbortController();
    const names = readdirSync(dir).sort();
    expect(await codeOf(rebuildVault(dir, secret, { signal: abort.signal, onProgress: () => abort.abort() }))).toBe(
      'cancelled',
    );
    expect(readdirSync(dir).sort()).toEqual(names);
    expect(readFileSync(database).length).toBe(3000);
  });
});
