// The packet's file as it grows: objects are written as soon as they are complete, so that memory holds one source at a time.
import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFContext, type PDFDict, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { byteSink, type Sink } from './byte-sink.ts';
import { checksumOf } from './shared-objects.ts';

export type { Sink };

export interface PacketFile {
  /** Where objects are made and wait to be written. */
  readonly context: PDFContext;
  /** Bytes of the file so far. */
  readonly length: number;
  /** Writes and forgets every complete object that waits: nothing of it is needed any more. A reference without an object yet may be filled later. */
  flush(): Promise<void>;
  /** Writes what waits, the cross-reference table and the trailer. The file's id is made of all that stands before it. `encrypt` is what opens a locked file. */
  finish(root: PDFRef, info: PDFRef, encrypt?: PDFRef): Promise<FinishedFile>;
}

export interface FinishedFile {
  readonly byteLength: number;
  /** Its name for itself in its trailer, hexadecimal. */
  readonly fileId: string;
  /** Where the pixels of pictures stand: they tell nothing of text, links or order. */
  readonly pictures: readonly FileRange[];
}

/** Bytes of a file, from a place on. */
export interface FileRange {
  readonly position: number;
  readonly length: number;
}

const SUBTYPE = PDFName.of('Subtype');
const IMAGE = PDFName.of('Image');
/** Pictures smaller than this are not told apart. */
const SMALL_BYTES = 2048;
/** Streams smaller than this go into the file's id as they are, larger ones as a checksum. */
const LARGE_BYTES = 32 * 1024;

const HEADER = new Uint8Array([...Buffer.from('%PDF-1.7\n%', 'latin1'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);

/** Starts a file. */
export async function startPacketFile(sink: Sink): Promise<PacketFile> {
  const context = PDFContext.create();
  const offsets = new Map<number, number>();
  const hash: Hash = createHash('sha256');
  const pictures: FileRange[] = [];
  const out = byteSink(sink);
  /** What comes next in the file: objects are gathered as text up to the next stream, and encoded and hashed in one go. */
  let text = '';

  const addText = async () => {
    const room = await out.room(text.length);
    room.write(text, 'latin1');
    hash.update(room);
    text = '';
  };
  const addStream = async (stream: PDFRawStream) => {
    const { dict, contents } = stream;
    stream.updateDict();
    text += `${dict.toString()}\nstream\n`;
    await addText();
    const isPicture = dict.get(SUBTYPE) === IMAGE && contents.length >= SMALL_BYTES;
    if (isPicture) pictures.push({ position: out.length, length: contents.length });
    hash.update(contents.length < LARGE_BYTES ? contents : checksumOf(contents));
    await out.add(contents);
    text += '\nendstream\nendobj\n';
  };
  const flush = async () => {
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      offsets.set(ref.objectNumber, out.length + text.length);
      text += `${ref.objectNumber} 0 obj\n`;
      if (object instanceof PDFRawStream) await addStream(object);
      else text += `${object.toString()}\nendobj\n`;
      context.delete(ref);
    }
    if (text !== '') await addText();
  };
  await out.add(HEADER);
  return {
    context,
    get length() {
      return out.length;
    },
    flush,
    finish: async (root, info, encrypt) => {
      await flush();
      const fileId = hash.copy().digest('hex').slice(0, 32);
      const id = PDFHexString.of(fileId);
      const start = out.length;
      let size = 1;
      for (const number of offsets.keys()) size = Math.max(size, number + 1);
      const trailer: PDFDict = context.obj({ Size: size, Root: root, Info: info });
      if (encrypt !== undefined) trailer.set(PDFName.of('Encrypt'), encrypt);
      trailer.set(PDFName.of('ID'), context.obj([id, id]));
      const end = `${crossReferences(offsets, size)}trailer\n${trailer.toString()}\nstartxref\n${start}\n%%EOF\n`;
      await out.add(Buffer.from(end, 'latin1'));
      await out.end();
      return { byteLength: out.length, fileId, pictures };
    },
  };
}

/** A third of the time of the usual level, for a hundredth of the size of a packet of scans. */
const DEFLATE_LEVEL = 1;
/** Memory for what comes out, a piece at a time, which stays taken until all of the stream is written: most pages fill less. */
const CHUNK_BYTES = 4096;

/** A stream of ours, compressed. */
export function deflated(
  context: PDFContext,
  content: string | Uint8Array,
  dict: PDFDict = context.obj({}),
): PDFRawStream {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  const bytes = typeof content === 'string' ? encoded(content) : content;
  return PDFRawStream.of(dict, deflateSync(bytes, { level: DEFLATE_LEVEL, chunkSize: CHUNK_BYTES }));
}

/** What is compressed is handed over in the same memory again and again: thousands of pages would leave theirs lying about. */
let scratch = Buffer.allocUnsafeSlow(128 * 1024);

function encoded(content: string): Uint8Array {
  if (content.length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * content.length);
  return scratch.subarray(0, scratch.write(content, 'latin1'));
}

/** The classic table; numbers that were never used are entries of the list of free objects. */
function crossReferences(offsets: ReadonlyMap<number, number>, size: number): string {
  const free = Array.from({ length: size }, (_, number) => number).filter((number) => !offsets.has(number));
  const nextFree = new Map(free.map((number, index) => [number, free[index + 1] ?? 0]));
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    if (offset !== undefined) return `${String(offset).padStart(10, '0')} 00000 n \n`;
    const generation = number === 0 ? '65535' : '00001';
    return `${String(nextFree.get(number) ?? 0).padStart(10, '0')} ${generation} f \n`;
  });
  return `xref\n0 ${size}\n${entries.join('')}`;
}
