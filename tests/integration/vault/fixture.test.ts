// Vaults as earlier apps made them: each is opened for ever, on a copy, by both ways; and a vault of a newer app is refused without a byte written.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/vault/database.ts';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import { SCHEMA_VERSION } from '../../../electron/vault/migrations/migrate.ts';
import { rebuildVault } from '../../../electron/vault/rebuild/rebuild.ts';
import { unlock } from '../../../electron/vault/unlock.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { temporaryFolder } from './vault-fixture.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const root = temporaryFolder();
const vaults = readdirSync(join(fixtures, 'vault'))
  .filter((name) => /^format-\d+-schema-\d+$/.test(name))
  .map((name) => {
    const { passphrase, words } = JSON.parse(readFileSync(join(fixtures, 'vault', `${name}.json`), 'utf8')) as Secrets;
    return { name, passphrase, words: words.split(' '), schema: Number(/\d+$/.exec(name)?.[0]) };
  });
interface Secrets {
  readonly passphrase: string;
  readonly words: string;
}
const PAPERS = ['014-lumbar-mri-denial.txt', '028-counseling-receipt.txt'];
const original = (name: string) => readFileSync(join(fixtures, 'papers', name));

/** A copy of a fixture: the fixture itself is never opened. */
function copyOf(name: string, as: string): string {
  const dir = join(root, `${name}-${as}`);
  cpSync(join(fixtures, 'vault', name), dir, { recursive: true });
  return dir;
}

/** Hash and time of every file in a folder. */
function stateOf(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );
  return new Map(
    files.sort().map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex');
      return [name, `${hash} ${statSync(join(dir, name)).mtimeMs}`];
    }),
  );
}

async function keysOf(dir: string, passphrase: string) {
  const { keys } = await unlock(await loadHeader(layoutOf(dir)), { passphrase });
  return keys;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: { code: string }) => cause.code,
  );

describe.each(vaults)('the vault $name', ({ name, passphrase, words, schema }) => {
  it('opens by passphrase and by words, with its papers, note and case, and is whole', async () => {
    const dir = copyOf(name, 'opened');
    for (const secret of [{ passphrase }, { words }]) {
      const vault = await openVault(dir, secret);
      const [denial, receipt, ...more] = vault.documents.list();
      if (denial === undefined || receipt === undefined) throw new Error('papers are missing');
      expect(more).toEqual([]);
      for (const { id, fileName } of [denial, receipt])
        expect(Buffer.from((await vault.documents.original(id)).bytes).equals(original(fileName))).toBe(true);
      expect([denial.fileName, receipt.fileName]).toEqual(PAPERS);
      expect([denial.kind, receipt.note, receipt.state]).toEqual(['denial-letter', 'Paid in cash.', 'ready']);
      expect(vault.documents.reading(denial.id).reasons.length).toBeGreaterThan(0);
      expect(vault.cases.list()).toMatchObject([{ denialDocumentId: denial.id }]);
      const notes = vault.annotations.list(denial.id).map(({ note, colour, proof }) => [note, colour, proof?.to]);
      expect(notes).toEqual(schema < 10 ? [] : [['Asked about this by telephone.', 'yellow', 3]]);
      expect(vault.documents.search('lumbar', 5).length).toBeGreaterThan(0);
      expect((await vault.documents.picture(denial.id, 1)).length).toBeGreaterThan(1000);
      expect((await vault.verify()).damaged).toEqual([]);
      await vault.close();
    }
    expect(stateOf(dir).get('vault.hdr')?.slice(0, 64)).toBe(
      stateOf(join(fixtures, 'vault', name))
        .get('vault.hdr')
        ?.slice(0, 64),
    );
  });

  it('is migrated with a copy kept of what it was, until a backup was made after it', async () => {
    const dir = copyOf(name, 'migrated');
    await (await openVault(dir, { words })).close();
    const kept = join(dir, 'db', `main.db.before-${SCHEMA_VERSION}`);
    expect(existsSync(kept)).toBe(schema < SCHEMA_VERSION);
    if (schema === SCHEMA_VERSION) return;
    const copy = await openDatabase(kept, (await keysOf(dir, passphrase)).database);
    expect(copy.pragma('user_version')).toBe(schema);
    expect(copy.get('SELECT count(*) AS n FROM document')).toEqual({ n: 2 });
    copy.close();
    const vault = await openVault(dir, { words });
    await vault.backup(join(root, `${name}.vaultbak`));
    await vault.close();
    expect(existsSync(kept)).toBe(true);
    await (await openVault(dir, { words })).close();
    expect(existsSync(kept)).toBe(false);
    expect(existsSync(`${kept}.hdr`)).toBe(false);
  });

  it('gives its papers back without its database; those of before schema 5 have no names in their files', async () => {
    const dir = copyOf(name, 'rebuilt');
    rmSync(join(dir, 'db'), { recursive: true });
    const rebuilt = await rebuildVault(dir, { words });
    expect(rebuilt).toMatchObject({ papers: 2, unnamed: schema < 5 ? 2 : 0, damaged: [] });
    const vault = await openVault(dir, { words });
    const list = vault.documents.list();
    if (schema < 5) expect(list.map(({ fileName }) => fileName)).toEqual(['Paper 1.txt', 'Paper 2.txt']);
    else expect(list.map(({ fileName }) => fileName).sort()).toEqual(PAPERS);
    const bytes = await Promise.all(
      list.map(async ({ id }) => Buffer.from((await vault.documents.original(id)).bytes)),
    );
    for (const paper of PAPERS) expect(bytes.some((found) => found.equals(original(paper)))).toBe(true);
    await vault.close();
  });
});

describe('a vault of a newer app', () => {
  const [first] = vaults;
  if (first === undefined) throw new Error('there is no fixture');
  const { name, passphrase, words } = first;

  it('by its format is refused without a byte written, whatever is tried', async () => {
    const dir = copyOf(name, 'newer-format');
    const [json = '', , mac = ''] = readFileSync(join(dir, 'vault.hdr'), 'latin1').split('\n');
    for (const [from, to] of [
      ['"format":1,', '"format":2,'],
      ['"minReader":1,', '"minReader":2,'],
    ] as const) {
      const newer = json.replace(from, to);
      const header = `${newer}\n${createHash('sha256').update(newer).digest('hex')}\n${mac}\n`;
      for (const file of ['vault.hdr', 'vault.hdr.1']) writeFileSync(join(dir, file), header);
      const before = stateOf(dir);
      expect(await codeOf(openVault(dir, { passphrase }))).toBe('vault-newer');
      expect(await codeOf(openVault(dir, { passphrase: 'not this one at all' }))).toBe('vault-newer');
      expect(await codeOf(rebuildVault(dir, { words }))).toBe('vault-newer');
      expect(stateOf(dir)).toEqual(before);
    }
  });

  it('by its schema is refused with every file as it was', async () => {
    const dir = copyOf(name, 'newer-schema');
    const database = await openDatabase(layoutOf(dir).database, (await keysOf(dir, passphrase)).database);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    const before = stateOf(dir);
    expect(await codeOf(openVault(dir, { passphrase }))).toBe('vault-newer');
    expect(await codeOf(rebuildVault(dir, { words }))).toBe('vault-newer');
    expect(stateOf(dir)).toEqual(before);
  });
});
