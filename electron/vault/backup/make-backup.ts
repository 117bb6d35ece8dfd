// Makes a backup: copy of the database → tar in an age file under a temporary name → read back → put in place → remembered. FORMAT.md section 7.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { AgeKeys } from '../age-header.ts';
import { openAgeFile } from '../age-reader.ts';
import { createAgeFile } from '../age-writer.ts';
import { syncFolder } from '../atomic.ts';
import { appendAudit } from '../audit.ts';
import type { BlobStore, StoredBlob } from '../blob-store.ts';
import type { Database } from '../database.ts';
import { systemCode } from '../file-errors.ts';
import { type LoadedHeader, loadHeader } from '../header-file.ts';
import { type Layout, README_TEXT } from '../layout.ts';
import type { BlobDesk } from '../tables/blob-desk.ts';
import { allBlobs } from '../tables/blobs.ts';
import { readArchive, type Source, writeArchive } from './archive.ts';
import { backupStart } from './container.ts';
import { type LastBackup, noteUnfinished, rememberBackup, unfinishedBackup } from './last-backup.ts';
import { blobMemberName, MANIFEST_NAME, type Manifest, type Member } from './manifest.ts';
import { type BackupOptions, countedProgress } from './progress.ts';
import { bytesOf, fileOf } from './sources.ts';

/** What of an open vault a backup is made of. */
export interface BackupOf {
  readonly layout: Layout;
  readonly vaultId: string;
  readonly database: Database;
  readonly store: BlobStore;
  readonly desk: BlobDesk;
  readonly keys: AgeKeys;
  /** True when a header is the vault's own. */
  readonly isOwn: (header: LoadedHeader) => boolean;
}

/**
 * Writes the vault into one new encrypted file, reads all of it back, and only then gives it its name; remembered as the last backup
 * unless the options say that it doesn't count yet.
 * Stored files that are damaged or missing already are counted, and don't stop it. Throws backup-exists, backup-disk-full, backup-unwritable,
 * backup-check-failed, vault-disk-full, vault-database-damaged, vault-tampered, cancelled; then the place is as it was.
 */
export async function makeBackup(vault: BackupOf, path: string, options: BackupOptions = {}): Promise<LastBackup> {
  if (existsSync(path)) throw new AppError('backup-exists');
  const { database, layout } = vault;
  await clearUnfinished(database);
  const { best: header } = await loadHeader(layout);
  if (!vault.isOwn(header)) throw new AppError('vault-tampered');

  const release = vault.desk.hold();
  const copy = join(layout.tmp, randomBytes(16).toString('hex'));
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    options.onProgress?.('Copying the database', 0, 1);
    noteUnfinished(database, unfinished);
    // One after the other without a pause: the copy and the list of files are of one moment.
    database.run('VACUUM INTO ?', copy);
    const blobs = allBlobs(database);
    const madeAt = new Date();

    const { backup, ...facts } = await writeFile(vault, { header, blobs, copy, madeAt, unfinished }, options);
    await putInPlace(unfinished, path).catch(asPlaceError);
    const made: LastBackup = { madeAt: madeAt.toISOString(), path, ...facts };
    try {
      database.transaction(() => {
        if (options.counts !== false) rememberBackup(database, made);
        noteUnfinished(database, undefined);
        appendAudit(database, 'backup-made', backup);
      });
    } catch (cause) {
      // Said to have failed, it must not stand in the way of the next try.
      await rm(path, { force: true }).catch(() => undefined);
      throw cause;
    }
    return made;
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw options.signal?.aborted ? new AppError('cancelled', { cause }) : cause;
  } finally {
    // What can't be removed now goes when the vault is opened again: no reason to call the backup failed.
    await rm(copy, { force: true }).catch(() => undefined);
    await release().catch(() => undefined);
  }
}

interface Moment {
  readonly header: LoadedHeader;
  readonly blobs: readonly StoredBlob[];
  readonly copy: string;
  readonly madeAt: Date;
  readonly unfinished: string;
}

