// The first 4 KiB inside every stored file: says which file this is, so that one cannot be put in another's place.
import { z } from 'zod';
import { BlobId } from '../../shared/ids.ts';
import type { BlobKind } from './types.ts';

/** Length of the prologue, and the multiple to which bodies are padded. */
export const PROLOGUE_BYTES = 4 * 1024;
export const BODY_STEP_BYTES = 64 * 1024;

/** Names what wrote the file; changes when the way of writing does. */
const MADE_BY = 'appeal-vault/1';

/** Keys this app doesn't know are ignored, so that a later one may add some. */
const PrologueSchema = z.object({
  blob: BlobId,
  kind: z.enum(['original', 'page-picture', 'packet'] satisfies readonly BlobKind[]),
  document: z.string(),
  mediaType: z.string(),
  length: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  madeBy: z.string(),
  fileName: z.string().optional(),
});
/**
 * `document` is the id of what the bytes belong to: a document or a packet. `length` and `sha256` are of the body without padding.
 * `fileName` is the name an original came with; files of before schema 5, and those that came with none, don't tell it.
 */
export type Prologue = Omit<z.infer<typeof PrologueSchema>, 'madeBy'>;

/** Room for the name, in bytes of its JSON; no file system has names a tenth of it. */
const MAX_NAME_BYTES = 2048;

/** The prologue as bytes: JSON in this key order, spaces, a line feed as the last byte. */
export function encodePrologue(prologue: Prologue): Uint8Array {
  const { blob, kind, document, mediaType, length, sha256, fileName } = prologue;
  const named = fileName === undefined ? {} : { fileName: fitting(fileName) };
  const json = JSON.stringify({ blob, kind, document, mediaType, length, sha256, madeBy: MADE_BY, ...named });
  const bytes = Buffer.alloc(PROLOGUE_BYTES, ' ');
  if (Buffer.byteLength(json) >= PROLOGUE_BYTES) throw new RangeError('The prologue of a stored file is too long');
  bytes.write(json, 'utf8');
  bytes[PROLOGUE_BYTES - 1] = 0x0a;
  return bytes;
}

/** Reads a prologue; undefined when it is not one. */
export function decodePrologue(bytes: Uint8Array): Prologue | undefined {
  try {
    return PrologueSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A name too long for its room, as an upload may bring one, loses its middle: what it begins with and its ending stay. */
function fitting(name: string): string {
  const letters = [...name];
  for (let kept = letters.length; ; kept = Math.floor(kept * 0.8)) {
    const half = Math.floor(kept / 2);
    const text = kept === letters.length ? name : `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
    if (Buffer.byteLength(JSON.stringify(text)) <= MAX_NAME_BYTES) return text;
  }
}

/** Bytes of padding after a body of this length. */
export function paddingOf(length: number): number {
  return (BODY_STEP_BYTES - (length % BODY_STEP_BYTES)) % BODY_STEP_BYTES;
}
