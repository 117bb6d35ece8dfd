// Brings an older database up to the newest schema, one transaction for all steps; refuses a newer one untouched.
import { rm } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Database } from '../database.ts';
import { FIRST_SCHEMA } from './0001-first.ts';

/** Step n brings version n to version n + 1. */
const STEPS: readonly string[] = [FIRST_SCHEMA];

/**
 * Runs the missing steps. Before an existing database is changed, an encrypted copy of it is kept as `copyPath` (`VACUUM INTO` keeps the key).
 * Throws vault-newer when the database is of a newer schema.
 */
export async function migrate(database: Database, copyPath: string, steps: readonly string[] = STEPS): Promise<void> {
  const version = Number(database.pragma('user_version'));
  if (version > steps.length) throw new AppError('vault-newer');
  if (version === steps.length) return;

  if (version > 0) {
    await rm(copyPath, { force: true });
    database.run('VACUUM INTO ?', copyPath);
  }
  database.transaction(() => {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
  if (Number(database.pragma('user_version')) !== steps.length) throw new AppError('vault-database-damaged');
}