/** Writes the unfinished file durably and reads it back. */
async function writeFile(
  vault: BackupOf,
  moment: Moment,
  options: BackupOptions,
): Promise<Pick<LastBackup, 'byteLength' | 'files' | 'unsound'> & { readonly backup: string }> {
  const before = backupStart(moment.header);
  const backup = randomBytes(16).toString('hex');
  const total = await bytesToCopy(moment);
  const file = await createAgeFile(vault.keys, moment.unfinished, 0, before).catch(asPlaceError);
  const written = { members: [] as Member[], damaged: [] as string[], missing: [] as string[] };
  try {
    const count = countedProgress(options, 'Writing the backup', 0, 2 * total);
    const sink = async (bytes: Uint8Array) => {
      count(bytes.length);
      await file.write(bytes).catch(asPlaceError);
    };
    await writeArchive(sink, moment.madeAt, async (put) => {
      const keep = async (source: Source) => void written.members.push(await put(source));
      await keep(bytesOf('vault.hdr', moment.header.bytes));
      await keep(bytesOf('README.txt', Buffer.from(README_TEXT, 'utf8')));
      await keep(await fileOf('db/main.db', moment.copy, 'refuse'));
      for (const blob of moment.blobs) await putBlob(vault.store, blob, keep, written);
      const manifest: Manifest = {
        magic: 'appeal-vault-backup-manifest',
        backup,
        vaultId: vault.vaultId,
        madeAt: moment.madeAt.toISOString(),
        ...written,
      };
      await put(bytesOf(MANIFEST_NAME, Buffer.from(JSON.stringify(manifest), 'utf8')));
    });
    await file.finish(new Uint8Array()).catch(asPlaceError);
  } finally {
    await file.close();
  }
  await readBack(vault.keys, moment.unfinished, before.length, written.members, {
    ...options,
    count: countedProgress(options, 'Reading it back', total, 2 * total),
  });
  const { size: byteLength } = await stat(moment.unfinished);
  const unsound = written.damaged.length + written.missing.length;
  return { backup, byteLength, files: moment.blobs.length - written.missing.length, unsound };
}

/** Puts a stored file as it is, and notes when it isn't what its row says. Bad places of the disk are zeros then: they don't keep the rest from being saved. */
async function putBlob(
  store: BlobStore,
  blob: StoredBlob,
  keep: (source: Source) => Promise<void>,
  written: { readonly members: readonly Member[]; readonly damaged: string[]; readonly missing: string[] },
): Promise<void> {
  const path = store.pathOf(blob.id);
  if (!existsSync(path)) return void written.missing.push(blob.id);
  await keep(await fileOf(blobMemberName(blob.id), path, 'zeros'));
  if (written.members.at(-1)?.sha256 !== blob.fileSha256) written.damaged.push(blob.id);
}

async function readBack(
  keys: AgeKeys,
  path: string,
  from: number,
  members: readonly Member[],
  options: { readonly count: (bytes: number) => void },
): Promise<void> {
  try {
    const file = await openAgeFile(keys, path, from);
    try {
      const read = await readArchive(file, async () => undefined, options.count);
      if (JSON.stringify(read.members) !== JSON.stringify(members)) throw new AppError('backup-damaged');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AppError && cause.code !== 'backup-damaged') throw cause;
    throw new AppError('backup-check-failed', { cause });
  }
}

/** Gives the file its name in one step, never that of a file that is there; durable on return. When that fails the name is free again. */
async function putInPlace(unfinished: string, path: string): Promise<void> {
  await giveName(unfinished, path);
  try {
    await rm(unfinished, { force: true });
    // Some disks can't make a folder durable; the file itself is.
    await syncFolder(dirname(path)).catch((cause) => {
      if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'].includes(systemCode(cause) ?? '')) throw cause;
    });
  } catch (cause) {
    await rm(path, { force: true }).catch(() => undefined);
    throw cause;
  }
}

async function giveName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST' || existsSync(path)) throw new AppError('backup-exists', { cause });
    // Some disks, as sticks have them, know no second name for a file.
    await rename(unfinished, path);
  }
}

/** Takes away what a backup left that was cut off by a crash. Its disk may not be there now: then the note stays. */
async function clearUnfinished(database: Database): Promise<void> {
  const path = unfinishedBackup(database);
  if (path === undefined || !existsSync(dirname(path))) return;
  await rm(path, { force: true }).catch(() => undefined);
  noteUnfinished(database, undefined);
}

async function bytesToCopy({ copy, blobs }: Moment): Promise<number> {
  const { size } = await stat(copy);
  return blobs.reduce((sum, blob) => sum + blob.length, size);
}

/** The error of a place that refuses the backup, as against the vault's own disk. */
function asPlaceError(cause: unknown): never {
  const code = systemCode(cause);
  if (cause instanceof AppError || code === undefined) throw cause;
  if (code === 'EEXIST') throw new AppError('backup-exists', { cause });
  throw new AppError(
    code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'backup-disk-full' : 'backup-unwritable',
    {
      cause,
    },
  );
}
