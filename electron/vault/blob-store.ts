// The stored files: each an age file under a random name, written so that an acknowledged one survives a power cut.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { BlobId } from '../../shared/ids.ts';
import { type AgeFileReader, type AgeKeys, createAgeFile, openAgeFile } from './age-stream.ts';
import { ensureFolder, moveIntoPlace, syncFolder } from './atomic.ts';
import { decodePrologue, encodePrologue, PROLOGUE_BYTES, type Prologue, paddingOf } from './blob-prologue.ts';
import { systemCode, toFileError, withFileErrors } from './file-errors.ts';
import type { Layout } from './layout.ts';
import type { BlobKind } from './types.ts';

/** What the database keeps of a stored file. */
export interface StoredBlob {
  readonly id: BlobId;
  readonly kind: BlobKind;
  /** Id of the document or packet the bytes belong to. */
  readonly owner: string;
  readonly mediaType: string;
  readonly length: number;
  readonly sha256: string;
  /** SHA-256 of the age file. */
  readonly fileSha256: string;
}

/** Takes the next bytes of a file. The bytes may be used again once it has answered. */
export type BlobSink = (bytes: Uint8Array) => Promise<void>;

/** A stored file opened for reading at any place; every piece is authenticated. Throws vault-blob-damaged. */
export interface BlobReader {
  readonly length: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

export interface BlobStore {
  /**
   * Steps 2 to 6 of the import order: write, fsync, read back and compare, rename, fsync the folders. `fill` hands the body over piece by
   * piece. `inspect` may look at it before it is put in place; when either throws, nothing stays behind. Throws vault-disk-full, vault-read-only.
   */
  write(
    blob: Pick<StoredBlob, 'kind' | 'owner' | 'mediaType'>,
    fill: (sink: BlobSink) => Promise<void>,
    inspect?: (file: BlobReader) => Promise<void>,
  ): Promise<StoredBlob>;
  /** The body. Throws vault-blob-missing, or vault-blob-damaged when any byte differs or the file is another one. */
  read(blob: StoredBlob): Promise<Uint8Array>;
  /** Hands the body on piece by piece. What was handed on is only known to be the whole file when this returns. Throws as `read` does. */
  pipe(blob: StoredBlob, sink: BlobSink): Promise<void>;
  /** Lets `work` read at any place of the body, without reading all of it. Throws as `read` does. */
  use<T>(blob: StoredBlob, work: (file: BlobReader) => Promise<T>): Promise<T>;
  /** Reads the whole file and compares it with its row, keeping nothing. Throws as `read` does. */
  check(blob: StoredBlob): Promise<void>;
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

