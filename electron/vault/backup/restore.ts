// Restores a backup into an empty folder. The header comes last: until every byte was checked, the folder is not a vault. FORMAT.md section 7.
import { existsSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { type AgeKeys, ageKeysOf } from '../age-header.ts';
import { openAgeFile } from '../age-reader.ts';
import { ensureFolder, replaceFile, syncFolder } from '../atomic.ts';
import { appendAudit } from '../audit.ts';
import { assertRuntime, openDatabase } from '../database.ts';
import { systemCode, withFileErrors } from '../file-errors.ts';
import { isAuthentic, type LoadedHeader, mendHeaders, withdrawHeaders } from '../header-file.ts';
import { ageIdentity, deriveKeys, type VaultKeys } from '../keys.ts';
import { FILE_MODE, FOLDER_MODE, isVault, type Layout, layoutOf } from '../layout.ts';
import { acquireLock } from '../lock.ts';
import { SCHEMA_VERSION } from '../migrations/migrate.ts';
import { emptyTmp } from '../prepare-folder.ts';
import { allBlobs } from '../tables/blobs.ts';
import { type Secret, vaultKeyOf } from '../unlock.ts';
import { type MemberSink, readArchive } from './archive.ts';
import { type BackupStart, readBackupStart } from './container.ts';
import { rememberBackup } from './last-backup.ts';
import { blobMemberName, type Manifest, type Member } from './manifest.ts';
import { type BackupOptions, countedProgress } from './progress.ts';

export interface Restored {
  readonly vaultId: string;
  /** When the backup was made, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** Stored files that are there again. */
  readonly files: number;
  /** Stored files that had been damaged or missing when the backup was made. */
  readonly unsound: number;
}

/** Kept in the new folder while it is being filled, so that what a cut-off restore left can be told from a vault that lost its header. */
const MARK = 'restoring';

/**
 * Opens a backup with the passphrase or the words of its time, checks all of it on the way, and makes the vault of it in a folder that is
 * empty or does not exist. Throws file-not-found, file-unreadable, backup-not-one, backup-newer, backup-damaged, vault-wrong-passphrase,
 * vault-wrong-recovery-words, vault-exists, vault-folder-not-empty, vault-disk-full, vault-read-only, cancelled; then nothing is left in the folder.
 */
export async function restoreBackup(
  path: string,
  dir: string,
  secret: Secret,
  options: BackupOptions = {},
): Promise<Restored> {
  assertRuntime(process.versions.napi);
  return withFileErrors(async () => {
    const start = await readBackupStart(path);
    const layout = layoutOf(dir);
    await assertEmpty(layout);
    const keys = await keysOf(start.header, secret);
    try {
      const isNew = !existsSync(dir);
      await ensureFolder(dir);
      const lock = acquireLock(layout.lock);
      let isDone = false;
      try {
        const restored = await fill(path, start, layout, keys, options);
        isDone = true;
        return restored;
      } catch (cause) {
        throw options.signal?.aborted ? new AppError('cancelled', { cause }) : cause;
      } finally {
        try {
          if (!isDone) await clear(layout);
        } finally {
          // Also where the disk refuses the clearing, too: the next try does it then.
          lock.release();
        }
        if (!isDone && isNew) await rmdir(dir).catch(() => undefined);
      }
    } finally {
      keys.wipe();
    }
  });
}

/** The identity that opens the age file in a backup with any age program. Throws as `restoreBackup` does before it touches the folder. */
export async function backupIdentity(path: string, secret: Secret): Promise<string> {
  const { header } = await readBackupStart(path);
  const keys = await keysOf(header, secret);
  const identity = ageIdentity(keys.backup);
  keys.wipe();
  return identity;
}

async function keysOf(header: LoadedHeader, secret: Secret): Promise<VaultKeys> {
  const keys = deriveKeys(await vaultKeyOf(header, secret), header.header.vaultId);
  if (isAuthentic(header, keys.header)) return keys;
  keys.wipe();
  throw new AppError('backup-damaged');
}

/** Fills the folder with everything but the header, checks it, and writes the header. */
async function fill(
  path: string,
  start: BackupStart,
  layout: Layout,
  keys: VaultKeys,
  options: BackupOptions,
): Promise<Restored> {
  await clearParts(layout);
  await chmod(layout.dir, FOLDER_MODE);
  await ensureFolder(layout.tmp);
  await writeFile(join(layout.tmp, MARK), '', { mode: FILE_MODE });
  await syncFolder(layout.tmp);
  await ensureFolder(layout.databaseDir);
  await ensureFolder(layout.blobs);

  const { manifest, members } = await unpack(path, start, layout, await ageKeysOf(ageIdentity(keys.backup)), options);
  await syncAll(layout);
  await checkDatabase(path, start, layout, keys, manifest, members);
  options.signal?.throwIfAborted();
  // From this step on the folder is a vault; what is left to do, opening does too.
  await replaceFile(layout.tmp, layout.header, start.header.bytes);
  await mendHeaders(layout, start.header);
  await emptyTmp(layout);
  return {
    vaultId: manifest.vaultId,
    madeAt: manifest.madeAt,
    files: members.filter(({ name }) => name.startsWith('blobs/')).length,
    unsound: manifest.damaged.length + manifest.missing.length,
  };
}

async function unpack(path: string, start: BackupStart, layout: Layout, keys: AgeKeys, options: BackupOptions) {
  const file = await openBackup(keys, path, start.ageFrom);
  const open = new Set<FileHandle>();
  try {
    const count = countedProgress(options, 'Restoring', 0, file.length);
    return await readArchive(file, (member) => sinkFor(layout, member, start.header.bytes, open), count);
  } finally {
    for (const handle of open) await handle.close();
    await file.close();
  }
}

async function openBackup(keys: AgeKeys, path: string, from: number) {
  try {
    return await openAgeFile(keys, path, from);
  } catch (cause) {
    throw systemCode(cause)?.startsWith('E') ? cause : new AppError('backup-damaged', { cause });
  }
}

/** Writes a member to its place, durably. The header is only compared: it is written when all is well. Files being written are in `handles`. */
async function sinkFor(
  layout: Layout,
  { name }: { readonly name: string },
  header: Uint8Array,
  handles: Set<FileHandle>,
): Promise<MemberSink> {
  if (name === 'vault.hdr') return sameBytes(header);
  const path = join(layout.dir, name);
  if (name.startsWith('blobs/')) await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  const file = await open(path, 'wx', FILE_MODE);
  handles.add(file);
  return {
    write: (bytes) => file.writeFile(bytes),
    end: async () => {
      await file.sync();
      await file.close();
      handles.delete(file);
    },
  };
}

function sameBytes(expected: Uint8Array): MemberSink {
  let at = 0;
  return {
    write: async (bytes) => {
      if (!Buffer.from(expected.subarray(at, at + bytes.length)).equals(bytes)) throw new AppError('backup-damaged');
      at += bytes.length;
    },
    end: async () => {
      if (at !== expected.length) throw new AppError('backup-damaged');
    },
  };
}

/** The database opens, is of this vault, and every file it names is there with its hash, but for those the backup says it never had whole. */
async function checkDatabase(
  path: string,
  start: BackupStart,
  layout: Layout,
  keys: VaultKeys,
  manifest: Manifest,
  members: readonly Member[],
): Promise<void> {
  const database = await openDatabase(layout.database, keys.database).catch(asDamage);
  try {
    if (Number(database.pragma('user_version')) > SCHEMA_VERSION) throw new AppError('backup-newer');
    const { vaultId } = start.header.header;
    const own = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'vault-id'")?.value;
    const hashes = new Map(members.map(({ name, sha256 }) => [name, sha256]));
    const unsound = new Set([...manifest.damaged, ...manifest.missing]);
    const rows = allBlobs(database);
    const isWhole = rows.every(
      ({ id, fileSha256 }) => unsound.has(id) || hashes.get(blobMemberName(id)) === fileSha256,
    );
    if (own !== vaultId || manifest.vaultId !== vaultId || !isWhole) throw new AppError('backup-damaged');
    const { size: byteLength } = await stat(path);
    database.transaction(() => {
      const files = hashes.size - [...hashes.keys()].filter((name) => !name.startsWith('blobs/')).length;
      rememberBackup(database, { madeAt: manifest.madeAt, path, byteLength, files, unsound: unsound.size });
      appendAudit(database, 'vault-restored', manifest.backup);
    });
  } finally {
    database.close();
  }
}

function asDamage(cause: unknown): never {
  throw isAppError(cause) && cause.code === 'vault-database-damaged'
    ? new AppError('backup-damaged', { cause })
    : cause;
}

async function assertEmpty(layout: Layout): Promise<void> {
  if (isVault(layout.dir)) throw new AppError('vault-exists');
  if (existsSync(join(layout.tmp, MARK))) return;
  // A restore cut off before its mark, or while it was clearing up, leaves the lock and an empty folder for what is being written.
  const own = new Set([basename(layout.lock), basename(layout.tmp)]);
  const others = (await namesIn(layout.dir)).filter((name) => !own.has(name));
  if (others.length > 0 || (await namesIn(layout.tmp)).length > 0) throw new AppError('vault-folder-not-empty');
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    if (systemCode(cause) === 'ENOTDIR') throw new AppError('vault-folder-not-empty', { cause });
    throw cause;
  }
}

/** Removes the parts of a restore that did not come to its end; the mark goes last, so that this can be repeated. */
async function clear(layout: Layout): Promise<void> {
  await withdrawHeaders(layout);
  await clearParts(layout);
  await rm(layout.tmp, { recursive: true, force: true });
  await syncFolder(layout.dir);
}

async function clearParts(layout: Layout): Promise<void> {
  for (const part of [layout.databaseDir, layout.blobs, layout.readme])
    await rm(part, { recursive: true, force: true });
}

async function syncAll(layout: Layout): Promise<void> {
  for (const folder of await readdir(layout.blobs)) await syncFolder(join(layout.blobs, folder));
  for (const folder of [layout.blobs, layout.databaseDir, layout.dir]) await syncFolder(folder);
}
