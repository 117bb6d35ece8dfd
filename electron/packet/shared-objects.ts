// Equal things are written once: pictures, fonts and whole pages that come with several sources, recognised by what they are, not by where they stood.
import { createCipheriv, createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';

const written = new WeakMap<PDFContext, Map<string, PDFRef>>();
const TYPE = PDFName.of('Type');
/** Whether a layer is shown is said of the layer itself, so two of one name stay two. */
const LAYER = PDFName.of('OCG');
/** Streams at least as long are told apart by a code made under a secret key. */
const LARGE_BYTES = 32 * 1024;

/**
 * The reference of an object in the file that grows in `target`: that of an equal one when there is one, whether it was written out
 * already or not; else `ref`, under which it is added. Call it when all the object refers to has its references.
 */
export function assignOnce(target: PDFContext, object: PDFObject, ref?: PDFRef): PDFRef {
  const known = written.get(target) ?? new Map<string, PDFRef>();
  written.set(target, known);
  const key = keyOf(object);
  const equal = key === undefined ? undefined : known.get(key);
  if (equal !== undefined) return equal;
  const own = ref ?? target.nextRef();
  target.assign(own, object);
  if (key !== undefined) known.set(key, own);
  return own;
}

/** The same for a stream's dictionary and raw bytes, or for a dictionary, and for no other; undefined for objects that aren't shared. */
function keyOf(object: PDFObject): string | undefined {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict) || dict.get(TYPE) === LAYER) return undefined;
  const hash = createHash('sha256').update(dict.toString(), 'latin1');
  if (object instanceof PDFRawStream) {
    const { contents } = object;
    hash.update(contents.length < LARGE_BYTES ? contents : codeOf(SECRET, contents));
  }
  return hash.digest('base64');
}

/** Nobody who makes a paper can know it, so nobody can make a picture that is taken for another one. */
const SECRET = createSecretKey(randomBytes(16));
const OPEN = createSecretKey(Buffer.alloc(16));
const NONCE = Buffer.alloc(12);

/**
 * GMAC (NIST SP 800-38D) of bytes, 16 bytes long: a sixth of the time of SHA-256. The codes never leave the process, so that one nonce
 * for all tells nothing.
 */
function codeOf(key: KeyObject, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-gcm', key, NONCE);
  cipher.setAAD(bytes);
  cipher.final();
  return cipher.getAuthTag();
}

/** A checksum of bytes, the same each time: tells versions of a file apart that nobody means to confuse. */
export function checksumOf(bytes: Uint8Array): Buffer {
  return codeOf(OPEN, bytes);
}
