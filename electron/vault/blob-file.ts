// The bytes of one stored file: written as an age file with its prologue, and read back with everything compared.
import { createHash } from 'node:crypto';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { BlobId } from '../../shared/ids.ts';
import type { AgeKeys } from './age-header.ts';
import { type AgeFileReader, openAgeFile } from './age-reader.ts';
import { createAgeFile, writeAgeFile } from './age-writer.ts';
import { decodePrologue, encodePrologue, PROLOGUE_BYTES, type Prologue, paddingOf } from './blob-prologue.ts';
import { systemCode, toFileError } from './file-errors.ts';
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

/** A file that is to be stored. An original brings the name it came with. */
export type NewBlob = Pick<StoredBlob, 'kind' | 'owner' | 'mediaType'> & { readonly fileName?: string | undefined };

/** What a file says of itself; `fileName` is missing from originals of before schema 5. */
export type IdentifiedBlob = Omit<StoredBlob, 'fileSha256'> & { readonly fileName?: string | undefined };

/** Takes the next bytes of a file. The bytes may be used again once it has answered. */
export type BlobSink = (bytes: Uint8Array) => Promise<void>;

/** A stored file opened for reading at any place; every piece is authenticated. Throws vault-blob-damaged. */
export interface BlobReader {
  readonly length: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

/**
 * Writes a file whose body is in memory, durably, and reads it back: what decrypts must be the very bytes. `sha256` is the body's, where it is known
 * already. Nothing is hashed twice: under one key and in one place a chunk seals in one way only, so that the file that decrypts right is the file
 * that was hashed while it was written. Throws vault-blob-damaged.
 */
export async function writeWhole(
  keys: AgeKeys,
  path: string,
  blob: NewBlob & Pick<StoredBlob, 'id'>,
  body: Uint8Array,
  sha256 = createHash('sha256').update(body).digest('hex'),
): Promise<StoredBlob> {
  const { id, kind, owner, mediaType, fileName } = blob;
  const length = body.length;
  const prologue = encodePrologue({ blob: id, kind, document: owner, mediaType, length, sha256, fileName });
  const parts = [prologue, body, Buffer.alloc(paddingOf(length))];
  const total = PROLOGUE_BYTES + length + paddingOf(length);
  const fill = async (put: BlobSink) => {
    for (const part of parts) await put(part);
  };
  const fileSha256 = await writeAgeFile(keys, path, total, fill);

  const compared = comparing(parts);
  await withAgeFile(keys, path, (file) => file.readAll(compared.take, () => undefined));
  if (!compared.isWhole()) throw new AppError('vault-blob-damaged');
  return { id, kind, owner, mediaType, length, sha256, fileSha256 };
}

/** Compares bytes that come piece by piece with what they should be, laid end to end. `take` throws vault-blob-damaged. */
function comparing(parts: readonly Uint8Array[]): { take(bytes: Uint8Array): void; isWhole(): boolean } {
  let part = 0;
  let at = 0;
  const skipDone = () => {
    while (part < parts.length && at === parts[part]?.length) [part, at] = [part + 1, 0];
  };
  return {
    take: (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        skipDone();
        const wanted = (parts[part] ?? new Uint8Array()).subarray(at, at + bytes.length - from);
        if (wanted.length === 0 || Buffer.compare(bytes.subarray(from, from + wanted.length), wanted) !== 0)
          throw new AppError('vault-blob-damaged');
        at += wanted.length;
        from += wanted.length;
      }
    },
    isWhole: () => {
      skipDone();
      return part === parts.length;
    },
  };
}

/** Writes the age file durably; its prologue comes last, because it tells the length and the hash of the body. */
export async function writeBody(
  keys: AgeKeys,
  path: string,
  { id, kind, owner, mediaType, fileName }: NewBlob & Pick<StoredBlob, 'id'>,
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
    await file.finish(encodePrologue({ blob: id, kind, document: owner, mediaType, length, sha256, fileName }));
    return { length, sha256 };
  } finally {
    await file.close();
  }
}

/**
 * Decrypts a file to its end and compares everything with what is known of it; hands the body to `sink` on the way, and the SHA-256 of the
 * file back. Throws vault-blob-missing, vault-blob-damaged, and what `sink` throws.
 */
export async function readBack(
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
export async function openFile<T>(
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

/** What the prologue of a file says. Throws vault-blob-missing, vault-blob-damaged, also when the file has the name of another one. */
export async function identifyFile(keys: AgeKeys, path: string, id: string): Promise<IdentifiedBlob> {
  return withAgeFile(keys, path, async (file) => {
    const prologue = decodePrologue(await file.read(0, PROLOGUE_BYTES));
    if (prologue === undefined || prologue.blob !== id) throw new AppError('vault-blob-damaged');
    const { blob, document: owner, ...rest } = prologue;
    return { ...rest, id: blob, owner };
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

const clamp = (value: number, max: number) => Math.min(Math.max(value, 0), max);
