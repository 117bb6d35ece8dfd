// Reads age files at any place or from end to end: while one batch of chunks is used, the next is opened and the one after it is read.
import { type FileHandle, open } from 'node:fs/promises';
import { BATCH_CHUNKS, CHUNK_BYTES, openChunks, SEALED_BYTES, TAG_BYTES } from './age-chunks.ts';
import { type AgeKeys, readAgeHeader } from './age-header.ts';
import { giveBack, takeBatchMemory } from './batch-memory.ts';
import { readInto } from './whole-io.ts';

/** An age file opened for reading at any place. */
export interface AgeFileReader {
  /** Bytes of plaintext, as the file's length tells. */
  readonly length: number;
  /** The plaintext from `position`. Throws when a chunk is not what was sealed there. */
  read(position: number, length: number): Promise<Uint8Array>;
  /**
   * All of the plaintext in order; `seen` gets the bytes of the file itself, from its first to its last. The bytes `take` gets are used again once it
   * has answered.
   */
  readAll(take: (plain: Uint8Array) => void | Promise<void>, seen: (bytes: Uint8Array) => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens the age file that begins at byte `from` and goes to the end. Throws when its header is not one or is not for this identity. */
export async function openAgeFile(keys: AgeKeys, path: string, from = 0): Promise<AgeFileReader> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { start, key, head } = await readAgeHeader(keys, file, from);
    const chunks = Math.max(1, Math.ceil((size - start) / SEALED_BYTES));
    const lastLength = size - start - (chunks - 1) * SEALED_BYTES;
    if (lastLength < TAG_BYTES || (chunks > 1 && lastLength === TAG_BYTES)) throw new Error('the file is cut off');
    const payload = { file, key, start, size, chunks };
    const plainLength = size - start - chunks * TAG_BYTES;
    return {
      length: plainLength,
      read: (position, length) => readRange(payload, position, Math.min(plainLength, position + length)),
      readAll: async (take, seen) => {
        seen(head);
        await readThrough(payload, take, seen);
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

interface Payload {
  readonly file: FileHandle;
  readonly key: Uint8Array;
  /** Where the first chunk stands in the file, how long the file is, and how many chunks there are. */
  readonly start: number;
  readonly size: number;
  readonly chunks: number;
}

/** Reads as many chunks from `index` on as there are and `into` has room for. Throws when the file has become shorter. */
function readSealed({ file, start, size }: Payload, index: number, into: Buffer): Promise<Buffer> {
  const position = start + index * SEALED_BYTES;
  const wanted = into.subarray(0, size - position);
  const reading = readInto(wanted, file, position).then((count) => {
    if (count < wanted.length) throw new Error('the file is cut off');
    return wanted;
  });
  reading.catch(unheard);
  return reading;
}

/** Opens what was read from chunk `index` on. */
function openRead({ key, chunks }: Payload, index: number, from: Buffer, into: Buffer): Promise<Uint8Array> {
  const endsFile = index + Math.ceil(from.length / SEALED_BYTES) >= chunks;
  const opening = openChunks({ key, index, endsFile, from, into }).then((length) => into.subarray(0, length));
  opening.catch(unheard);
  return opening;
}

async function readRange(payload: Payload, position: number, end: number): Promise<Uint8Array> {
  const plain = new Uint8Array(Math.max(0, end - position));
  const [first, after] = [Math.floor(position / CHUNK_BYTES), Math.ceil(end / CHUNK_BYTES)];
  for (let index = first; index < after; index += BATCH_CHUNKS) {
    const memory = takeBatchMemory(Math.min(BATCH_CHUNKS, after - index));
    const opened = await openRead(payload, index, await readSealed(payload, index, memory.sealed), memory.plain);
    const from = index * CHUNK_BYTES;
    plain.set(opened.subarray(Math.max(0, position - from), end - from), Math.max(0, from - position));
    giveBack(memory);
  }
  return plain;
}

async function readThrough(
  payload: Payload,
  take: (plain: Uint8Array) => void | Promise<void>,
  seen: (bytes: Uint8Array) => void,
): Promise<void> {
  const { chunks } = payload;
  const inBatch = Math.min(chunks, BATCH_CHUNKS);
  // One is read and opened into while the other is used.
  let [memory, other] = [takeBatchMemory(inBatch), takeBatchMemory(inBatch)];
  let reading = readSealed(payload, 0, memory.sealed);
  let opened: Promise<Uint8Array> = Promise.resolve(new Uint8Array());
  try {
    for (let index = 0; index < chunks; index += BATCH_CHUNKS) {
      const batch = await reading;
      const earlier = await opened;
      opened = openRead(payload, index, batch, memory.plain);
      [memory, other] = [other, memory];
      if (index + BATCH_CHUNKS < chunks) reading = readSealed(payload, index + BATCH_CHUNKS, memory.sealed);
      seen(batch);
      if (earlier.length > 0) await take(earlier);
    }
    const last = await opened;
    if (last.length > 0) await take(last);
  } finally {
    await Promise.allSettled([reading, opened]);
    giveBack(memory);
    giveBack(other);
  }
}

/** The failure is thrown by the await, never as an unhandled rejection. */
const unheard = () => undefined;
