// Turns SQLite's error codes into errors of the catalogue.
import { AppError, type ErrorCode, isAppError } from '../../shared/errors.ts';
import { systemCode } from './file-errors.ts';

/** By primary result code; an extended code (SQLITE_BUSY_SNAPSHOT) counts as its primary one. */
const CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'vault-disk-full'],
  ['SQLITE_BUSY', 'vault-in-use'],
  ['SQLITE_LOCKED', 'vault-in-use'],
  ['SQLITE_PROTOCOL', 'vault-in-use'],
  ['SQLITE_READONLY', 'vault-read-only'],
  ['SQLITE_PERM', 'vault-read-only'],
  ['SQLITE_IOERR', 'vault-disk-fault'],
  ['SQLITE_NOTADB', 'vault-database-damaged'],
  ['SQLITE_CORRUPT', 'vault-database-damaged'],
  ['SQLITE_CANTOPEN', 'vault-database-damaged'],
];

/** The catalogue error for a failed statement; an unknown one is handed back as it is. */
export function toDatabaseError(cause: unknown): unknown {
  if (isAppError(cause)) return cause;
  if (cause instanceof TypeError && cause.message === 'The database connection is not open')
    return new AppError('vault-locked', { cause });
  const sqliteCode = systemCode(cause) ?? '';
  const entry = CODES.find(([prefix]) => sqliteCode.startsWith(prefix));
  return entry === undefined ? cause : new AppError(entry[1], { cause });
}
