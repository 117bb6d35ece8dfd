// A finished packet without the pixels of its pictures, still a PDF that can be parsed: small enough to be held whole, whatever was scanned.
import type { FinishedBytes } from '../kept-parts.ts';
import type { FileRange } from '../packet-file.ts';

export interface SparseFile {
  readonly bytes: Uint8Array;
  /** Where the pixels of each picture stand in the file, by the number of its object; in the order of the file. */
  readonly pictures: ReadonlyMap<number, FileRange>;
}

/** A picture of fewer bytes stays. */
const SMALL_BYTES = 2048;
/** Room for the dictionary of a picture; one that is longer stays whole. */
const HEAD_BYTES = 4096;
/** Read at a time. */
const WINDOW_BYTES = 65_536;
const STREAM_END = '\nendstream\nendobj\n';

/**
 * Reads a file that `startPacketFile` has written: its table tells where each object stands, and each picture is one object. Any other
 * file comes back whole. Throws what reading the file throws.
 */
export async function readSparse(file: FinishedBytes): Promise<SparseFile> {
  const read = windowed(file);
  const table = await tableOf(file, read);
  if (table === undefined) return { bytes: await file.read(0, file.length), pictures: new Map() };
  const pictures = new Map<number, FileRange>();
  const parts: Uint8Array[] = [];
  let position = 0;
  for (const [index, { number, offset }] of table.objects.entries()) {
    const end = table.objects[index + 1]?.offset ?? table.start;
    if (end - offset < SMALL_BYTES) continue;
    const head = Buffer.from(await read(offset, Math.min(HEAD_BYTES, end - offset))).toString('latin1');
    const pixels = pixelsIn(head, offset, end);
    if (pixels === undefined) continue;
    pictures.set(number, pixels);
    // All up to this picture, then the picture as an empty stream.
    parts.push(await read(position, offset - position));
    const dict = head.slice(0, pixels.position - offset).replace(/\/Length \d+/, '/Length 0');
    parts.push(Buffer.from(dict, 'latin1'));
    position = pixels.position + pixels.length;
  }
  parts.push(await read(position, file.length - position));
  return { bytes: new Uint8Array(Buffer.concat(parts)), pictures };
}

/** The pixels of an object that begins with `head` and takes the bytes from `offset` to `end`; undefined when it is no picture. */
function pixelsIn(head: string, offset: number, end: number): FileRange | undefined {
  const start = head.indexOf('\nstream\n');
  if (start < 0) return undefined;
  const dict = head.slice(0, start);
  const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
  const position = offset + start + '\nstream\n'.length;
  const isPicture = /\/Subtype \/Image\b/.test(dict) && length >= SMALL_BYTES;
  return isPicture && position + length + STREAM_END.length === end ? { position, length } : undefined;
}

type Read = FinishedBytes['read'];

/** Objects in the order in which they stand in the file, and where the table begins; undefined for a table of another kind. */
async function tableOf(
  file: FinishedBytes,
  read: Read,
): Promise<{ readonly start: number; readonly objects: readonly { number: number; offset: number }[] } | undefined> {
  const last = Math.min(file.length, 64);
  const tail = Buffer.from(await read(file.length - last, last)).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < file.length)) return undefined;
  const text = Buffer.from(await read(start, file.length - start)).toString('latin1');
  const size = Number(/^xref\n0 (\d+)\n/.exec(text)?.[1] ?? Number.NaN);
  const from = text.indexOf('\n', 'xref\n'.length) + 1;
  // Each line has twenty bytes (ISO 32000-1, 7.5.4).
  if (!(size * 20 <= text.length - from)) return undefined;
  const objects = Array.from({ length: size }, (_, number) => {
    const line = text.slice(from + 20 * number, from + 20 * (number + 1));
    return { number, offset: Number(line.slice(0, 10)), isUsed: line[17] === 'n' };
  }).filter(({ isUsed }) => isUsed);
  return { start, objects: objects.sort((a, b) => a.offset - b.offset) };
}

/** Reads a window at a time: objects are many and small, and each piece of a stored file is decrypted whole. */
function windowed(file: FinishedBytes): Read {
  let start = 0;
  let window: Uint8Array = new Uint8Array();
  return async (position, length) => {
    if (length > WINDOW_BYTES) return file.read(position, length);
    if (position < start || position + length > start + window.length) {
      start = position;
      window = await file.read(position, WINDOW_BYTES);
    }
    return window.slice(position - start, position - start + length);
  };
}
