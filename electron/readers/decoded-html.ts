// Bytes of papers of words as letters.
import { AppError } from '../../shared/errors.ts';
import { decodeText } from '../intake/decode-text.ts';
import { MAX_MARKUP_BYTES } from './limits.ts';

/** The letters of a plain text. Throws file-damaged for bytes that are none. */
export function decoded(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) throw new AppError('file-damaged', { cause: new Error('not text') });
  return text;
}

/** By the code page the file names at its beginning, as browsers do (HTML Standard, 13.2.3.2), else like any text. */
export function decodedHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1];
  if (named === undefined || /^utf-?(?:8|16)/i.test(named)) return decoded(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch (error) {
    // A name no browser knows.
    if (error instanceof RangeError) return decoded(bytes);
    throw error;
  }
}

/** Bytes of HTML or RTF, no more than a reader takes. Throws file-too-large. */
export function withinMarkup(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_MARKUP_BYTES)
    throw new AppError('file-too-large', { details: { limitMb: MAX_MARKUP_BYTES / 1024 / 1024 } });
  return bytes;
}
