// The clear start of a backup file: one line that says what it is, then the vault's header, so that passphrase or words open the rest.
import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { MAX_HEADER_BYTES } from '../../../shared/vault-format/header.ts';
import { systemCode } from '../file-errors.ts';
import { judgeHeader, type LoadedHeader } from '../header-file.ts';

/** The newest format of backups this code reads, and the one it writes. */
const BACKUP_FORMAT = 1;
const MAGIC = '{"magic":"appeal-vault-backup",';
const FIRST_LINE = `${MAGIC}"format":${BACKUP_FORMAT},"minReader":${BACKUP_FORMAT}}\n`;

/** What stands in front of the age file. */
export interface BackupStart {
  readonly header: LoadedHeader;
  /** Where the age file begins. */
  readonly ageFrom: number;
}

/** The bytes in front of the age file. */
export function backupStart(header: LoadedHeader): Uint8Array {
  return Buffer.concat([Buffer.from(FIRST_LINE, 'ascii'), header.bytes]);
}

/**
 * Reads and judges the start of a backup file, without any key. Throws file-not-found, file-unreadable, backup-not-one, backup-newer
 * (also for a vault format that is newer), backup-damaged.
 */
export async function readBackupStart(path: string): Promise<BackupStart> {
  const bytes = await firstBytes(path, FIRST_LINE.length + MAX_HEADER_BYTES);
  const text = bytes.toString('latin1');
  if (!text.startsWith(MAGIC)) throw new AppError('backup-not-one');
  if (!text.startsWith(FIRST_LINE)) throw new AppError(isNewer(text) ? 'backup-newer' : 'backup-damaged');

  const lines = /^[^\n]+\n[^\n]+\n[^\n]+\n/.exec(text.slice(FIRST_LINE.length))?.[0];
  if (lines === undefined) throw new AppError('backup-damaged');
  const judged = judgeHeader(Buffer.from(lines, 'latin1'));
  if (judged.state === 'newer') throw new AppError('backup-newer');
  if (judged.state !== 'ok') throw new AppError('backup-damaged');
  return { header: judged.loaded, ageFrom: FIRST_LINE.length + lines.length };
}

function isNewer(text: string): boolean {
  const numbers = /^\{"magic":"appeal-vault-backup","format":(\d{1,6}),"minReader":(\d{1,6})[,}]/.exec(text);
  return numbers !== null && Number(numbers[2]) > BACKUP_FORMAT;
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new AppError(systemCode(cause) === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { cause });
  }
}
