// Stored file and row together: the file first, then one transaction that names it.
import { AppError } from '../../../shared/errors.ts';
import type { BlobId } from '../../../shared/ids.ts';
import type { BlobStore, StoredBlob } from '../blob-store.ts';
import type { Database } from '../database.ts';
import { systemCode } from '../file-errors.ts';
import { findBlob } from './blobs.ts';

export interface BlobDesk {
  /** Writes the file, then runs `record` in one transaction; when that fails the file is taken away again. */
  store<T>(
    blob: Pick<StoredBlob, 'kind' | 'owner' | 'mediaType'>,
    bytes: Uint8Array,
    record: (stored: StoredBlob) => T,
  ): Promise<T>;
  /** The bytes of a file that has a row. Throws vault-blob-missing, vault-blob-damaged. */
  read(id: BlobId): Promise<Uint8Array>;
  /** Removes files whose rows are gone. */
  discard(ids: readonly BlobId[]): Promise<void>;
}

/** The desk over the files and the database of an open vault. */
export function createBlobDesk(database: Database, store: BlobStore): BlobDesk {
  return {
    store: async (blob, bytes, record) => {
      const stored = await store.write(blob, bytes);
      try {
        return database.transaction(() => record(stored));
      } catch (cause) {
        // After a failed sync the commit may yet turn out to have happened: then the file must be there. An unnamed file does no harm.
        if (!systemCode(cause)?.startsWith('SQLITE_IOERR')) await store.remove(stored.id);
        throw cause;
      }
    },
    read: async (id) => {
      const row = findBlob(database, id);
      if (row === undefined) throw new AppError('vault-blob-missing');
      return store.read(row);
    },
    discard: async (ids) => {
      for (const id of ids) await store.remove(id);
    },
  };
}
