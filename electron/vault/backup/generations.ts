// The backups of a vault one after the other: which are still there, and which may go when only a number of them is to be kept.
import { rm, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Database } from '../database.ts';
import { readBackupStart } from './container.ts';
import { forgetBackups, type LastBackup, rememberedBackups } from './last-backup.ts';

/** A backup, and whether its file was found: `unknown` when its place can't be looked at, as when a browser saved it. */
export interface Generation extends LastBackup {
  readonly found: 'yes' | 'no' | 'unknown';
}

/** All that are remembered, newest first. */
export function generations(database: Database): Promise<readonly Generation[]> {
  return Promise.all(rememberedBackups(database).map(async (one) => ({ ...one, found: await isThere(one) })));
}

/**
 * The backups that may go when `keep` good ones are to stay (0 keeps all), newest first: only files that were found, and only those that are older
 * than the `keep` newest good ones that were found. A backup made while something in the vault was damaged is not counted as good.
 */
export function superfluous(all: readonly Generation[], keep: number): readonly Generation[] {
  if (keep < 1) return [];
  const good = all.filter(({ found, unsound }) => found === 'yes' && unsound === 0);
  const oldestKept = good[keep - 1];
  if (oldestKept === undefined) return [];
  return all.slice(all.indexOf(oldestKept) + 1).filter(({ found }) => found === 'yes');
}

/** Takes away what is superfluous, after a new backup was read back whole. Gives the paths of what is gone; a file that is not of this vault stays. */
export async function removeSuperfluous(database: Database, vaultId: string, keep: number): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const { path } of superfluous(await generations(database), keep)) {
    try {
      const { header } = await readBackupStart(path);
      if (header.header.vaultId !== vaultId) continue;
      await rm(path);
      gone.push(path);
    } catch {
      // What can't be read or removed is left alone: it costs room and nothing else.
    }
  }
  if (gone.length > 0) forgetBackups(database, new Set(gone));
  return gone;
}

async function isThere({ path, byteLength }: LastBackup): Promise<Generation['found']> {
  if (!isAbsolute(path)) return 'unknown';
  try {
    return (await stat(path)).size === byteLength ? 'yes' : 'no';
  } catch {
    // A stick that is not plugged in looks the same as a file that was removed.
    return 'no';
  }
}
