// The one door to SQLite: opens the encrypted database with all its settings in force and maps its errors.
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import type { Connection, SqliteModule, Statement } from 'better-sqlite3';
import { AppError, isAppError } from '../../shared/errors.ts';
import { systemCode, toFileError } from './file-errors.ts';
import { FILE_MODE } from './layout.ts';
import { APPLICATION_ID, applySettings, readPragma, selectCipher } from './pragmas.ts';
import { toDatabaseError } from './sqlite-errors.ts';

/** A value a statement can be given. */
export type SqlValue = string | number | Uint8Array | null;

/** The database as the tables see it. Every call throws errors of the catalogue: vault-disk-full, vault-in-use, vault-read-only, vault-disk-fault, vault-database-damaged, vault-locked. */
export interface Database {
  /** The first row. `Row` describes the columns of the statement: the tables are STRICT, so it is the schema that vouches for it. */
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  /** Runs a statement; hands back the number of changed rows and the last row id. */
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly lastId: number };
  /** Runs statements without values. */
  exec(sql: string): void;
  /** All or nothing, durable on return. */
  transaction<T>(work: () => T): T;
  pragma(name: string): unknown;
  /** False when the full-text index does not hold what it should, as far as SQLite can tell. Changes nothing. */
  isSearchWhole(): boolean;
  /** True when every change is refused with vault-opened-read-only. */
  readonly isReadOnly: boolean;
  close(): void;
}

const LOCK_WAIT_MS = 250;
const SQLITE_MAGIC = 'SQLite format 3\u0000';

/** Creates the database file, checks that it really is encrypted, and opens it. */
export async function createDatabase(path: string, key: Uint8Array): Promise<Database> {
  const Sqlite = await loadSqlite();
  // SQLite would make it readable by everybody; its WAL takes the mode over from it.
  closeSync(openSync(path, 'wx', FILE_MODE));
  try {
    rethrowMapped(() => {
      const connection = connect(Sqlite, path, key, false);
      try {
        connection.pragma(`application_id=${APPLICATION_ID}`);
        connection.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        connection.close();
      }
    });
    assertEncrypted(Sqlite, path);
    return await openDatabase(path, key);
  } catch (cause) {
    // What was made a moment ago is not damaged: the disk did not give back what it took.
    throw isAppError(cause) && cause.code === 'vault-database-damaged'
      ? new AppError('vault-disk-fault', { cause })
      : cause;
  }
}

/** Opens an existing database. Throws vault-database-damaged (also when the file is missing), vault-in-use, vault-newer by the caller's check of `user_version`. */
export async function openDatabase(path: string, key: Uint8Array): Promise<Database> {
  const Sqlite = await loadSqlite();
  assertReachable(path);
  // SQLite would take an empty file for a new database, and begin to write it.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) throw new AppError('vault-database-damaged');
  const open = () => {
    const connection = connect(Sqlite, path, key, true);
    if (readPragma(connection, 'application_id') === APPLICATION_ID) return wrap(connection);
    connection.close();
    throw new AppError('vault-database-damaged');
  };
  try {
    return open();
  } catch (cause) {
    // A passing read fault looks like damage: only a second, fresh look counts.
    const error = toDatabaseError(cause);
    if (!(error instanceof AppError) || error.code !== 'vault-database-damaged') throw error;
    return rethrowMapped(open);
  }
}

/** Throws runtime-too-old where loading the native module would end the process without a word. */
export function assertRuntime(napiVersion: string | undefined): void {
  if (Number(napiVersion ?? 0) < 10) throw new AppError('runtime-too-old');
}

async function loadSqlite(): Promise<SqliteModule> {
  assertRuntime(process.versions.napi);
  return (await import('better-sqlite3')).default;
}

function connect(Sqlite: SqliteModule, path: string, key: Uint8Array, mustExist: boolean): Connection {
  const connection = new Sqlite(path, { fileMustExist: mustExist, timeout: LOCK_WAIT_MS });
  try {
    selectCipher(connection);
    giveKey(connection, key);
    connection.pragma('locking_mode=EXCLUSIVE');
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    applySettings(connection);
    // Takes the exclusive lock now and keeps it until close.
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
}

/** The raw key as `x'…'` in a buffer that is wiped: any other 32 bytes would be taken for a passphrase and stretched. */
function giveKey(connection: Connection, key: Uint8Array): void {
  const literal = Buffer.alloc(3 + key.length * 2);
  literal.write(`x'`, 0, 'ascii');
  const digits = '0123456789abcdef';
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits.charCodeAt(byte >> 4);
    literal[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  literal.write(`'`, literal.length - 1, 'ascii');
  connection.key(literal);
  literal.fill(0);
}

/** A build of SQLite without encryption ignores the key without an error, and would keep everything in the clear. */
function assertEncrypted(Sqlite: SqliteModule, path: string): void {
  const start = Buffer.alloc(SQLITE_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  if (start.toString('latin1') === SQLITE_MAGIC || opensWithoutKey(Sqlite, path))
    throw new Error('The new database is not encrypted');
}

function opensWithoutKey(Sqlite: SqliteModule, path: string): boolean {
  const connection = new Sqlite(path, { fileMustExist: true, readonly: true });
  try {
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'SQLITE_NOTADB') return false;
    throw cause;
  } finally {
    connection.close();
  }
}

function wrap(connection: Connection): Database {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const fresh = connection.prepare(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  const judged = <T>(work: () => T): T => {
    try {
      return rethrowMapped(work);
    } catch (cause) {
      throw wasPassing(cause, connection) ? new AppError('vault-disk-fault', { cause }) : cause;
    }
  };
  return {
    // The casts hand the caller's description of its own statement through; see the interface.
    get: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      judged(() => prepared(sql).get(...values) as Row | undefined),
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => judged(() => prepared(sql).all(...values) as Row[]),
    run: (sql, ...values) =>
      judged(() => {
        const result = prepared(sql).run(...values);
        return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
      }),
    exec: (sql) => judged(() => void connection.exec(sql)),
    transaction: (work) => judged(() => connection.transaction(work).immediate()),
    pragma: (name) => judged(() => readPragma(connection, name)),
    // Written as an insertion; it inserts nothing, and throws when the index is damaged.
    isSearchWhole: () =>
      judged(() => {
        connection.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
        return true;
      }),
    isReadOnly: false,
    close: () => closeAnyway(connection),
  };
}

/** Closes also where the log can't be emptied, on a full or faulty disk: it holds all that was committed, and locking must not wait for the disk. */
function closeAnyway(connection: Connection): void {
  if (!connection.open) return;
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (!isAppError(toDatabaseError(cause))) throw cause;
  } finally {
    connection.close();
  }
}

/**
 * SQLite says SQLITE_CORRUPT also when a read failed. True when all of the database turns out to be whole on a second look: then it was the disk.
 * Never open the file beside the connection to find out: closing it would let go of SQLite's locks.
 */
function wasPassing(cause: unknown, connection: Connection): boolean {
  if (!isAppError(cause) || systemCode(cause.cause) !== 'SQLITE_CORRUPT') return false;
  try {
    return readPragma(connection, 'quick_check') === 'ok';
  } catch {
    return false;
  }
}

/** SQLite gives one answer for a file that is missing and for one that may not be opened. Throws vault-database-damaged, vault-read-only, vault-disk-fault. */
function assertReachable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') throw new AppError('vault-database-damaged', { cause });
    throw toFileError(cause);
  }
}

function rethrowMapped<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw toDatabaseError(cause);
  }
}
