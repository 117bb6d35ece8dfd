// Gathers the small pieces of a file before they are handed on, and hands one batch on while the next is filled.

/** Takes the next bytes of the file. They may be used again once it has answered. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface ByteSink {
  /** Bytes handed over so far. */
  readonly length: number;
  /** Room for `size` bytes to be filled at once, when that many fit into a batch. */
  room(size: number): Promise<Uint8Array>;
  /** Adds bytes. Large ones are handed on as they are (true) and must stay unchanged until the next call has answered. */
  add(bytes: Uint8Array): Promise<boolean>;
  /** Hands on everything and waits until it was taken. */
  end(): Promise<void>;
}

const BATCH_BYTES = 512 * 1024;
/** From this size on bytes are handed on without being copied. */
const LARGE_BYTES = 32 * 1024;

/** Starts gathering. `seen` gets every batch of small pieces before it is handed on. */
export function byteSink(sink: Sink, seen: (bytes: Uint8Array) => void): ByteSink {
  let batch = Buffer.allocUnsafeSlow(BATCH_BYTES);
  let spare = Buffer.allocUnsafeSlow(BATCH_BYTES);
  let used = 0;
  let length = 0;
  let taking: void | Promise<void>;

  const hand = async (bytes: Uint8Array) => {
    await taking;
    taking = sink(bytes);
    // A failure is thrown by the next call, never as an unhandled rejection.
    taking?.catch(() => undefined);
  };
  const flush = async () => {
    if (used === 0) return;
    const full = batch.subarray(0, used);
    seen(full);
    await hand(full);
    used = 0;
    [batch, spare] = [spare, batch];
  };
  return {
    get length() {
      return length;
    },
    room: async (size) => {
      if (used + size > batch.length) await flush();
      // More than a batch: the batches grow, which happens for no more than a few objects of a file.
      if (size > batch.length) [batch, spare] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
      const room = batch.subarray(used, used + size);
      used += size;
      length += size;
      return room;
    },
    add: async (bytes) => {
      const isLarge = bytes.length >= LARGE_BYTES;
      if (isLarge) {
        await flush();
        await hand(bytes);
      } else {
        if (used + bytes.length > batch.length) await flush();
        batch.set(bytes, used);
        used += bytes.length;
      }
      length += bytes.length;
      return isLarge;
    },
    end: async () => {
      await flush();
      await taking;
    },
  };
}
