// What the vault remembers of its backups: the last good one, and one that was being written when everything stopped.
import { z } from 'zod';
import type { Database } from '../database.ts';

export const LastBackup = z.object({
  /** When its copy of the database was taken, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** Where it was written. */
  path: z.string(),
  /** Bytes of the file. */
  byteLength: z.number().int().nonnegative(),
  /** Stored files in it. */
  files: z.number().int().nonnegative(),
  /** Stored files that were damaged or missing in the vault already. */
  unsound: z.number().int().nonnegative(),
});
export type LastBackup = z.infer<typeof LastBackup>;

const LAST = 'last-backup';
const UNFINISHED = 'backup-unfinished';

/** The last good backup; undefined when there was none. */
export function lastBackup(database: Database): LastBackup | undefined {
  const value = note(database, LAST);
  return value === undefined ? undefined : LastBackup.parse(JSON.parse(value));
}

/** Remembers a backup that counts. */
export function rememberBackup(database: Database, backup: LastBackup): void {
  setNote(database, LAST, JSON.stringify(LastBackup.parse(backup)));
}

/** The file that a backup was being written to when it was cut off. */
export function unfinishedBackup(database: Database): string | undefined {
  return note(database, UNFINISHED);
}

/** Notes the file a backup is about to be written to; without a path there is none any more. */
export function noteUnfinished(database: Database, path: string | undefined): void {
  if (path === undefined) database.run('DELETE FROM meta WHERE name = ?', UNFINISHED);
  else setNote(database, UNFINISHED, path);
}

function note(database: Database, name: string): string | undefined {
  return database.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value;
}

function setNote(database: Database, name: string, value: string): void {
  database.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', name, value);
}
