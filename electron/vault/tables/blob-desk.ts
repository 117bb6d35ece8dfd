// Stored file and row together: the file first, then one transaction that names it.
import { AppError, isAppError } from '../../../shared/errors.ts';
import type { BlobId } from '../../../shared/ids.ts';
import type { BlobReader, BlobSink, BlobStore, NewBlob, StoredBlob } from '../blob-store.ts';
import type { Database } from '../database.ts';
import { discardedBlobs, findBlob, forgetDiscarded } from './blobs.ts';

/** A body that is handed over piece by piece, and may be looked at before it is kept. */
export interface BlobBody {
  readonly fill: (sink: BlobSink) => Promise<void>;
  readonly inspect?: (file: BlobReader) => Promise<void>;
}

/** A body that is in memory, and its SHA-256 in hexadecimal where it is known already. */
export interface WholeBody {
  readonly bytes: Uint8Array;
  readonly sha256?: string | undefined;
  /** The row is written after this has settled, whatever came of it. */
  readonly after?: Promise<unknown> | undefined;
}

export interface BlobDesk {
  /** Writes the file, then runs `record` in one transaction; when that fails the file is taken away again. */
  store<T>(blob: NewBlob, body: WholeBody | BlobBody, record: (stored: StoredBlob) => T): Promise<T>;
  /** The bytes of a file that has a row. Throws vault-blob-missing, vault-blob-damaged. */
  read(id: BlobId): Promise<Uint8Array>;
  /** Hands the bytes on piece by piece; they are known to be the whole file when this returns. Throws as `read`. */
  pipe(id: BlobId, sink: BlobSink): Promise<void>;
  /** Lets `work` read at any place of the file. Throws as `read`. */
  use<T>(id: BlobId, work: (file: BlobReader) => Promise<T>): Promise<T>;
  /** Removes the files whose rows are gone; while the files are held, that waits. */
  discard(): Promise<void>;
  /** Keeps every file that has a row now, until the answer is called: a backup reads them one after the other. */
  hold(): () => Promise<void>;
}

/** The desk over the files and the database of an open vault. */
export function createBlobDesk(database: Database, store: BlobStore): BlobDesk {
  const rowOf = (id: BlobId) => {
    const row = findBlob(database, id);
    if (row === undefined) throw new AppError('vault-blob-missing');
    return row;
  };
  let holders = 0;
  const discard = async () => {
    if (holders > 0 || database.isReadOnly) return;
    for (const id of discardedBlobs(database)) {
      await store.remove(id);
      forgetDiscarded(database, id);
    }
  };
  return {
    store: async (blob, body, record) => {
      if (database.isReadOnly) throw new AppError('vault-opened-read-only');
      const stored =
        'bytes' in body
          ? await store.writeWhole(blob, body.bytes, body.sha256)
          : await store.write(blob, body.fill, body.inspect);
      if ('bytes' in body) await body.after?.catch(() => undefined);
      try {
        return database.transaction(() => record(stored));
      } catch (cause) {
        // After a failed sync the commit may yet turn out to have happened: then the file must be there. An unnamed file does no harm.
        if (!(isAppError(cause) && cause.code === 'vault-disk-fault')) await store.remove(stored.id);
        throw cause;
      }
    },
    read: async (id) => store.read(rowOf(id)),
    pipe: async (id, sink) => store.pipe(rowOf(id), sink),
    use: async (id, work) => store.use(rowOf(id), work),
    discard,
    hold: () => {
      holders += 1;
      return async () => {
        holders -= 1;
        await discard();
      };
    },
  };
}
