// The settings the promises rest on: each is set, read back and compared, and a difference refuses the vault.
import type { Connection } from 'better-sqlite3';

/** `APPV`, so that tools can tell our files apart. */
export const APPLICATION_ID = 0x41505056;

interface Setting {
  readonly name: string;
  readonly set: string;
  readonly expect: number | string;
}

/** In the order they are set. `locking_mode` comes first: with it the WAL needs no shared-memory file. */
export const SETTINGS: readonly Setting[] = [
  { name: 'locking_mode', set: 'EXCLUSIVE', expect: 'exclusive' },
  // The default keeps temporary tables and sorts in plaintext files.
  { name: 'temp_store', set: 'MEMORY', expect: 2 },
  { name: 'journal_mode', set: 'WAL', expect: 'wal' },
  // With NORMAL, commits that were acknowledged can be missing after a power cut.
  { name: 'synchronous', set: 'FULL', expect: 2 },
  // Only macOS knows it; elsewhere it is accepted and does nothing.
  { name: 'fullfsync', set: 'ON', expect: 1 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'secure_delete', set: 'ON', expect: 1 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'cell_size_check', set: 'ON', expect: 1 },
  { name: 'mmap_size', set: '0', expect: 0 },
  { name: 'journal_size_limit', set: '16777216', expect: 16_777_216 },
];

/** Chooses the SQLCipher 4 page format. Must run before the key is given. */
export function selectCipher(connection: Connection): void {
  connection.pragma(`cipher='sqlcipher'`);
  connection.pragma('legacy=4');
  assertEqual('cipher', readPragma(connection, 'cipher'), 'sqlcipher');
  assertEqual('legacy', Number(readPragma(connection, 'legacy')), 4);
}

/** Sets every setting and reads it back. Throws an internal error that names the first that did not take. */
export function applySettings(connection: Connection): void {
  for (const setting of SETTINGS) connection.pragma(`${setting.name}=${setting.set}`);
  for (const setting of SETTINGS) assertEqual(setting.name, readPragma(connection, setting.name), setting.expect);
}

/** The value of a pragma as SQLite now answers it. */
export function readPragma(connection: Connection, name: string): unknown {
  return connection.pragma(name, { simple: true });
}

function assertEqual(name: string, actual: unknown, expected: number | string): void {
  if (actual !== expected) throw new Error(`The database setting ${name} did not take effect`);
}
