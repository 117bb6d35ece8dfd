// What goes into a backup: bytes at hand, or a file read piece by piece.
import { type FileHandle, open } from 'node:fs/promises';
import { systemCode } from '../file-errors.ts';
import type { Source } from './archive.ts';

const PIECE_BYTES = 256 * 1024;

export function bytesOf(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    pieces: (async function* () {
      yield bytes;
    })(),
  };
}

/**
 * A file as it is now: exactly as many bytes as it has at this moment. Where the disk can't read a piece, also on a second try, there are zeros,
 * or the error (EIO) is thrown.
 */
export async function fileOf(name: string, path: string, unreadable: 'zeros' | 'refuse'): Promise<Source> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const pieces = async function* () {
    try {
      for (let at = 0; at < size; ) {
        const piece = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, size - at));
        const read = unreadable === 'zeros' ? readOrZeros : readPiece;
        const bytesRead = await read(file, piece, at);
        if (bytesRead === 0) throw new Error('a stored file became shorter while it was read');
        yield piece.subarray(0, bytesRead);
        at += bytesRead;
      }
    } finally {
      await file.close();
    }
  };
  return { name, size, pieces: pieces() };
}

async function readOrZeros(file: FileHandle, piece: Buffer, position: number): Promise<number> {
  for (const isLastTry of [false, true]) {
    try {
      return await readPiece(file, piece, position);
    } catch (cause) {
      if (systemCode(cause) !== 'EIO') throw cause;
      if (isLastTry) piece.fill(0);
    }
  }
  return piece.length;
}

async function readPiece(file: FileHandle, piece: Buffer, position: number): Promise<number> {
  return (await file.read(piece, 0, piece.length, position)).bytesRead;
}
