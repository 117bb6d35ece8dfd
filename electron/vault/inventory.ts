// Compares the stored files with their rows when a vault is opened.
import type { BlobId } from '../../shared/ids.ts';
import type { BlobStore } from './blob-store.ts';
import type { Database } from './database.ts';
import type { Inventory } from './types.ts';

/** Finds files without a row (kept, with the day they were first seen) and rows without a file. Nothing is removed. */
export function takeInventory(database: Database, store: BlobStore): Inventory {
  const files = store.ids();
  const rows = database.all<{ id: BlobId }>('SELECT id FROM blob').map((row) => row.id);
  const missing = rows.filter((id) => !files.has(id));
  for (const id of rows) files.delete(id);
  const orphans = [...files].sort();
  if (!database.isReadOnly) noteOrphans(database, orphans);
  return { orphans, missing };
}

function noteOrphans(database: Database, orphans: readonly string[]): void {
  const known = new Set(database.all<{ id: string }>('SELECT id FROM orphan').map((row) => row.id));
  const fresh = orphans.filter((id) => !known.has(id));
  const gone = [...known].filter((id) => !orphans.includes(id));
  if (fresh.length === 0 && gone.length === 0) return;
  database.transaction(() => {
    const today = new Date().toISOString().slice(0, 10);
    for (const id of fresh) database.run('INSERT INTO orphan (id, found_on) VALUES (?, ?)', id, today);
    for (const id of gone) database.run('DELETE FROM orphan WHERE id = ?', id);
  });
}

/** Days for which a file without a row is kept before it may be removed. */
const KEPT_DAYS = 30;

/**
 * Removes the files without a row that were first seen 30 days before `today` or earlier; hands back how many. Only when somebody asks for it. What a
 * row names by now is no orphan any more.
 */
export async function removeOldOrphans(database: Database, store: BlobStore, today: Date): Promise<number> {
  const before = new Date(today.getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const old = database.all<{ id: BlobId }>(
    'SELECT id FROM orphan WHERE found_on <= ? AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.id = orphan.id) ORDER BY id',
    before,
  );
  for (const { id } of old) {
    await store.remove(id);
    database.run('DELETE FROM orphan WHERE id = ?', id);
  }
  return old.length;
}
