// The packet's file as it grows: objects are written as soon as they are complete, so that memory holds one source at a time.
import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFContext, type PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';

/** Takes the next bytes of the file. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface PacketFile {
  /** Where objects are made and wait to be written. */
  readonly context: PDFContext;
  /** Writes and forgets every complete object that waits. A reference without an object yet may be filled later. */
  flush(): Promise<void>;
  /** Writes what waits, the cross-reference table and the trailer. The file's id is the hash of all that stands before it. */
  finish(root: PDFRef, info: PDFRef): Promise<{ readonly byteLength: number; readonly fileId: string }>;
}

const HEADER = new Uint8Array([...Buffer.from('%PDF-1.7\n%', 'latin1'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);

/** Starts a file. */
export async function startPacketFile(sink: Sink): Promise<PacketFile> {
  const context = PDFContext.create();
  const offsets = new Map<number, number>();
  const hash: Hash = createHash('sha256');
  let length = 0;

  const write = async (bytes: Uint8Array) => {
    hash.update(bytes);
    length += bytes.length;
    await sink(bytes);
  };
  const flush = async () => {
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      offsets.set(ref.objectNumber, length);
      for (const part of objectParts(ref, object)) await write(part);
      context.delete(ref);
    }
  };
  await write(HEADER);
  return {
    context,
    flush,
    finish: async (root, info) => {
      await flush();
      const fileId = hash.copy().digest('hex').slice(0, 32);
      const id = PDFHexString.of(fileId);
      const start = length;
      const size = Math.max(0, ...offsets.keys()) + 1;
      const trailer: PDFDict = context.obj({ Size: size, Root: root, Info: info });
      trailer.set(PDFName.of('ID'), context.obj([id, id]));
      const text = `${crossReferences(offsets, size)}trailer\n${trailer.toString()}\nstartxref\n${start}\n%%EOF\n`;
      await write(Buffer.from(text, 'latin1'));
      return { byteLength: length, fileId };
    },
  };
}

/** An object as it stands in the file. What fills a stream is handed on as it is, never copied: scans make up nearly all of a packet. */
function objectParts(ref: PDFRef, object: PDFObject): readonly Uint8Array[] {
  const head = `${ref.objectNumber} 0 obj\n`;
  if (object instanceof PDFRawStream) {
    object.updateDict();
    const start = Buffer.from(`${head}${object.dict.toString()}\nstream\n`, 'latin1');
    return [start, object.contents, Buffer.from('\nendstream\nendobj\n', 'latin1')];
  }
  const body = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(body, 0);
  return [Buffer.from(head, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')];
}

/** A stream of ours, compressed. */
export function deflated(
  context: PDFContext,
  content: string | Uint8Array,
  dict: PDFDict = context.obj({}),
): PDFRawStream {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content));
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
