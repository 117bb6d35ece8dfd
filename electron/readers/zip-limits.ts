// A ZIP file is inflated once within limits before any library may: a bomb is refused while it is small.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../shared/errors.ts';
import { MAX_WORD_BYTES } from './limits.ts';

/** Signatures and sizes of the records of a ZIP file (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** A Word file has some dozens. */
const MOST_ENTRIES = 2000;

/** Throws word-file-damaged for anything but a plain ZIP file, and word-file-too-large when its entries inflate to more than the limit. */
export function checkZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let room = MAX_WORD_BYTES;
    for (const { method, offset, packed } of entriesOf(view)) {
      const start = dataStart(view, offset);
      const data = bytes.subarray(start, start + packed);
      if (data.length !== packed) throw damaged('an entry is cut off');
      if (method !== STORED && method !== DEFLATED) throw damaged('an entry is packed in an unknown way');
      // An entry that inflates to nothing at all still counts, and a limit of zero bytes is not taken.
      room -= method === STORED ? packed : inflateRawSync(data, { maxOutputLength: Math.max(1, room) }).length;
      if (room < 0) throw tooLarge();
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isTooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLong ? tooLarge(cause) : damaged('the file is no ZIP file', cause);
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

function entriesOf(view: DataView): readonly Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0 || count > MOST_ENTRIES) throw damaged(`${count} entries`);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY) throw damaged('the directory is damaged');
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    // An encrypted entry is a password-protected file; bit 0 of the flags.
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw damaged('an entry is encrypted');
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged('the end of the directory is missing');
}

function dataStart(view: DataView, offset: number): number {
  if (view.getUint32(offset, true) !== LOCAL) throw damaged('an entry is missing');
  return offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function damaged(why: string, cause?: unknown): AppError {
  return new AppError('word-file-damaged', { cause: new Error(why, { cause }) });
}

function tooLarge(cause?: unknown): AppError {
  return new AppError('word-file-too-large', { details: { limitMb: MAX_WORD_BYTES / 1024 / 1024 }, cause });
}
