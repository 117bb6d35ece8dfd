// The format of a file by its content, never by its name.
import { AppError } from '../../shared/errors.ts';
import {
  type FileFormat,
  isMailFormat,
  isPictureFormat,
  type MailFormat,
  MEDIA_TYPES,
  type PictureFormat,
} from '../../shared/model/document.ts';
import { MAX_FILE_BYTES } from '../readers/limits.ts';
import type { SniffedFile } from '../readers/types.ts';
import { zipEntries } from '../readers/zip-directory.ts';
import { decodeText } from './decode-text.ts';

/** PDFs may have this much rubbish before their header (as readers have always allowed). */
const PDF_HEADER_WITHIN = 1024;

/** Text formats that are marked-up or programs: reading their raw marks as a paper would be wrong. */
const MARKED_UP = /^(?:\{\\rtf|%!PS|<\?xml|<!doctype|<html|<svg|#!)/i;

/** Whether a file holds others: a mail, which is a paper too, or a ZIP file that is no document of some program. */
export function enclosingFormat(bytes: Uint8Array): MailFormat | 'zip' | undefined {
  if (isZip(bytes) && zipKind(bytes) === 'files') return 'zip';
  const format = byMagic(bytes)?.format;
  return format !== undefined && isMailFormat(format) ? format : undefined;
}

/** Tells the format of a file. Throws file-empty, file-too-large, file-unsupported. */
export function sniff(bytes: Uint8Array): SniffedFile {
  if (bytes.length === 0) throw new AppError('file-empty');
  if (bytes.length > MAX_FILE_BYTES)
    throw new AppError('file-too-large', { details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } });
  const found = byMagic(bytes) ?? byHead(bytes) ?? plainText(bytes);
  if (found === undefined) throw new AppError('file-unsupported');
  return found;
}

/** The format of a picture file; undefined for all others. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const format = byMagic(bytes)?.format;
  return format !== undefined && isPictureFormat(format) ? format : undefined;
}

/** How each format with a mark of its own is told, the surest first. */
const MARKS: readonly (readonly [FileFormat, (bytes: Uint8Array) => boolean])[] = [
  ['jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['tiff', isTiff],
  ['gif', (bytes) => /^GIF8[79]a/.test(latin(bytes, 0, 6))],
  ['webp', (bytes) => /^RIFF.{4}WEBP/s.test(latin(bytes, 0, 12))],
  ['avif', (bytes) => brandsOf(bytes).some((brand) => AVIF.test(brand))],
  ['heic', (bytes) => brandsOf(bytes).some((brand) => HEIF.test(brand))],
  ['bmp', isBmp],
  ['word', (bytes) => isZip(bytes) && zipKind(bytes) === 'word'],
  ['mail', isMail],
  ['outlook', isOutlook],
  ['rtf', (bytes) => /^\{\\rtf1/.test(latin(bytes, 0, 16))],
  ['pdf', (bytes) => /%PDF-\d/.test(latin(bytes, 0, PDF_HEADER_WITHIN))],
];

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]);
}

/** Most entries that are looked at: more are no document of a program. */
const MOST_ENTRIES = 65_535;

/** What the names in a ZIP file say: a Word file, another program's document (ECMA-376 part 2, OpenDocument part 3, JAR), or files. */
function zipKind(bytes: Uint8Array): 'word' | 'document' | 'files' {
  try {
    const names = new Set(zipEntries(bytes, MOST_ENTRIES).map(({ name }) => name));
    if (names.has('[Content_Types].xml')) return names.has('word/document.xml') ? 'word' : 'document';
    return names.has('mimetype') || names.has('META-INF/MANIFEST.MF') ? 'document' : 'files';
  } catch {
    // No directory that can be read: what is wrong is said when it is opened.
    return 'files';
  }
}

/** Header fields only programs write, and of which every mail that was sent has some (RFC 5322 and 2045). Typed memos have From and To, too. */
const MAIL_FIELD =
  /^(?:message-id|mime-version|received|return-path|delivered-to|content-type|x-[\w-]{1,60}|dkim-signature):/im;
const FIELD = /^[!-9;-~]{1,80}:/;
const LONGEST_HEAD = 65_536;

/** A head of fields, one of them a program's and one of them From, before anything else. */
function isMail(bytes: Uint8Array): boolean {
  const start = latin(bytes, 0, LONGEST_HEAD);
  if (!FIELD.test(start)) return false;
  const head = /^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(start)?.[0] ?? '';
  const lines = head.trimEnd().split(/\r?\n/);
  const isHead = lines.every((line) => FIELD.test(line) || /^[ \t]/.test(line));
  return isHead && /^from:/im.test(head) && MAIL_FIELD.test(head);
}

/** A compound file (MS-CFB 2.2) with the properties every Outlook message has (MS-OXMSG 2.4); the names of its parts are UTF-16. */
function isOutlook(bytes: Uint8Array): boolean {
  const isCompound = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return isCompound && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(OUTLOOK_PART);
}
const OUTLOOK_PART = Buffer.from('__properties_version1.0', 'utf16le');

/** Brands of still pictures and of sequences (ISO/IEC 23008-12, and the AVIF specification). */
const HEIF = /^(?:hei[cxms]|hev[cxms]|miaf|mif[12]|msf1)$/;
const AVIF = /^avi[fs]$/;

function byMagic(bytes: Uint8Array): SniffedFile | undefined {
  const format = MARKS.find(([, isOne]) => isOne(bytes))?.[0];
  return format === undefined ? undefined : { format, mediaType: MEDIA_TYPES[format] };
}

/** Both byte orders, and their large-file form (version 43). */
function isTiff(bytes: Uint8Array): boolean {
  return [42, 43].some(
    (version) => startsWith(bytes, [0x49, 0x49, version, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, version]),
  );
}

/** Two letters alone could begin a text: the four bytes that are kept for later use are zero, and a header of a known length follows. */
function isBmp(bytes: Uint8Array): boolean {
  return (
    latin(bytes, 0, 2) === 'BM' && startsWith(bytes.subarray(6), [0, 0, 0, 0]) && BMP_HEADERS.includes(bytes[14] ?? 0)
  );
}
const BMP_HEADERS: readonly number[] = [12, 40, 52, 56, 64, 108, 124];

/** What a file that begins with a box of its type says it is compatible with (ISO/IEC 14496-12, 4.3). */
function brandsOf(bytes: Uint8Array): readonly string[] {
  if (latin(bytes, 4, 8) !== 'ftyp') return [];
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands = latin(bytes, 8, Math.min(length, FTYP_MOST)).match(/.{4}/gs) ?? [];
  // The second four bytes are a version.
  return brands.filter((_, index) => index !== 1);
}
const FTYP_MOST = 256;

/** HTML by its first tags, whatever stands before them that browsers pass over, too. */
function byHead(bytes: Uint8Array): SniffedFile | undefined {
  const head = (decodeText(bytes.subarray(0, HEAD_BYTES & ~1)) ?? latin(bytes, 0, HEAD_BYTES))
    .replace(/<!--.*?-->/gs, '')
    .trimStart();
  const isHtml = /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html|<head|<body)\b/i.test(head);
  return isHtml ? { format: 'html', mediaType: MEDIA_TYPES.html } : undefined;
}
const HEAD_BYTES = 4096;

function plainText(bytes: Uint8Array): SniffedFile | undefined {
  const text = decodeText(bytes);
  if (text === undefined || MARKED_UP.test(text.trimStart())) return undefined;
  if (text.trim() === '') throw new AppError('file-empty');
  return { format: 'text', mediaType: MEDIA_TYPES.text };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}
