// Makes a vault's database anew from its stored files, when the old one is lost or can't be read: papers, names and bytes come back, what only the
// database knew does not. The old database is put aside, never deleted. FORMAT.md section 8.
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { FileFormat, MEDIA_TYPES } from '../../../shared/model/document.ts';
import type { Rebuilt } from '../../../shared/model/rebuilt.ts';
import { ageKeysOf } from '../age-header.ts';
import { syncFolder } from '../atomic.ts';
import { appendAudit } from '../audit.ts';
import { createBlobStore } from '../blob-store.ts';
import { assertRuntime, createDatabase, type Database, openDatabase } from '../database.ts';
import { systemCode, withFileErrors } from '../file-errors.ts';
import { loadHeader, mendHeaders } from '../header-file.ts';
import { ageIdentity, dedupeHash, type VaultKeys } from '../keys.ts';
import { FOLDER_MODE, type Layout, layoutOf } from '../layout.ts';
import { acquireLock } from '../lock.ts';
import { migrate, SCHEMA_VERSION } from '../migrations/migrate.ts';
import { emptyTmp, namesIn } from '../prepare-folder.ts';
import { createBlobDesk } from '../tables/blob-desk.ts';
import { createDocumentTable, insertOriginal } from '../tables/documents.ts';
import { type Secret, unlock } from '../unlock.ts';
import { isDatabaseWhole } from '../verify.ts';
import { type Finds, findStored } from './finds.ts';

export interface RebuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((stage: string, done: number, total: number) => void) | undefined;
}

/**
 * Opens the vault's header, makes a new database of all stored files in `tmp/`, and puts it in the place of the old one. May be cut off at any moment and
 * repeated. Throws vault-rebuild-not-needed when the database can be read, what unlocking throws, vault-in-use, vault-newer, vault-disk-full,
 * vault-read-only, cancelled; then nothing was changed.
 */
export async function rebuildVault(dir: string, secret: Secret, options: RebuildOptions = {}): Promise<Rebuilt> {
  assertRuntime(process.versions.napi);
  return withFileErrors(async () => {
    const layout = layoutOf(dir);
    const files = await loadHeader(layout);
    const lock = acquireLock(layout.lock);
    try {
      const { loaded, keys } = await unlock(files, secret);
      try {
        await assertLost(layout, keys, loaded.header.vaultId);
        await emptyTmp(layout);
        await mendHeaders(layout, loaded);
        const rebuilt = await fillNew(layout, keys, loaded.header.vaultId, options);
        options.onProgress?.('Putting the new database in place', 1, 1);
        const putAside = await swap(layout);
        return { ...rebuilt, ...(putAside !== undefined && { putAside }) };
      } finally {
        keys.wipe();
      }
    } finally {
      lock.release();
    }
  });
}

/** Where the new database grows. What a cut-off rebuild leaves is emptied on opening, like all of `tmp/`. */
const newFolder = (layout: Layout) => join(layout.tmp, 'rebuild');

/** A database that can be read to its end is not rebuilt: it knows more than the files. */
async function assertLost(layout: Layout, keys: VaultKeys, vaultId: string): Promise<void> {
  let database: Database;
  // A file that may not be read is not lost; SQLite would only say that it can't be opened.
  await access(layout.database, constants.R_OK).catch((cause) => {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  });
  try {
    database = await openDatabase(layout.database, keys.database);
  } catch (cause) {
    if (isAppError(cause) && cause.code === 'vault-database-damaged') return;
    throw cause;
  }
  try {
    if (Number(database.pragma('user_version')) > SCHEMA_VERSION) throw new AppError('vault-newer');
    if (isDatabaseWhole(database) && idIn(database) === vaultId) throw new AppError('vault-rebuild-not-needed');
  } finally {
    close(database);
  }
}

/** Closing also writes what is in the log, which a damaged file may refuse: then it is put aside as it is. */
function close(database: Database): void {
  try {
    database.close();
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'vault-database-damaged') throw cause;
  }
}

function idIn(database: Database): string | undefined {
  return database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'vault-id'")?.value;
}

