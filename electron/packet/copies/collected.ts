// A file written into memory: for copies that are checked before they are kept.
import type { Sink } from '../packet-file.ts';

/** Lets `write` fill a file and gives its bytes. */
export async function collected<T>(
  write: (sink: Sink) => Promise<T>,
): Promise<{ readonly bytes: Uint8Array; readonly made: T }> {
  const chunks: Uint8Array[] = [];
  const made = await write((bytes) => {
    // A sink's bytes may be used again for the next piece.
    chunks.push(Uint8Array.from(bytes));
  });
  return { bytes: new Uint8Array(Buffer.concat(chunks)), made };
}
