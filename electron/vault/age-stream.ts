// Writes and reads age files piece by piece, so that memory never holds a large paper. Headers and keys are the age library's.
import { hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { CHUNK_BYTES, openChunk, SEALED_BYTES, sealChunk, TAG_BYTES } from './age-chunks.ts';
import { FILE_MODE } from './layout.ts';

/** An age key pair: what opens the files, and what they are written to. */
export interface AgeKeys {
  readonly identity: string;
  readonly recipient: string;
}

/** The pair of an identity string. */
export async function ageKeysOf(identity: string): Promise<AgeKeys> {
  return { identity, recipient: await identityToRecipient(identity) };
}

/** An age file as it grows. */
export interface AgeFileWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Fills the first bytes that were left open, and makes the file durable. */
  finish(start: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

const NONCE_BYTES = 16;
/** Chunks that are written or read in one go. */
const BATCH_CHUNKS = 16;

/**
 * Creates an age file whose first `reserved` plaintext bytes (at most a chunk) are known only when the rest is written: its first
 * chunk is sealed last. `before` are bytes that stand in front of the age file. Throws the system's error, EEXIST when the file is there.
 */
export async function createAgeFile(
  keys: AgeKeys,
  path: string,
  reserved: number,
  before: Uint8Array = new Uint8Array(),
): Promise<AgeFileWriter> {
  const { header: ageHeader, key } = await newHeader(keys);
  const header = Buffer.concat([before, ageHeader]);
  const file = await open(path, 'wx', FILE_MODE);
  const first = Buffer.alloc(CHUNK_BYTES);
  const current = Buffer.alloc(CHUNK_BYTES);
  let index = 0;
  let used = reserved;
  let batch = Buffer.allocUnsafeSlow(BATCH_CHUNKS * SEALED_BYTES);
  let spare = Buffer.allocUnsafeSlow(BATCH_CHUNKS * SEALED_BYTES);
  let batched = 0;
  let position = header.length + SEALED_BYTES;
  let writing: Promise<void> = Promise.resolve();

  /** Writes the batch while the next one is filled. */
  const flush = async () => {
    await writing;
    writing = writeAll(file, batch.subarray(0, batched), position);
    // A failure is thrown by the next flush, never as an unhandled rejection.
    writing.catch(() => undefined);
    position += batched;
    batched = 0;
    [batch, spare] = [spare, batch];
  };
  const seal = async (plain: Uint8Array, isLast: boolean) => {
    if (index > 0) batched += sealChunk(key, { index, isLast }, plain, batch.subarray(batched));
    if (batched === batch.length) await flush();
    index += 1;
  };
  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        // A chunk is sealed only when more follows: the last one is sealed apart.
        if (used === CHUNK_BYTES) {
          await seal(current, false);
          used = 0;
        }
        if (index > 0 && used === 0 && bytes.length - at > CHUNK_BYTES) {
          await seal(bytes.subarray(at, at + CHUNK_BYTES), false);
          at += CHUNK_BYTES;
          continue;
        }
        const piece = bytes.subarray(at, at + CHUNK_BYTES - used);
        (index === 0 ? first : current).set(piece, used);
        used += piece.length;
        at += piece.length;
      }
    },
    finish: async (start) => {
      const isAlone = index === 0;
      if (!isAlone) await seal(current.subarray(0, used), true);
      await flush();
      await writing;
      first.set(start);
      const head = Buffer.alloc(header.length + SEALED_BYTES);
      head.set(header);
      const plain = first.subarray(0, isAlone ? used : CHUNK_BYTES);
      const length = sealChunk(key, { index: 0, isLast: isAlone }, plain, head.subarray(header.length));
      await writeAll(file, head.subarray(0, header.length + length), 0);
      await file.sync();
    },
    close: async () => {
      await writing.catch(() => undefined);
      await file.close();
      key.fill(0);
    },
  };
}

/**
 * Writes an age file whose plaintext is known from the beginning, in order, and makes it durable. `piece` hands over any part of the plaintext; it is
 * asked for each chunk once. `seen` gets the bytes of the file from its first to its last. Throws as `createAgeFile`.
 */
export async function writeAgeFile(
  keys: AgeKeys,
  path: string,
  length: number,
  piece: (from: number, to: number) => Uint8Array,
  seen: (bytes: Uint8Array) => void,
): Promise<void> {
  const { header, key } = await newHeader(keys);
  const file = await open(path, 'wx', FILE_MODE);
  let writing = writeAll(file, header, 0);
  try {
    seen(header);
    const chunks = Math.max(1, Math.ceil(length / CHUNK_BYTES));
    // One batch is written while the next one is sealed.
    let batch = Buffer.allocUnsafeSlow(Math.min(chunks, BATCH_CHUNKS) * SEALED_BYTES);
    let spare = Buffer.allocUnsafeSlow(batch.length);
    let position = header.length;
    let batched = 0;
    for (let index = 0; index < chunks; index += 1) {
      const from = index * CHUNK_BYTES;
      const isLast = index === chunks - 1;
      const plain = piece(from, Math.min(length, from + CHUNK_BYTES));
      batched += sealChunk(key, { index, isLast }, plain, batch.subarray(batched));
      if (!isLast && batched < batch.length) continue;
      const sealed = batch.subarray(0, batched);
      seen(sealed);
      await writing;
      writing = writeAll(file, sealed, position);
      // A failure is thrown by the next await, never as an unhandled rejection.
      writing.catch(() => undefined);
      position += batched;
      batched = 0;
      [batch, spare] = [spare, batch];
    }
    await writing;
    await file.sync();
  } finally {
    await writing.catch(() => undefined);
    await file.close();
    key.fill(0);
  }
}