  const write: BlobStore['write'] = async (about, fill, inspect) => {
    // The cast brands 32 hexadecimal digits as the id they are.
    const id = randomBytes(16).toString('hex') as BlobId;
    const temporary = join(layout.tmp, id);
    try {
      const written = { id, ...about, ...(await writeBody(keys, temporary, { id, ...about }, fill)) };
      const stored = { ...written, fileSha256: await readBack(keys, temporary, written) };
      if (inspect !== undefined) await openFile(keys, temporary, stored, inspect);
      await ensureFolder(dirname(pathOf(id)));
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
    write,
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
    remove: (id) =>
      withFileErrors(async () => {
        await rm(pathOf(id), { force: true });
        if (existsSync(dirname(pathOf(id)))) await syncFolder(dirname(pathOf(id)));
      }),
    pathOf,
    ids: () => idsIn(layout.blobs),
  };
}

/** Writes the age file durably; its prologue comes last, because it tells the length and the hash of the body. */
async function writeBody(
  keys: AgeKeys,
  path: string,
  { id, kind, owner, mediaType }: Pick<StoredBlob, 'id' | 'kind' | 'owner' | 'mediaType'>,
  fill: (sink: BlobSink) => Promise<void>,
): Promise<Pick<StoredBlob, 'length' | 'sha256'>> {
  const file = await createAgeFile(keys, path, PROLOGUE_BYTES);
  try {
    const hash = createHash('sha256');
    let length = 0;
    await fill(async (bytes) => {
      hash.update(bytes);
      length += bytes.length;
      await file.write(bytes);
    });
    await file.write(Buffer.alloc(paddingOf(length)));
    const sha256 = hash.digest('hex');
    await file.finish(encodePrologue({ blob: id, kind, document: owner, mediaType, length, sha256 }));
    return { length, sha256 };
  } finally {
    await file.close();
  }
}

/**
 * Decrypts a file to its end and compares everything with what is known of it; hands the body to `sink` on the way, and the SHA-256 of the
 * file back. Throws vault-blob-missing, vault-blob-damaged, and what `sink` throws.
 */
async function readBack(
  keys: AgeKeys,
  path: string,
  blob: Omit<StoredBlob, 'fileSha256'>,
  sink?: BlobSink,
): Promise<string> {
  const fileHash = createHash('sha256');
  const bodyHash = createHash('sha256');
  const start = Buffer.alloc(PROLOGUE_BYTES);
  const end = PROLOGUE_BYTES + blob.length;
  let position = 0;
  const take = async (plain: Uint8Array) => {
    if (position < PROLOGUE_BYTES) start.set(plain.subarray(0, PROLOGUE_BYTES - position), position);
    const body = plain.subarray(clamp(PROLOGUE_BYTES - position, plain.length), clamp(end - position, plain.length));
    position += plain.length;
    bodyHash.update(body);
    if (sink !== undefined && body.length > 0) await sink(body).catch(asSinkError);
  };

  await withAgeFile(keys, path, (file) => file.readAll(take, (bytes) => fileHash.update(bytes)));
  const isWhole =
    isSameBlob(decodePrologue(start), blob) &&
    position === end + paddingOf(blob.length) &&
    bodyHash.digest('hex') === blob.sha256;
  if (!isWhole) throw new AppError('vault-blob-damaged');
  return fileHash.digest('hex');
}

/** Opens a file for `work` once its prologue and length are those of its row. */
async function openFile<T>(
  keys: AgeKeys,
  path: string,
  blob: StoredBlob,
  work: (file: BlobReader) => Promise<T>,
): Promise<T> {
  return withAgeFile(keys, path, async (file) => {
    const isSame =
      isSameBlob(decodePrologue(await file.read(0, PROLOGUE_BYTES)), blob) &&
      file.length === PROLOGUE_BYTES + blob.length + paddingOf(blob.length);
    if (!isSame) throw new AppError('vault-blob-damaged');
    const read: BlobReader['read'] = async (position, length) => {
      try {
        return await file.read(PROLOGUE_BYTES + position, Math.max(0, Math.min(length, blob.length - position)));
      } catch (cause) {
        throw damageOrFileError(cause);
      }
    };
    return work({ length: blob.length, read }).catch(asSinkError);
  });
}

/** An error of those who use the bytes, on its way past the errors of the file. */
class SinkError extends Error {}

function asSinkError(cause: unknown): never {
  throw new SinkError('', { cause });
}

async function withAgeFile<T>(keys: AgeKeys, path: string, work: (file: AgeFileReader) => Promise<T>): Promise<T> {
  try {
    const file = await openAgeFile(keys, path);
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof SinkError ? cause.cause : damageOrFileError(cause);
  }
}

function isSameBlob(prologue: Prologue | undefined, blob: Omit<StoredBlob, 'fileSha256'>): boolean {
  return (
    prologue !== undefined &&
    prologue.blob === blob.id &&
    prologue.kind === blob.kind &&
    prologue.document === blob.owner &&
    prologue.mediaType === blob.mediaType &&
    prologue.length === blob.length &&
    prologue.sha256 === blob.sha256
  );
}

/** A system error is about the disk; whatever else decrypting throws means that the bytes are not the ones we wrote. */
function damageOrFileError(cause: unknown): unknown {
  const code = systemCode(cause);
  if (code === 'ENOENT') return new AppError('vault-blob-missing', { cause });
  const mapped = toFileError(cause);
  if (isAppError(mapped) || code?.startsWith('E')) return mapped;
  return new AppError('vault-blob-damaged', { cause });
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

const clamp = (value: number, max: number) => Math.min(Math.max(value, 0), max);
