// The packet's file as it grows: objects are written as soon as they are complete, so that memory holds one source at a time.
import { createHash, type Hash } from 'node:crypto';
import { PDFContext, type PDFDict, PDFHexString, PDFName, type PDFObject, type PDFRef } from 'pdf-lib';

/** Takes the next bytes of the file. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface PacketFile {
  /** Where objects are made and wait to be written. */
  readonly context: PDFContext;
  /** Writes and forgets every complete object that waits. A reference without an object yet may be filled later. */
  flush(): Promise<void>;
  /** Writes what waits, the cross-reference table and the trailer. The file's id is the hash of all that stands before it. */
  finish(root: PDFRef, info: PDFRef): Promise<{ readonly byteLength: number }>;
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
      await write(objectBytes(ref, object));
      context.delete(ref);
    }
  };
  await write(HEADER);
  return {
    context,
    flush,
    finish: async (root, info) => {
      await flush();
      const id = PDFHexString.of(hash.copy().digest('hex').slice(0, 32));
      const start = length;
      const size = Math.max(0, ...offsets.keys()) + 1;
      const trailer: PDFDict = context.obj({ Size: size, Root: root, Info: info });
      trailer.set(PDFName.of('ID'), context.obj([id, id]));
      const text = `${crossReferences(offsets, size)}trailer\n${trailer.toString()}\nstartxref\n${start}\n%%EOF\n`;
      await write(Buffer.from(text, 'latin1'));
      return { byteLength: length };
    },
  };
}

function objectBytes(ref: PDFRef, object: PDFObject): Uint8Array {
  const head = Buffer.from(`${ref.objectNumber} 0 obj\n`, 'latin1');
  const tail = Buffer.from('\nendobj\n', 'latin1');
  const size = object.sizeInBytes();
  const bytes = new Uint8Array(head.length + size + tail.length);
  bytes.set(head, 0);
  object.copyBytesInto(bytes, head.length);
  bytes.set(tail, head.length + size);
  return bytes;
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
