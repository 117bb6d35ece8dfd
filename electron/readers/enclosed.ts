// What stands in a ZIP file or a mail: the list of files in it, and the bytes of one of them, each within limits.
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors.ts';
import type { MailFormat } from '../../shared/model/document.ts';
import { isOfTheSystem, plainName } from './file-name.ts';
import { MAX_FILE_BYTES, MAX_SWELL, SWELL_FROM_BYTES } from './limits.ts';
import { readMail } from './mail.ts';
import { readOutlook } from './outlook.ts';
import { DEFLATED, packedBytes, STORED, type ZipEntry, zipEntries } from './zip-directory.ts';

/** A file in another: its name without folders, its size as far as it is known before it is taken out, and why it can't be. */
export interface EnclosedFile {
  readonly name: string;
  readonly byteLength: number;
  readonly refused?: { readonly code: ErrorCode; readonly details: ErrorDetails } | undefined;
}

export interface Enclosing {
  readonly files: readonly EnclosedFile[];
  /** The bytes of one of the files. Throws what is wrong with this one alone. */
  take(index: number): Uint8Array;
}

/** What is attached to a mail. Throws file-damaged, and file-too-large for an Outlook message. */
export async function openMail(format: MailFormat, bytes: Uint8Array): Promise<Enclosing> {
  const { attachments } = await (format === 'mail' ? readMail(bytes) : readOutlook(bytes));
  return {
    files: attachments.map(({ name, content }) => ({ name, byteLength: content.byteLength })),
    take: (index) => {
      const attachment = attachments[index];
      if (attachment === undefined) throw new Error('no such attachment');
      return attachment.content;
    },
  };
}

/** Entries that are read from a directory at all; those above what is taken are only counted. */
const MOST_LISTED = 65_535;

/** The files of a ZIP file, without folders and without what the system put there. Throws zip-damaged, zip-empty. */
export function openZip(bytes: Uint8Array): Enclosing {
  let entries: readonly ZipEntry[];
  try {
    entries = zipEntries(bytes, MOST_LISTED).filter(({ name }) => !/[/\\]$/.test(name) && !isOfTheSystem(name));
  } catch (cause) {
    throw new AppError('zip-damaged', { cause });
  }
  if (entries.length === 0) throw new AppError('zip-empty');
  return {
    files: entries.map((entry, index) => ({
      name: plainName(entry.name, `File ${index + 1}`),
      byteLength: entry.size,
      refused: refusalOf(entry),
    })),
    take: (index) => {
      const entry = entries[index];
      if (entry === undefined) throw new Error('no such entry');
      return unpacked(bytes, entry);
    },
  };
}

function refusalOf({ isLocked, method, packed, size }: ZipEntry): EnclosedFile['refused'] {
  if (isLocked) return { code: 'zip-entry-locked', details: {} };
  if (method !== STORED && method !== DEFLATED) return { code: 'zip-entry-packed', details: {} };
  if (size > MAX_FILE_BYTES) return { code: 'file-too-large', details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } };
  if (size > SWELL_FROM_BYTES && size > packed * MAX_SWELL) return swells(size);
  return undefined;
}

function swells(size: number): NonNullable<EnclosedFile['refused']> {
  return { code: 'zip-entry-swells', details: { megabytes: Math.round(size / 1024 / 1024) } };
}

/** Never more than the directory says: an entry that inflates to more is not what it says it is. */
function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    const packed = packedBytes(bytes, entry);
    // A limit of zero bytes is not taken; the length is compared below.
    const data =
      entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    if (data.length !== entry.size || crc32(data) !== entry.crc32) throw new Error('not what the directory says');
    return data;
  } catch (cause) {
    throw new AppError('zip-entry-damaged', { cause });
  }
}
