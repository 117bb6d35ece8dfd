// Equal things are written once: pictures, fonts and whole pages that come with several sources, recognised by what they are, not by where they stood.
import { createHash } from 'node:crypto';
import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';

const written = new WeakMap<PDFContext, Map<string, PDFRef>>();
const digests = new WeakMap<PDFObject, Buffer>();
const TYPE = PDFName.of('Type');
/** Whether a layer is shown is said of the layer itself, so two of one name stay two. */
const LAYER = PDFName.of('OCG');

/**
 * The reference of an object in the file that grows in `target`: that of an equal one when there is one, whether it was written out
 * already or not; else `ref`, under which it is added. Call it when all the object refers to has its references.
 */
export function assignOnce(target: PDFContext, object: PDFObject, ref?: PDFRef): PDFRef {
  const known = written.get(target) ?? new Map<string, PDFRef>();
  written.set(target, known);
  const key = digestOf(object)?.toString('latin1');
  const equal = key === undefined ? undefined : known.get(key);
  if (equal !== undefined) return equal;
  const own = ref ?? target.nextRef();
  target.assign(own, object);
  if (key !== undefined) known.set(key, own);
  return own;
}

/** SHA-256 of a stream's dictionary and raw bytes, or of a dictionary; undefined for objects that aren't shared. Known from when it was first asked for. */
export function digestOf(object: PDFObject): Buffer | undefined {
  const known = digests.get(object);
  if (known !== undefined) return known;
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict) || dict.get(TYPE) === LAYER) return undefined;
  const hash = createHash('sha256').update(dict.toString());
  if (object instanceof PDFRawStream) hash.update(object.contents);
  const digest = hash.digest();
  digests.set(object, digest);
  return digest;
}
