// The stored files: each an age file under a random name, written so that an acknowledged one survives a power cut.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { BlobId } from '../../shared/ids.ts';
import type { AgeKeys } from './age-header.ts';
import { ensureFolder, moveIntoPlace, syncFolder } from './atomic.ts';
import {
  type BlobReader,
  type BlobSink,
  type IdentifiedBlob,
  identifyFile,
  type NewBlob,
  openFile,
  readBack,
  type StoredBlob,
  writeBody,
  writeWhole,
} from './blob-file.ts';
import { toFileError, withFileErrors } from './file-errors.ts';
import type { Layout } from './layout.ts';

export type { BlobReader, BlobSink, IdentifiedBlob, NewBlob, StoredBlob };

export interface BlobStore {
  /**
   * Steps 2 to 6 of the import order: write, fsync, read back and compare, rename, fsync the folders. `fill` hands the body over piece by
   * piece. `inspect` may look at it before it is put in place; when either throws, nothing stays behind. Throws vault-disk-full, vault-read-only.
   */
  write(
    blob: NewBlob,
    fill: (sink: BlobSink) => Promise<void>,
    inspect?: (file: BlobReader) => Promise<void>,
  ): Promise<StoredBlob>;
  /** The same for a body that is in memory; `sha256` is its hash where that is known. */
  writeWhole(blob: NewBlob, body: Uint8Array, sha256?: string): Promise<StoredBlob>;
  /** The body. Throws vault-blob-missing, or vault-blob-damaged when any byte differs or the file is another one. */
  read(blob: StoredBlob): Promise<Uint8Array>;
  /** Hands the body on piece by piece. What was handed on is only known to be the whole file when this returns. Throws as `read` does. */
  pipe(blob: StoredBlob, sink: BlobSink): Promise<void>;
  /** Lets `work` read at any place of the body, without reading all of it. Throws as `read` does. */
  use<T>(blob: StoredBlob, work: (file: BlobReader) => Promise<T>): Promise<T>;
  /** Reads the whole file and compares it with its row, keeping nothing. Throws as `read` does. */
  check(blob: StoredBlob): Promise<void>;
  /** What a file without a row says it is, by its first bytes alone. Throws as `read` does. */
  identify(id: string): Promise<IdentifiedBlob>;
  /** Reads such a file to its end; hands back what its row says. Throws as `read` does. */
  vouchFor(blob: IdentifiedBlob): Promise<StoredBlob>;
  /** Takes a file away whose row is already gone. */
  remove(id: BlobId): Promise<void>;
  /** Where a file is, or would be. */
  pathOf(id: string): string;
  /** The ids of all files there are. */
  ids(): Set<string>;
}

/** The stored files of a vault. */
export function createBlobStore(layout: Layout, keys: AgeKeys): BlobStore {
  const pathOf = (id: string) => join(layout.blobs, id.slice(0, 2), `${id}.age`);

  // A folder that is there may have been made just before a crash, or by a writing beside this one: its name lasts only once `blobs` was fsynced.
  const places = new Map<string, Promise<void>>();
  const lastingPlace = (folder: string) => {
    const place = places.get(folder) ?? ensureFolder(folder).then(() => syncFolder(layout.blobs));
    places.set(folder, place);
    place.catch(() => places.delete(folder));
    return place;
  };

  /** Has a file of a new name written in `tmp`, and puts it in place; when anything fails nothing stays behind. */
  const put = async (work: (id: BlobId, temporary: string) => Promise<StoredBlob>): Promise<StoredBlob> => {
    // The cast brands 32 hexadecimal digits as the id they are.
    const id = randomBytes(16).toString('hex') as BlobId;
    const temporary = join(layout.tmp, id);
    try {
      const stored = await work(id, temporary);
      await lastingPlace(dirname(pathOf(id)));
      await moveIntoPlace(temporary, pathOf(id));
      return stored;
    } catch (cause) {
      await rm(temporary, { force: true });
      throw toFileError(cause);
    }
  };

  const pipe: BlobStore['pipe'] = async (blob, sink) => {
    if ((await readBack(keys, pathOf(blob.id), blob, sink)) !== blob.fileSha256)
      throw new AppError('vault-blob-damaged');
  };

  return {
    write: (about, fill, inspect) =>
      put(async (id, temporary) => {
        const written = { id, ...about, ...(await writeBody(keys, temporary, { id, ...about }, fill)) };
        const stored = { ...written, fileSha256: await readBack(keys, temporary, written) };
        if (inspect !== undefined) await openFile(keys, temporary, stored, inspect);
        return stored;
      }),
    writeWhole: (about, body, sha256) =>
      put((id, temporary) => writeWhole(keys, temporary, { id, ...about }, body, sha256)),
    pipe,
    read: async (blob) => {
      const body = Buffer.allocUnsafeSlow(blob.length);
      let at = 0;
      await pipe(blob, async (bytes) => {
        body.set(bytes, at);
        at += bytes.length;
      });
      return body;
    },
    use: (blob, work) => openFile(keys, pathOf(blob.id), blob, work),
    check: (blob) => pipe(blob, async () => undefined),
    identify: (id) => identifyFile(keys, pathOf(id), id),
    vouchFor: async (blob) => ({ ...blob, fileSha256: await readBack(keys, pathOf(blob.id), blob) }),
    remove: (id) =>
      withFileErrors(async () => {
        await rm(pathOf(id), { force: true });
        if (existsSync(dirname(pathOf(id)))) await syncFolder(dirname(pathOf(id)));
      }),
    pathOf,
    ids: () => idsIn(layout.blobs),
  };
}

function idsIn(blobs: string): Set<string> {
  const ids = new Set<string>();
  if (!existsSync(blobs)) return ids;
  for (const folder of readdirSync(blobs, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(blobs, folder.name))) {
      // A file under the wrong folder is not where its row will look for it.
      if (/^[0-9a-f]{32}\.age$/.test(name) && name.startsWith(folder.name)) ids.add(name.slice(0, 32));
    }
  }
  return ids;
}
