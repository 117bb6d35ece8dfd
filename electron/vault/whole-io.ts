// Reads and writes of a file at a place, carried on until all of it is done: the system may do less than it was asked for.
import type { FileHandle } from 'node:fs/promises';

/** Writes all bytes at a place of the file. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; )
    at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
}

/** Up to `length` bytes from a place; fewer only at the end of the file. */
export async function readSome(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, await readInto(bytes, file, position));
}

/** The same into `bytes`; hands back how many there were. */
export async function readInto(bytes: Uint8Array, file: FileHandle, position: number): Promise<number> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, position + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at;
}
