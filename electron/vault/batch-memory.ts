// Memory for batches of chunks, shared by the main thread and the one that seals. It is used again and again: making it anew for each file has it tidied up.
import { BATCH_CHUNKS, CHUNK_BYTES, SEALED_BYTES } from './age-chunks.ts';

/** Room for one batch, open and sealed. */
export interface BatchMemory {
  readonly plain: Buffer;
  readonly sealed: Buffer;
}

/** Full batches that nobody uses now. A file takes two of them, and three files are written side by side. */
const spare: BatchMemory[] = [];
const MOST_SPARE = 8;

/** Room for a batch of so many chunks, at most a full one. What it holds is whatever it was used for last. */
export function takeBatchMemory(chunks: number): BatchMemory {
  return (chunks === BATCH_CHUNKS ? spare.pop() : undefined) ?? newMemory(chunks);
}

/** Takes it back, to be given to the next file. Nothing may be under way in it. */
export function giveBack(memory: BatchMemory): void {
  if (memory.plain.length === BATCH_CHUNKS * CHUNK_BYTES && spare.length < MOST_SPARE) spare.push(memory);
}

function newMemory(chunks: number): BatchMemory {
  return { plain: shared(chunks * CHUNK_BYTES), sealed: shared(chunks * SEALED_BYTES) };
}

const shared = (bytes: number) => Buffer.from(new SharedArrayBuffer(bytes));
