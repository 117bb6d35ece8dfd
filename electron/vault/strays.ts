// Files in a vault folder that belong to nothing: found by the check, and swept only when somebody asks, in two steps with days between them.
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobId } from '../../shared/ids.ts';
import type { Strays, Swept } from '../../shared/model/strays.ts';
import { ensureFolder, moveIntoPlace, syncFolder } from './atomic.ts';
import type { BlobStore } from './blob-store.ts';
import { conflictedBlobs, conflictedCopies } from './conflicts.ts';
import type { Database } from './database.ts';
import type { Layout } from './layout.ts';
import { namesIn } from './prepare-folder.ts';

/** Days a stored file without a row stays where it is, and days it is kept in quarantine after that. */
const KEPT_DAYS = 30;
const QUARANTINE_DAYS = 7;
/** Days after which an unfinished file in `tmp` is nobody's any more; a backup for a browser may wait there to be fetched. */
const UNFINISHED_DAYS = 1;

/** Looks only. */
export async function findStrays(database: Database, store: BlobStore, layout: Layout, now: Date): Promise<Strays> {
  const isNamed = rowsOf(database);
  const files = store.ids();
  const aside = await quarantined(layout);
  return {
    orphans: [...files].filter((id) => !isNamed(id)).length,
    due: oldOrphans(database, now).filter((id) => files.has(id)).length,
    setAside: aside.length,
    removable: aside.filter(({ id, day }) => day <= daysBefore(now, QUARANTINE_DAYS) && !isNamed(id)).length,
    leftovers: (await leftovers(layout, now)).length,
    conflicts: [...conflictedCopies(layout.dir), ...conflictedBlobs(layout.dir)],
  };
}

/**
 * Puts stored files that no row has named for 30 days in quarantine, and removes those that lie there for 7 days and are still named by no row; one that a
 * row names and misses is put back. Removes unfinished files that are older than a day. Durable on return. Throws vault-read-only, vault-disk-full.
 */
export async function sweepStrays(database: Database, store: BlobStore, layout: Layout, now: Date): Promise<Swept> {
  const isNamed = rowsOf(database);
  const aside = await quarantined(layout);
  const misses = aside.filter(({ id }) => isNamed(id) && !existsSync(store.pathOf(id)));
  for (const { id, path } of misses) {
    await ensureFolder(dirname(store.pathOf(id)));
    await moveDurably(path, store.pathOf(id));
  }
  const gone = aside.filter(({ id, day }) => day <= daysBefore(now, QUARANTINE_DAYS) && !isNamed(id));
  for (const { path } of gone) await rm(path, { force: true });
  await removeEmpty(layout);

  const due = oldOrphans(database, now).filter((id) => existsSync(store.pathOf(id)));
  const today = join(layout.quarantine, daysBefore(now, 0));
  if (due.length > 0) await ensureFolder(today);
  for (const id of due) await moveDurably(store.pathOf(id), join(today, `${id}.age`));
  database.transaction(() => {
    for (const id of due) database.run('DELETE FROM orphan WHERE id = ?', id);
  });

  const unfinished = await leftovers(layout, now);
  for (const path of unfinished) await rm(path, { recursive: true, force: true });
  return { setAside: due.length, removed: gone.length, putBack: misses.length, leftovers: unfinished.length };
}

function rowsOf(database: Database): (id: string) => boolean {
  const rows = new Set(database.all<{ id: string }>('SELECT id FROM blob').map((row) => row.id));
  return (id) => rows.has(id);
}

/** Files first seen without a row 30 days before or earlier, and without one now. */
function oldOrphans(database: Database, now: Date): readonly BlobId[] {
  return database
    .all<{ id: BlobId }>(
      'SELECT id FROM orphan WHERE found_on <= ? AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.id = orphan.id) ORDER BY id',
      daysBefore(now, KEPT_DAYS),
    )
    .map(({ id }) => id);
}

interface Quarantined {
  readonly id: string;
  readonly path: string;
  /** The day it was put there, YYYY-MM-DD. */
  readonly day: string;
}

async function quarantined({ quarantine }: Layout): Promise<readonly Quarantined[]> {
  const found: Quarantined[] = [];
  for (const day of await namesIn(quarantine)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) continue;
    for (const name of await namesIn(join(quarantine, day)))
      if (/^[0-9a-f]{32}\.age$/.test(name))
        found.push({ id: name.slice(0, 32), path: join(quarantine, day, name), day });
  }
  return found;
}

async function removeEmpty({ quarantine }: Layout): Promise<void> {
  const days = await namesIn(quarantine);
  for (const day of days) {
    const folder = join(quarantine, day);
    if ((await stat(folder)).isDirectory() && (await readdir(folder)).length === 0)
      await rm(folder, { recursive: true, force: true });
  }
  if (days.length > 0) await syncFolder(quarantine);
}

async function leftovers({ tmp }: Layout, now: Date): Promise<readonly string[]> {
  const before = now.getTime() - UNFINISHED_DAYS * 86_400_000;
  const paths = (await namesIn(tmp)).map((name) => join(tmp, name));
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return paths.filter((_path, index) => (times[index] ?? Number.POSITIVE_INFINITY) < before);
}

async function moveDurably(from: string, to: string): Promise<void> {
  await moveIntoPlace(from, to);
  await syncFolder(dirname(from));
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
