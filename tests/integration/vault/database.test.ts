// The database: really encrypted, its settings really in force, damage and tampering found.
/// <reference path="../../../electron/vault/better-sqlite3.d.ts" />
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appendAudit, isAuditWhole } from '../../../electron/vault/audit.ts';
import { createBlobStore } from '../../../electron/vault/blob-store.ts';
import { createDatabase, type Database, openDatabase } from '../../../electron/vault/database.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import { FIRST_SCHEMA } from '../../../electron/vault/migrations/0001-first.ts';
import { CORRECTIONS_SCHEMA } from '../../../electron/vault/migrations/0002-corrections.ts';
import { migrate } from '../../../electron/vault/migrations/migrate.ts';
import { APPLICATION_ID, SETTINGS } from '../../../electron/vault/pragmas.ts';
import { toDatabaseError } from '../../../electron/vault/sqlite-errors.ts';
import { createBlobDesk } from '../../../electron/vault/tables/blob-desk.ts';
import { createPacketTable } from '../../../electron/vault/tables/packets.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { verifyVault } from '../../../electron/vault/verify.ts';
import type { CaseId, PacketId } from '../../../shared/ids.ts';
import { PICTURE, pageOf, paper } from './vault-content.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
let count = 0;
const freshPath = () => {
  count += 1;
  return join(root, `d${count}.db`);
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (cause) {
    return (cause as { code?: string }).code;
  }
  return 'nothing thrown';
};
const filled = (database: Database) => {
  database.exec('CREATE TABLE t (x TEXT) STRICT');
  database.transaction(() => {
    for (let index = 0; index < 500; index += 1)
      database.run('INSERT INTO t VALUES (?)', `row ${index} ${'x'.repeat(100)}`);
  });
};

describe('the database', () => {
  it('has every setting in force, as SQLite itself answers', async () => {
    const database = await createDatabase(freshPath(), randomBytes(32));
    for (const { name, expect: value } of SETTINGS) expect([name, database.pragma(name)]).toEqual([name, value]);
    expect(database.pragma('application_id')).toBe(APPLICATION_ID);
    expect(database.pragma('cipher')).toBe('sqlcipher');
    expect(Number(database.pragma('legacy'))).toBe(4);
    database.close();
  });

  it('is not plaintext, does not open without the key or with another, and opens with the raw key as SQLCipher spells it', async () => {
    const [path, key] = [freshPath(), randomBytes(32)];
    const database = await createDatabase(path, key);
    filled(database);
    database.close();
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(readFileSync(path).includes('row 1 xxx')).toBe(false);
    await expect(openDatabase(path, randomBytes(32))).rejects.toMatchObject({ code: 'vault-database-damaged' });

    const plain = new Sqlite(path);
    expect(codeOf(() => plain.prepare('SELECT * FROM sqlite_master').all())).toBe('SQLITE_NOTADB');
    plain.close();
    const other = new Sqlite(path);
    other.pragma("cipher='sqlcipher'");
    other.pragma('legacy=4');
    other.pragma(`key="x'${key.toString('hex')}'"`);
    expect(other.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 500 });
    other.close();
  });

  it('leaves no shared-memory file, and no WAL after closing', async () => {
    const folder = join(root, 'alone');
    const { vault, dir } = await newVault(folder);
    expect(readdirSync(join(dir, 'db')).sort()).toEqual(['main.db', 'main.db-wal']);
    await vault.close();
    expect(readdirSync(join(dir, 'db'))).toEqual(['main.db']);
  });

  it('is named damaged when missing, cut off, flipped or not a database', async () => {
    const { vault, dir, recoveryWords } = await newVault(join(root, 'damage'));
    const { id } = await vault.documents.add(paper('a.txt', 'x'));
    for (let page = 1; page <= 20; page += 1)
      await vault.documents.savePage(id, pageOf(page, `page ${page} ${'filler '.repeat(300)}`), PICTURE);
    await vault.close();
    const path = join(dir, 'db', 'main.db');
    const whole = readFileSync(path);
    const outcome = async () => {
      try {
        const open = await openVault(dir, { words: recoveryWords });
        const report = await open.verify();
        await open.close();
        // The index and the record of changes are named beside the database when the same page holds a part of them.
        return [...new Set(report.damaged.map((item) => item.code))].join() || 'whole';
      } catch (cause) {
        return (cause as { code: string }).code;
      }
    };
    expect(await outcome()).toBe('whole');
    for (let page = 0; page < whole.length / 4096; page += 3) {
      const copy = Buffer.from(whole);
      copy[page * 4096 + 1234] = (copy[page * 4096 + 1234] ?? 0) ^ 4;
      writeFileSync(path, copy);
      expect(await outcome()).toBe('vault-database-damaged');
    }
    writeFileSync(path, whole);
    truncateSync(path, whole.length - 4096);
    expect(await outcome()).toBe('vault-database-damaged');
    writeFileSync(path, 'not a database');
    expect(await outcome()).toBe('vault-database-damaged');
    rmSync(path);
    expect(await outcome()).toBe('vault-database-damaged');
    expect(() => statSync(path)).toThrow();
  });

  it('maps the errors of SQLite to the catalogue, and calls no fault of the disk damage', () => {
    const thrown = (code: string) => Object.assign(new Error('x'), { code });
    const mapped = (code: string) => (toDatabaseError(thrown(code)) as { code: string }).code;
    expect(mapped('SQLITE_FULL')).toBe('vault-disk-full');
    expect(mapped('SQLITE_BUSY_RECOVERY')).toBe('vault-in-use');
    expect(mapped('SQLITE_READONLY_DIRECTORY')).toBe('vault-read-only');
    expect(mapped('SQLITE_CORRUPT_VTAB')).toBe('vault-database-damaged');
    expect(mapped('SQLITE_IOERR_READ')).toBe('vault-disk-fault');
  });
});

