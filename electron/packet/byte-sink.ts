// Gathers the pieces of a file before they are handed on, and fills the next batches while others are taken.

/** Takes the next bytes of the file. They may be used again once it has answered. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface ByteSink {
  /** Bytes of the file so far. */
  readonly length: number;
  /** The next `size` bytes of the file, to be filled before anything else is added. */
  room(size: number): Promise<Buffer>;
  /** Adds a copy of the bytes. */
  add(bytes: Uint8Array): Promise<void>;
  /** Hands on everything and waits until it was taken. */
  end(): Promise<void>;
}

/** Large, since each batch wakes another thread; small enough to be in the processor's cache still when it is taken. */
const BATCH_BYTES = 2 * 1024 * 1024;
/** Batches there may be at a time: one that is filled, two that wait to be taken, for the disk's pace varies. */
const BATCHES = 3;

/** Starts gathering. A failure of the sink is thrown by one of the next calls, `end` at the latest, never as an unhandled rejection. */
export function byteSink(sink: Sink): ByteSink {
  let batch: Buffer = Buffer.allocUnsafeSlow(BATCH_BYTES);
  let used = 0;
  let length = 0;
  let made = 1;
  const spare: Buffer[] = [];
  /** The batches on their way, each settled when it was taken; one is taken after the other. */
  const taken: Promise<void>[] = [];

  const hand = async () => {
    if (used === 0) return;
    const [full, bytes] = [batch, batch.subarray(0, used)];
    const taking = take(taken.at(-1), bytes).then(() => {
      spare.push(full);
    });
    taking.catch(() => undefined);
    taken.push(taking);
    used = 0;
    batch = await nextBatch();
  };
  const take = async (before: Promise<void> | undefined, bytes: Uint8Array) => {
    await before;
    await sink(bytes);
  };
  const nextBatch = async (): Promise<Buffer> => {
    if (made < BATCHES) {
      made += 1;
      return Buffer.allocUnsafeSlow(BATCH_BYTES);
    }
    await taken.shift();
    // Whatever was taken has given its batch back.
    return spare.pop() ?? Buffer.allocUnsafeSlow(BATCH_BYTES);
  };
  return {
    get length() {
      return length;
    },
    room: async (size) => {
      if (used + size > batch.length) await hand();
      // Only an object without a stream may be larger than a batch, which happens a few times in a large file.
      if (size > batch.length) batch = Buffer.allocUnsafeSlow(size);
      const room = batch.subarray(used, used + size);
      used += size;
      length += size;
      return room;
    },
    add: async (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        if (used === batch.length) await hand();
        const piece = bytes.subarray(at, at + batch.length - used);
        batch.set(piece, used);
        used += piece.length;
        at += piece.length;
      }
      length += bytes.length;
    },
    end: async () => {
      await hand();
      await Promise.all(taken);
    },
  };
}
