// The stored files: each an age file under a random name, written so that an acknowledged one survives a power cut.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { BlobId } from '../../shared/ids.ts';
import { type AgeKeys, decryptFile, encryptPieces } from './age-stream.ts';
import { ensureFolder, moveIntoPlace, syncFolder } from './atomic.ts';
import { decodePrologue, encodePrologue, PROLOGUE_BYTES, type Prologue, paddingOf } from './blob-prologue.ts';
import { systemCode, toFileError, withFileErrors } from './file-errors.ts';
import { FILE_MODE, type Layout } from './layout.ts';
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

export interface BlobStore {
  /** Steps 2 to 6 of the import order: write, fsync, read back and compare, rename, fsync the folders. Throws vault-disk-full, vault-read-only. */
  write(blob: Pick<StoredBlob, 'kind' | 'owner' | 'mediaType'>, bytes: Uint8Array): Promise<StoredBlob>;
  /** The body. Throws vault-blob-missing, or vault-blob-damaged when any byte differs or the file is another one. */
  read(blob: StoredBlob): Promise<Uint8Array>;
  /** Reads the whole file and compares it with its row, keeping nothing. Throws as `read` does. */
  check(blob: StoredBlob): Promise<void>;
  /** Takes a file away whose row is already gone. */
  remove(id: BlobId): Promise<void>;
  /** The ids of all files there are. */
  ids(): Set<string>;
}

/** The stored files of a vault. */
export function createBlobStore(layout: Layout, keys: AgeKeys): BlobStore {
  const pathOf = (id: string) => join(layout.blobs, id.slice(0, 2), `${id}.age`);

  const write: BlobStore['write'] = async ({ kind, owner, mediaType }, bytes) => {
    // The cast brands 32 hexadecimal digits as the id they are.
    const id = randomBytes(16).toString('hex') as BlobId;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const prologue: Prologue = { blob: id, kind, document: owner, mediaType, length: bytes.length, sha256 };
    const temporary = join(layout.tmp, id);
    try {
      const written = await writeAgeFile(keys, temporary, [
        encodePrologue(prologue),
        bytes,
        Buffer.alloc(paddingOf(bytes.length)),
      ]);
      const stored: StoredBlob = { id, kind, owner, mediaType, length: bytes.length, sha256, fileSha256: written };
      await checkAgeFile(keys, temporary, stored);
      await ensureFolder(dirname(pathOf(id)));
      await moveIntoPlace(temporary, pathOf(id));
      return stored;
    } catch (cause) {
      await rm(temporary, { force: true });
      throw toFileError(cause);
    }
  };

  const read: BlobStore['read'] = async (blob) => {
    const body = Buffer.allocUnsafeSlow(blob.length);
    await checkAgeFile(keys, pathOf(blob.id), blob, body);
    return body;
  };

  return {
    write,
    read,
    check: (blob) => checkAgeFile(keys, pathOf(blob.id), blob),
    remove: (id) =>
      withFileErrors(async () => {
        await rm(pathOf(id), { force: true });
        await syncFolder(dirname(pathOf(id)));
      }),
    ids: () => idsIn(layout.blobs),
  };
}

async function writeAgeFile(keys: AgeKeys, path: string, pieces: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', FILE_MODE);
  try {
    await encryptPieces(keys, pieces, async (bytes) => {
      hash.update(bytes);
      await file.writeFile(bytes);
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** Decrypts a file and compares everything with its row; copies the body into `into` on the way. Throws vault-blob-missing, vault-blob-damaged. */
async function checkAgeFile(keys: AgeKeys, path: string, blob: StoredBlob, into?: Buffer): Promise<void> {
  const fileHash = createHash('sha256');
  const bodyHash = createHash('sha256');
  const start = Buffer.alloc(PROLOGUE_BYTES);
  const end = PROLOGUE_BYTES + blob.length;
  let position = 0;
  const take = (plain: Uint8Array) => {
    const chunk = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
    if (position < PROLOGUE_BYTES) chunk.copy(start, position);
    const body = chunk.subarray(clamp(PROLOGUE_BYTES - position, chunk.length), clamp(end - position, chunk.length));
    bodyHash.update(body);
    if (into !== undefined) body.copy(into, Math.max(0, position - PROLOGUE_BYTES));
    position += chunk.length;
  };

  try {
    await decryptFile(keys, path, take, (bytes) => fileHash.update(bytes));
  } catch (cause) {
    throw damageOrFileError(cause);
  }
  const isWhole =
    isSameBlob(decodePrologue(start), blob) &&
    position === end + paddingOf(blob.length) &&
    bodyHash.digest('hex') === blob.sha256 &&
    fileHash.digest('hex') === blob.fileSha256;
  if (!isWhole) throw new AppError('vault-blob-damaged');
}

function isSameBlob(prologue: Prologue | undefined, blob: StoredBlob): boolean {
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
