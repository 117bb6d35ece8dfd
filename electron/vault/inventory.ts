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