const layoutFor = (path: string) => ({
  ...layoutOf(root),
  database: path,
  databaseDir: root,
  header: join(root, 'header'),
});

describe('the check', () => {
  it('names a row that names another which is not there', async () => {
    const path = freshPath();
    const database = await createDatabase(path, randomBytes(32));
    await migrate(database, layoutFor(path));
    const store = createBlobStore(layoutFor(path), { identity: '', recipient: '' });
    expect((await verifyVault(database, store)).damaged).toEqual([]);
    database.exec('PRAGMA foreign_keys=OFF');
    database.run("INSERT INTO search_text (document, page_number, body, identifiers) VALUES (7, 1, '', '')");
    expect((await verifyVault(database, store)).damaged).toEqual([
      { what: 'The links between records', code: 'vault-database-damaged' },
    ]);
    database.close();
  });
});

describe('the schema', () => {
  it('goes up in one transaction, after an encrypted copy was kept; a newer one is refused', async () => {
    const [path, key] = [freshPath(), randomBytes(32)];
    writeFileSync(join(root, 'header'), 'the header');
    const database = await createDatabase(path, key);
    await migrate(database, layoutFor(path), ['CREATE TABLE a (x TEXT) STRICT']);
    database.run('INSERT INTO a VALUES (?)', 'kept in the copy');
    await expect(
      migrate(database, layoutFor(path), ['', 'CREATE TABLE b (x TEXT) STRICT; CREATE TABLE b (x TEXT) STRICT']),
    ).rejects.toThrow();
    expect(database.pragma('user_version')).toBe(1);
    expect(database.all("SELECT name FROM sqlite_master WHERE name = 'b'")).toEqual([]);

    await migrate(database, layoutFor(path), ['', 'CREATE TABLE b (x TEXT) STRICT']);
    expect(database.pragma('user_version')).toBe(2);
    await expect(migrate(database, layoutFor(path), [''])).rejects.toMatchObject({ code: 'vault-newer' });
    database.close();

    expect(readFileSync(`${path}.before-2`).includes('kept in the copy')).toBe(false);
    expect(readFileSync(`${path}.before-2.hdr`, 'utf8')).toBe('the header');
    const copy = await openDatabase(`${path}.before-2`, key);
    expect(copy.all('SELECT x FROM a')).toEqual([{ x: 'kept in the copy' }]);
    copy.close();
  });

  it('brings packets of before copies were kept along, with what was not told of them then', async () => {
    const [path, key] = [freshPath(), randomBytes(32)];
    writeFileSync(join(root, 'header'), 'the header');
    const database = await createDatabase(path, key);
    await migrate(database, layoutFor(path), [FIRST_SCHEMA, CORRECTIONS_SCHEMA]);
    const blobId = 'ab'.repeat(16);
    const id = 'p_0000000000000001' as PacketId;
    const caseId = 'c_0000000000000001' as CaseId;
    database.run(
      "INSERT INTO blob (id, kind, owner, media_type, length, sha256, file_sha256) VALUES (?, 'packet', ?, 'application/pdf', 4, '00', '00')",
      blobId,
      id,
    );
    const old = { id, caseId, version: 1, createdOn: '2026-03-21', draft: false, pageCount: 2, byteLength: 4 };
    database.run(
      'INSERT INTO packet (id, case_id, version, blob_id, value) VALUES (?, ?, 1, ?, ?)',
      id,
      caseId,
      blobId,
      JSON.stringify({ ...old, sha256: '00', blobId, index: [], problems: [] }),
    );
    await migrate(database, layoutFor(path));
    const desk = createBlobDesk(database, createBlobStore(layoutFor(path), { identity: '', recipient: '' }));
    const packets = createPacketTable(database, desk);
    expect(packets.list(caseId)).toMatchObject([{ ...old, preset: 'internal-appeal', checks: [] }]);
    expect(packets.plan(id)).toBeUndefined();
    expect(packets.copies(id)).toEqual([]);
    database.close();
  });

  it('keeps an audit chain that shows any change of a row', async () => {
    const path = freshPath();
    const database = await createDatabase(path, randomBytes(32));
    await migrate(database, layoutFor(path));
    for (const subject of ['a', 'b', 'c']) appendAudit(database, 'document-added', subject);
    expect(isAuditWhole(database)).toBe(true);
    expect(() => database.run("UPDATE audit SET subject = 'x' WHERE sequence = 2")).toThrow(/never changed/);
    expect(() => database.run('DELETE FROM audit')).toThrow(/never deleted/);
    database.exec('DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit WHERE sequence = 2');
    expect(isAuditWhole(database)).toBe(false);
    database.close();
  });
});
