// Gathers the pieces of a file before they are handed on, and hands one batch on while the next is filled.

/** Takes the next bytes of the file. They may be used again once it has answered. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface ByteSink {
  /** Bytes of the file so far. */
  readonly length: number;
  /** The next `size` bytes of the file, to be filled before anything else is added. */
  room(size: number): Promise<Buffer>;
  /** Adds bytes. Those larger than a batch are handed on as they are and must stay unchanged until the next call has answered. */
  add(bytes: Uint8Array): Promise<void>;
  /** Hands on everything and waits until it was taken. */
  end(): Promise<void>;
}

const BATCH_BYTES = 1024 * 1024;

/** Starts gathering. */
export function byteSink(sink: Sink): ByteSink {
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
    await hand(batch.subarray(0, used));
    used = 0;
    [batch, spare] = [spare, batch];
  };
  return {
    get length() {
      return length;
    },
    room: async (size) => {
      if (used + size > batch.length) await flush();
      // Only an object without a stream may be larger than a batch, which happens a few times in a large file.
      if (size > batch.length) batch = Buffer.allocUnsafeSlow(size);
      const room = batch.subarray(used, used + size);
      used += size;
      length += size;
      return room;
    },
    add: async (bytes) => {
      if (used + bytes.length > batch.length) await flush();
      if (bytes.length > batch.length) await hand(bytes);
      else {
        batch.set(bytes, used);
        used += bytes.length;
      }
      length += bytes.length;
    },
    end: async () => {
      await flush();
      await taking;
    },
  };
}
