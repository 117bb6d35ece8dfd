// What the vault remembers of its backups: the good ones, and one that was being written when everything stopped.
import { z } from 'zod';
import type { Database } from '../database.ts';
import { dropNote, note, setNote } from '../notes.ts';

export const LastBackup = z.object({
  /** When its copy of the database was taken, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** Where it was written; only a file name when a browser saved it. */
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
const ALL = 'backups-made';
const UNFINISHED = 'backup-unfinished';
/** Older ones than this many are forgotten (not removed). */
const REMEMBERED = 60;

/** The last good backup; undefined when there was none. */
export function lastBackup(database: Database): LastBackup | undefined {
  const value = note(database, LAST);
  return value === undefined ? undefined : LastBackup.parse(JSON.parse(value));
}

/** The good backups, newest first. */
export function rememberedBackups(database: Database): readonly LastBackup[] {
  const value = note(database, ALL);
  if (value !== undefined) return z.array(LastBackup).parse(JSON.parse(value));
  // Older versions of the app remembered only the last one.
  const last = lastBackup(database);
  return last === undefined ? [] : [last];
}

/** Remembers a backup that counts. */
export function rememberBackup(database: Database, backup: LastBackup): void {
  const earlier = rememberedBackups(database).filter(({ path }) => path !== backup.path);
  setNote(database, ALL, JSON.stringify([LastBackup.parse(backup), ...earlier].slice(0, REMEMBERED)));
  setNote(database, LAST, JSON.stringify(LastBackup.parse(backup)));
}

/** Forgets backups whose files were taken away; the last one stays. */
export function forgetBackups(database: Database, paths: ReadonlySet<string>): void {
  const kept = rememberedBackups(database).filter(({ path }) => !paths.has(path));
  setNote(database, ALL, JSON.stringify(kept));
}

/** The file that a backup was being written to when it was cut off. */
export function unfinishedBackup(database: Database): string | undefined {
  return note(database, UNFINISHED);
}

/** Notes the file a backup is about to be written to; without a path there is none any more. */
export function noteUnfinished(database: Database, path: string | undefined): void {
  if (path === undefined) dropNote(database, UNFINISHED);
  else setNote(database, UNFINISHED, path);
}
