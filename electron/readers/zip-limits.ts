// A Word file is a ZIP file: it is inflated once within limits before any library may, so that a bomb is refused while it is small.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../shared/errors.ts';
import { MAX_INNER_PICTURE_BYTES, MAX_WORD_BYTES } from './limits.ts';
import { DEFLATED, packedBytes, STORED, zipEntries } from './zip-directory.ts';

/** A Word file has some dozens. */
const MOST_ENTRIES = 2000;

/** Where word processors put pictures (by custom: ECMA-376 leaves the name to them); these have room of their own. */
const PICTURES = /^word\/media\//;

/** Throws word-file-damaged for anything but a plain ZIP file, and word-file-too-large when its entries inflate to more than the limits. */
export function checkZip(bytes: Uint8Array): void {
  const limits = { text: MAX_WORD_BYTES, pictures: MAX_INNER_PICTURE_BYTES };
  const room = { ...limits };
  let kind: keyof typeof room = 'text';
  try {
    const entries = zipEntries(bytes, MOST_ENTRIES);
    if (entries.length === 0) throw damaged('no entries');
    // An encrypted entry is a password-protected file.
    if (entries.some(({ isLocked }) => isLocked)) throw damaged('an entry is encrypted');
    for (const entry of entries) {
      const data = packedBytes(bytes, entry);
      const { method, packed } = entry;
      kind = PICTURES.test(entry.name) ? 'pictures' : 'text';
      if (method !== STORED && method !== DEFLATED) throw damaged('an entry is packed in an unknown way');
      // An entry that inflates to nothing at all still counts, and a limit of zero bytes is not taken.
      room[kind] -=
        method === STORED ? packed : inflateRawSync(data, { maxOutputLength: Math.max(1, room[kind]) }).length;
      if (room[kind] < 0) throw tooLarge(limits[kind]);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isTooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLong ? tooLarge(limits[kind], cause) : damaged('the file is no ZIP file', cause);
  }
}

function damaged(why: string, cause?: unknown): AppError {
  return new AppError('word-file-damaged', { cause: new Error(why, { cause }) });
}

function tooLarge(limit: number, cause?: unknown): AppError {
  return new AppError('word-file-too-large', { details: { limitMb: limit / 1024 / 1024 }, cause });
}