async function fillNew(
  layout: Layout,
  keys: VaultKeys,
  vaultId: string,
  { signal, onProgress }: RebuildOptions,
): Promise<Omit<Rebuilt, 'putAside'>> {
  const store = createBlobStore(layout, await ageKeysOf(ageIdentity(keys.blob)));
  const finds = await findStored(store, {
    signal,
    onProgress: (done, total) => onProgress?.('Looking at every stored file', done, total),
  });
  const folder = newFolder(layout);
  await mkdir(folder, { mode: FOLDER_MODE });
  const path = join(folder, basename(layout.database));
  const database = await createDatabase(path, keys.database);
  try {
    const dedupe = (sha256: Uint8Array) => dedupeHash(keys, sha256);
    await migrate(database, layout);
    onProgress?.('Writing the new database', 0, 1);
    const counts = addPapers(database, vaultId, finds, dedupe);
    const documents = createDocumentTable(database, createBlobDesk(database, store), dedupe);
    const total = finds.packets.length + finds.strayPictures.length;
    let done = 0;
    /** Files that were not papers become some: copied, since a stored file says what it is. */
    const copyAll = async (from: Finds['packets'], format: FileFormat, name: (count: number) => string) => {
      let copied = 0;
      for (const { blob, fileName = name(copied + 1) } of from) {
        if (signal?.aborted) throw new AppError('cancelled');
        onProgress?.('Taking over packets and pictures', done, total);
        done += 1;
        const bytes = await store.read(blob);
        const { isKnown } = await documents.addUnlessKnown({ fileName, format, mediaType: blob.mediaType, bytes });
        if (isKnown) continue;
        copied += 1;
      }
      return copied;
    };
    const packets = await copyAll(finds.packets, 'pdf', (count) => `Packet built before ${count}.pdf`);
    const pictures = await copyAll(finds.strayPictures, 'jpeg', (count) => `Page of a lost paper ${count}.jpg`);
    return { ...counts, packets, pictures, damaged: [...finds.damaged] };
  } finally {
    database.close();
    await syncFolder(folder);
  }
}

/** All papers in one transaction; a second file of the same bytes, as a crash may leave one, is left alone. */
function addPapers(
  database: Database,
  vaultId: string,
  { papers }: Finds,
  dedupe: (sha256: Uint8Array) => Uint8Array,
): Pick<Rebuilt, 'papers' | 'unnamed'> {
  return database.transaction(() => {
    database.run("INSERT INTO meta (name, value) VALUES ('vault-id', ?)", vaultId);
    appendAudit(database, 'vault-rebuilt', vaultId);
    const seen = new Set<string>();
    const counts = { papers: 0, unnamed: 0 };
    for (const { id, blob, fileName } of papers) {
      if (seen.has(blob.sha256) || seen.has(id)) continue;
      seen.add(blob.sha256).add(id);
      counts.papers += 1;
      const format = formatOf(blob.mediaType);
      if (fileName === undefined) counts.unnamed += 1;
      insertOriginal(
        database,
        { id, format, fileName: fileName ?? `Paper ${counts.unnamed}.${endingOf(format)}` },
        blob,
        dedupe,
      );
    }
    return counts;
  });
}

/**
 * Puts the old folder of the database aside and the new one in its place: two renames. Cut off between them the vault has no database, and the rebuild is
 * repeated. Hands back where the old one is.
 */
async function swap(layout: Layout): Promise<string | undefined> {
  let putAside: string | undefined;
  if ((await namesIn(layout.databaseDir)).length > 0) {
    putAside = await freeName(layout);
    await rename(layout.databaseDir, putAside);
  } else await rm(layout.databaseDir, { recursive: true, force: true });
  await rename(newFolder(layout), layout.databaseDir);
  await syncFolder(layout.tmp);
  await syncFolder(layout.dir);
  return putAside;
}

async function freeName(layout: Layout): Promise<string> {
  const taken = new Set(await namesIn(layout.dir));
  for (let count = 1; ; count += 1)
    if (!taken.has(`db.damaged-${count}`)) return join(layout.dir, `db.damaged-${count}`);
}

/** The format as the media type tells it, for those that were stored by their content. */
function formatOf(mediaType: string): FileFormat {
  return FileFormat.options.find((format) => MEDIA_TYPES[format] === mediaType) ?? 'text';
}

const ENDINGS: Readonly<Partial<Record<FileFormat, string>>> = {
  text: 'txt',
  jpeg: 'jpg',
  tiff: 'tif',
  mail: 'eml',
  word: 'docx',
};

function endingOf(format: FileFormat): string {
  return ENDINGS[format] ?? format;
}