/** An age file opened for reading at any place. */
export interface AgeFileReader {
  /** Bytes of plaintext, as the file's length tells. */
  readonly length: number;
  /** The plaintext from `position`. Throws when a chunk is not what was sealed there. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** All of the plaintext in order; `seen` gets the bytes of the file itself, from its first to its last. */
  readAll(take: (plain: Uint8Array) => void | Promise<void>, seen: (bytes: Uint8Array) => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens the age file that begins at byte `from` and goes to the end. Throws when its header is not one or is not for this identity. */
export async function openAgeFile(keys: AgeKeys, path: string, from = 0): Promise<AgeFileReader> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { start, key, head } = await readHeader(keys, file, from);
    const chunks = Math.max(1, Math.ceil((size - start) / SEALED_BYTES));
    const lastLength = size - start - (chunks - 1) * SEALED_BYTES;
    if (lastLength < TAG_BYTES || (chunks > 1 && lastLength === TAG_BYTES)) throw new Error('the file is cut off');
    const length = size - start - chunks * TAG_BYTES;
    const chunkAt = (index: number, sealed: Uint8Array) =>
      openChunk(key, { index, isLast: index === chunks - 1 }, sealed);

    return {
      length,
      read: async (position, wanted) => {
        const end = Math.min(length, position + wanted);
        const plain = new Uint8Array(Math.max(0, end - position));
        for (let at = position; at < end; ) {
          const index = Math.floor(at / CHUNK_BYTES);
          const sealed = await readSome(file, start + index * SEALED_BYTES, SEALED_BYTES);
          const piece = chunkAt(index, sealed).subarray(at - index * CHUNK_BYTES, end - index * CHUNK_BYTES);
          plain.set(piece, at - position);
          at += piece.length;
        }
        return plain;
      },
      readAll: async (take, seen) => {
        seen(head);
        // One batch is opened while the next one is read; both buffers are used again and again.
        const buffers = [0, 1].map(() => Buffer.allocUnsafeSlow(Math.min(chunks, BATCH_CHUNKS) * SEALED_BYTES));
        const readBatch = (index: number) => {
          const buffer = buffers[(index / BATCH_CHUNKS) % 2] as Buffer; // one of the two
          const reading = readInto(buffer, file, start + index * SEALED_BYTES);
          // A failure is thrown by the await, never as an unhandled rejection.
          reading.catch(() => undefined);
          return reading;
        };
        let next = readBatch(0);
        for (let index = 0; index < chunks; index += BATCH_CHUNKS) {
          const batch = await next;
          if (index + BATCH_CHUNKS < chunks) next = readBatch(index + BATCH_CHUNKS);
          seen(batch);
          const inBatch = Math.min(BATCH_CHUNKS, chunks - index);
          for (let each = 0; each < inBatch; each += 1)
            await take(chunkAt(index + each, batch.subarray(each * SEALED_BYTES, (each + 1) * SEALED_BYTES)));
        }
      },
      close: async () => {
        key.fill(0);
        await file.close();
      },
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** A header for a new file, and the key of its payload. The library makes both; the empty payload it adds is left out. */
async function newHeader(keys: AgeKeys): Promise<{ readonly header: Uint8Array; readonly key: Buffer }> {
  let fileKey = new Uint8Array();
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  encrypter.addRecipient(keys.recipient);
  const empty = await encrypter.encrypt(new Uint8Array());
  // A nonce of our own: the library has used its own for the empty payload.
  const nonce = randomBytes(NONCE_BYTES);
  const header = Buffer.concat([empty.subarray(0, empty.length - NONCE_BYTES - TAG_BYTES), nonce]);
  return { header, key: payloadKey(fileKey, nonce) };
}

/** More than any header of ours: one recipient takes about 170 bytes. */
const LONGEST_HEADER = 4096;

async function readHeader(
  keys: AgeKeys,
  file: FileHandle,
  from: number,
): Promise<{ readonly start: number; readonly key: Buffer; readonly head: Uint8Array }> {
  const bytes = await readSome(file, from, LONGEST_HEADER);
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(bytes.toString('latin1'));
  if (end === null) throw new Error('the file has no age header');
  const length = end.index + end[0].length;
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const fileKey = await decrypter.decryptHeader(Uint8Array.from(bytes.subarray(0, length)));
  const payloadAt = length + NONCE_BYTES;
  return {
    start: from + payloadAt,
    key: payloadKey(fileKey, bytes.subarray(length, payloadAt)),
    head: bytes.subarray(0, payloadAt),
  };
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; )
    at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
}

/** Up to `length` bytes from a place; fewer only at the end of the file. */
function readSome(file: FileHandle, position: number, length: number): Promise<Buffer> {
  return readInto(Buffer.allocUnsafeSlow(length), file, position);
}

/** The same into a buffer; hands back the part of it that was filled. */
async function readInto(bytes: Buffer, file: FileHandle, position: number): Promise<Buffer> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, position + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
