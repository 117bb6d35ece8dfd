// Brings an older database up to the newest schema, one transaction for all steps; refuses a newer one untouched.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { ensureFolder, readIfPresent, replaceFile, syncFile, syncFolder } from '../atomic.ts';
import type { Database } from '../database.ts';
import type { Layout } from '../layout.ts';
import { FIRST_SCHEMA } from './0001-first.ts';
import { CORRECTIONS_SCHEMA } from './0002-corrections.ts';
import { PACKET_COPIES_SCHEMA } from './0003-packet-copies.ts';
import { PAPER_PASSWORDS_SCHEMA } from './0004-paper-passwords.ts';
import { NAMED_FILES_SCHEMA } from './0005-named-files.ts';
import { LIBRARY_SCHEMA } from './0006-library.ts';
import { LOOKS_SCHEMA } from './0007-looks.ts';
import { ATTACHED_SCHEMA } from './0008-attached.ts';
import { ARRANGED_SCHEMA } from './0009-arranged.ts';
import { ANNOTATIONS_SCHEMA } from './0010-annotations.ts';

/** Step n brings version n to version n + 1. */
const STEPS: readonly string[] = [
  FIRST_SCHEMA,
  CORRECTIONS_SCHEMA,
  PACKET_COPIES_SCHEMA,
  PAPER_PASSWORDS_SCHEMA,
  NAMED_FILES_SCHEMA,
  LIBRARY_SCHEMA,
  LOOKS_SCHEMA,
  ATTACHED_SCHEMA,
  ARRANGED_SCHEMA,
  ANNOTATIONS_SCHEMA,
];

/** The newest schema this code reads. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Runs the missing steps. Before an existing database is changed, an encrypted copy of it (`VACUUM INTO` keeps the key) and of the header are kept beside it.
 * What the steps made is checked before it is committed. Throws vault-newer when the database is of a newer schema, vault-database-damaged when the
 * outcome is not whole; then the database is as it was.
 */
export async function migrate(database: Database, layout: Layout, steps: readonly string[] = STEPS): Promise<void> {
  const version = Number(database.pragma('user_version'));
  if (version > steps.length) throw new AppError('vault-newer');
  if (version === steps.length) return;

  if (version > 0) {
    const copy = `${layout.database}.before-${steps.length}`;
    await rm(copy, { force: true });
    database.run('VACUUM INTO ?', copy);
    // SQLite does not make such a copy durable by itself.
    await syncFile(copy);
    const header = (await readIfPresent(layout.header)) ?? (await readIfPresent(layout.spareHeader));
    await ensureFolder(layout.tmp);
    if (header !== undefined) await replaceFile(layout.tmp, `${copy}.hdr`, header);
    await syncFolder(layout.databaseDir);
  }
  database.transaction(() => {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    const isWhole =
      database.pragma('integrity_check') === 'ok' && database.all('PRAGMA foreign_key_check').length === 0;
    if (version > 0 && !isWhole) throw new AppError('vault-database-damaged');
  });
  if (Number(database.pragma('user_version')) !== steps.length) throw new AppError('vault-database-damaged');
}

/**
 * Removes the copies of before a change of the schema once a good backup was made after them: it holds all they hold, and they would keep what was removed
 * since. `backupMadeAt` is the time of the last good backup, ISO 8601.
 */
export async function removeSupersededCopies(layout: Layout, backupMadeAt: string | undefined): Promise<void> {
  if (backupMadeAt === undefined) return;
  for (const name of await readdir(layout.databaseDir)) {
    const copy = /^main\.db\.before-\d+$/.exec(name)?.[0];
    if (copy === undefined) continue;
    const path = join(layout.databaseDir, copy);
    if ((await stat(path)).mtime.toISOString() >= backupMadeAt) continue;
    // The copy of the header goes first: alone it would be of no use.
    await rm(`${path}.hdr`, { force: true });
    await rm(path, { force: true });
  }
}
