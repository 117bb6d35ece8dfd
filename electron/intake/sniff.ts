// The format of a file by its content, never by its name.
import { AppError } from '../../shared/errors.ts';
import { MAX_FILE_BYTES } from '../readers/limits.ts';
import type { SniffedFile } from '../readers/types.ts';
import { decodeText } from './decode-text.ts';

/** PDFs may have this much rubbish before their header (as readers have always allowed). */
const PDF_HEADER_WITHIN = 1024;

/** Text formats that are marked-up or programs: reading their raw marks as a paper would be wrong. */
const MARKED_UP = /^(?:\{\\rtf|%!PS|<\?xml|<!doctype|<html|<svg|#!)/i;

/** Tells the format of a file. Throws file-empty, file-too-large, file-unsupported. */
export function sniff(bytes: Uint8Array): SniffedFile {
  if (bytes.length === 0) throw new AppError('file-empty');
  if (bytes.length > MAX_FILE_BYTES)
    throw new AppError('file-too-large', { details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } });
  const found = byMagic(bytes) ?? plainText(bytes);
  if (found === undefined) throw new AppError('file-unsupported');
  return found;
}

function byMagic(bytes: Uint8Array): SniffedFile | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { format: 'jpeg', mediaType: 'image/jpeg' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { format: 'png', mediaType: 'image/png' };
  if (isTiff(bytes)) return { format: 'tiff', mediaType: 'image/tiff' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN));
  return /%PDF-\d/.test(head) ? { format: 'pdf', mediaType: 'application/pdf' } : undefined;
}

/** Both byte orders, and their large-file form (version 43). */
function isTiff(bytes: Uint8Array): boolean {
  return [42, 43].some(
    (version) => startsWith(bytes, [0x49, 0x49, version, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, version]),
  );
}

function plainText(bytes: Uint8Array): SniffedFile | undefined {
  const text = decodeText(bytes);
  if (text === undefined || MARKED_UP.test(text.trimStart())) return undefined;
  if (text.trim() === '') throw new AppError('file-empty');
  return { format: 'text', mediaType: 'text/plain' };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}
