// Brings an older database up to the newest schema, one transaction for all steps; refuses a newer one untouched.
import { rm } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { ensureFolder, readIfPresent, replaceFile, syncFolder } from '../atomic.ts';
import type { Database } from '../database.ts';
import type { Layout } from '../layout.ts';
import { FIRST_SCHEMA } from './0001-first.ts';
import { CORRECTIONS_SCHEMA } from './0002-corrections.ts';
import { PACKET_COPIES_SCHEMA } from './0003-packet-copies.ts';
import { PAPER_PASSWORDS_SCHEMA } from './0004-paper-passwords.ts';
import { NAMED_FILES_SCHEMA } from './0005-named-files.ts';
import { LIBRARY_SCHEMA } from './0006-library.ts';

/** Step n brings version n to version n + 1. */
const STEPS: readonly string[] = [
  FIRST_SCHEMA,
  CORRECTIONS_SCHEMA,
  PACKET_COPIES_SCHEMA,
  PAPER_PASSWORDS_SCHEMA,
  NAMED_FILES_SCHEMA,
  LIBRARY_SCHEMA,
];

/** The newest schema this code reads. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Runs the missing steps. Before an existing database is changed, an encrypted copy of it (`VACUUM INTO` keeps the key) and of the header are kept beside it.
 * Throws vault-newer when the database is of a newer schema.
 */
export async function migrate(database: Database, layout: Layout, steps: readonly string[] = STEPS): Promise<void> {
  const version = Number(database.pragma('user_version'));
  if (version > steps.length) throw new AppError('vault-newer');
  if (version === steps.length) return;

  if (version > 0) {
    const copy = `${layout.database}.before-${steps.length}`;
    await rm(copy, { force: true });
    database.run('VACUUM INTO ?', copy);
    const header = (await readIfPresent(layout.header)) ?? (await readIfPresent(layout.spareHeader));
    await ensureFolder(layout.tmp);
    if (header !== undefined) await replaceFile(layout.tmp, `${copy}.hdr`, header);
    await syncFolder(layout.databaseDir);
  }
  database.transaction(() => {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
  if (Number(database.pragma('user_version')) !== steps.length) throw new AppError('vault-database-damaged');
}
