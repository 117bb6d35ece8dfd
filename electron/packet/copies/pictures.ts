// The pictures of an opened packet: their pixels stay in the file until something needs them.
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import type { FinishedBytes } from '../kept-parts.ts';
import type { FileRange } from '../packet-file.ts';

export interface Pictures {
  /** Where pixels stand in the file, in its order. */
  readonly ranges: readonly FileRange[];
  /** Bytes of a picture's pixels as the file has them; undefined for an object whose bytes are there. */
  lengthOf(ref: PDFRef): number | undefined;
  /** A picture with its pixels; undefined for an object whose bytes are there. Throws what reading the file throws. */
  read(ref: PDFRef): Promise<PDFRawStream | undefined>;
  /** All pictures that objects lead to, with their pixels; without what `isDone` names and all it leads to. Throws what reading the file throws. */
  below(objects: readonly PDFObject[], isDone?: (ref: PDFRef) => boolean): Promise<ReadonlyMap<PDFRef, PDFRawStream>>;
}

/** The pictures left out of a file that was parsed into `context`. */
export function picturesOf(file: FinishedBytes, context: PDFContext, places: ReadonlyMap<number, FileRange>): Pictures {
  const read: Pictures['read'] = async (ref) => {
    const place = places.get(ref.objectNumber);
    const bare = context.lookup(ref);
    if (place === undefined || !(bare instanceof PDFRawStream)) return undefined;
    return PDFRawStream.of(bare.dict, await file.read(place.position, place.length));
  };
  return {
    ranges: [...places.values()],
    lengthOf: (ref) => places.get(ref.objectNumber)?.length,
    read,
    below: async (objects, isDone = () => false) => {
      const found = new Map<PDFRef, PDFRawStream>();
      for (const ref of reached(objects, context, isDone)) {
        const whole = await read(ref);
        if (whole !== undefined) found.set(ref, whole);
      }
      return found;
    },
  };
}

/** Does `work` while other objects stand in the place of some. What is done meanwhile must not wait: others use the same context. */
export function withObjects<T>(context: PDFContext, objects: ReadonlyMap<PDFRef, PDFObject>, work: () => T): T {
  const before = [...objects.keys()].map((ref) => [ref, context.lookup(ref)] as const);
  for (const [ref, object] of objects) context.assign(ref, object);
  try {
    return work();
  } finally {
    for (const [ref, object] of before) if (object !== undefined) context.assign(ref, object);
  }
}

/** Every reference below some objects. */
function reached(
  objects: readonly PDFObject[],
  context: PDFContext,
  isDone: (ref: PDFRef) => boolean,
): ReadonlySet<PDFRef> {
  const found = new Set<PDFRef>();
  const waiting = [...objects];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (found.has(object) || isDone(object)) continue;
      found.add(object);
      const below = context.lookup(object);
      if (below !== undefined) waiting.push(below);
    } else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(...object.dict.values());
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
  }
  return found;
}
