// Writes age files piece by piece, so that memory never holds a large paper: while one batch of chunks is filled, another is sealed and a third is written.
import { type FileHandle, open } from 'node:fs/promises';
import { BATCH_CHUNKS, CHUNK_BYTES, hashingSealer, SEALED_BYTES, sealChunks } from './age-chunks.ts';
import { type AgeKeys, newAgeHeader } from './age-header.ts';
import { giveBack, takeBatchMemory } from './batch-memory.ts';
import { FILE_MODE } from './layout.ts';
import type { Chunks } from './turn-chunks.ts';
import { writeAll } from './whole-io.ts';

/** Takes the next bytes of the plaintext; they may be used again once it has answered. */
type Put = (bytes: Uint8Array) => Promise<void>;

/** An age file as it grows. */
export interface AgeFileWriter {
  readonly write: Put;
  /** Fills the first bytes that were left open, and makes the file durable. */
  finish(start: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

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
  const { header: ageHeader, key } = await newAgeHeader(keys);
  const header = Buffer.concat([before, ageHeader]);
  const file = await open(path, 'wx', FILE_MODE);
  const first = Buffer.alloc(CHUNK_BYTES);
  let used = reserved;
  let rest: Batches | undefined;
  return {
    write: async (bytes) => {
      const fitting = Math.min(bytes.length, CHUNK_BYTES - used);
      first.set(bytes.subarray(0, fitting), used);
      used += fitting;
      if (fitting === bytes.length) return;
      rest ??= createBatches(file, key, { ...REST, position: header.length + SEALED_BYTES });
      await rest.put(bytes.subarray(fitting));
    },
    finish: async (start) => {
      await rest?.finish();
      first.set(start);
      const head = Buffer.alloc(header.length + SEALED_BYTES);
      head.set(header);
      const chunk = { key, index: 0, endsFile: rest === undefined, from: first.subarray(0, used) };
      const length = await sealChunks({ ...chunk, into: head.subarray(header.length) });
      await writeAll(file, head.subarray(0, header.length + length), 0);
      await file.sync();
    },
    close: async () => {
      await rest?.end();
      await file.close();
      key.fill(0);
    },
  };
}

/**
 * Writes an age file in order and makes it durable; `fill` hands over its plaintext, about `length` bytes. Hands back the SHA-256 of the file in hexadecimal.
 * Throws as `createAgeFile`.
 */
export async function writeAgeFile(
  keys: AgeKeys,
  path: string,
  length: number,
  fill: (put: Put) => Promise<void>,
): Promise<string> {
  const { header, key } = await newAgeHeader(keys);
  const file = await open(path, 'wx', FILE_MODE);
  const chunks = Math.min(BATCH_CHUNKS, Math.max(1, Math.ceil(length / CHUNK_BYTES)));
  const sealer = hashingSealer(header, chunks);
  let fileHash: Promise<string>;
  const batches = createBatches(file, key, { index: 0, position: header.length, chunks, seal: sealer.seal });
  try {
    await writeAll(file, header, 0);
    await fill(batches.put);
    await batches.finish();
    await file.sync();
  } finally {
    await batches.end();
    await file.close();
    key.fill(0);
    // Also after a failure, or the thread would keep the hash. Its answer is nobody's then.
    fileHash = sealer.digest();
    fileHash.catch(unheard);
  }
  return fileHash;
}

/** The chunks of a file from one of them to the last. */
interface Batches {
  readonly put: Put;
  /** Seals and writes what is left; the last chunk is sealed as the file's last. */
  finish(): Promise<void>;
  /** Waits until nothing is under way any more, whether it failed or not. Call it once, and nothing after it. */
  end(): Promise<void>;
}

/** All chunks but the first, which is sealed by itself. */
const REST = { index: 1, chunks: BATCH_CHUNKS, seal: sealChunks };

interface Place {
  /** The number of the first chunk, and where it stands in the file. */
  readonly index: number;
  readonly position: number;
  /** Chunks of a batch. */
  readonly chunks: number;
  readonly seal: (chunks: Chunks) => Promise<number>;
}

function createBatches(file: FileHandle, key: Uint8Array, { index, position, chunks, seal }: Place): Batches {
  // Two of each: one is filled (or sealed into) while the other is sealed (or written).
  let [memory, other] = [takeBatchMemory(chunks), takeBatchMemory(chunks)];
  let used = 0;
  let number = index;
  let at = position;
  let sealing: Promise<Uint8Array> = Promise.resolve(new Uint8Array());
  let writing: Promise<void> = Promise.resolve();

  /** Hands the batch that was sealed before on to be written. */
  const passOn = async () => {
    const bytes = await sealing;
    await writing;
    writing = writeAll(file, bytes, at);
    writing.catch(unheard);
    at += bytes.length;
  };
  const flush = async (endsFile: boolean) => {
    // The batch before the last one has left the memory that is sealed into now.
    await writing;
    const { plain, sealed: into } = memory;
    const from = plain.subarray(0, used);
    const earlier = passOn();
    earlier.catch(unheard);
    sealing = seal({ key, index: number, endsFile, from, into }).then((length) => into.subarray(0, length));
    sealing.catch(unheard);
    number += chunks;
    used = 0;
    [memory, other] = [other, memory];
    await earlier;
  };
  return {
    put: async (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        // A batch is sealed only when more follows: the last chunk of all is sealed as such.
        if (used === memory.plain.length) await flush(false);
        const piece = bytes.subarray(from, from + memory.plain.length - used);
        memory.plain.set(piece, used);
        used += piece.length;
        from += piece.length;
      }
    },
    finish: async () => {
      await flush(true);
      await passOn();
      await writing;
    },
    end: async () => {
      await sealing.catch(unheard);
      await writing.catch(unheard);
      giveBack(memory);
      giveBack(other);
    },
  };
}

/** The failure is thrown by the next await, never as an unhandled rejection. */
const unheard = () => undefined;
