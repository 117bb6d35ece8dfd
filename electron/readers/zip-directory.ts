// The directory of a ZIP file, read by hand: names, sizes and where each entry is. Nothing is inflated here.

/** Signatures and sizes of the records of a ZIP file (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

/** Bits of an entry's flags (section 4.4.4). */
const IS_LOCKED = 1;
const IS_UTF8 = 1 << 11;

export const STORED = 0;
export const DEFLATED = 8;

/** One entry. Every field is what the file says of itself, not what is true. */
export interface ZipEntry {
  /** As it stands there, with the folders; never to be used as a path. */
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  /** Bytes packed and, as the directory says, unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly crc32: number;
  readonly offset: number;
}

/** The entries in the order of the directory. Throws RangeError or Error for anything but a plain ZIP file (no parts, no ZIP64). */
export function zipEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new Error(`${count} entries`);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('the directory is damaged');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    const entry = {
      name: nameOf(name, (flags & IS_UTF8) !== 0),
      method: view.getUint16(at + 10, true),
      isLocked: (flags & IS_LOCKED) !== 0,
      crc32: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

/** The packed bytes of an entry. Throws RangeError or Error when they are not all there. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== LOCAL) throw new Error('an entry is missing');
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw new Error('an entry is cut off');
  return data;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new Error('the end of the directory is missing');
}

/** Names without the mark are in the old code page by the book and in UTF-8 or Windows Latin in life. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  return isUtf8 || !utf8.includes('\ufffd') ? utf8 : new TextDecoder('windows-1252').decode(bytes);
}
