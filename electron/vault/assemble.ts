// The open vault, put together from its parts once keys and database are at hand.
import { type ErrorCode, isAppError } from '../../shared/errors.ts';
import { ageKeysOf } from './age-header.ts';
import { generations, removeSuperfluous } from './backup/generations.ts';
import { lastBackup, rememberBackup } from './backup/last-backup.ts';
import { makeBackup } from './backup/make-backup.ts';
import { createBlobStore } from './blob-store.ts';
import type { Database } from './database.ts';
import { withFileErrors } from './file-errors.ts';
import { isAuthentic, type LoadedHeader, loadHeader } from './header-file.ts';
import { newestGeneration } from './header-generation.ts';
import { takeInventory } from './inventory.ts';
import { createKeptForms } from './kept-forms.ts';
import { ageIdentity, dedupeHash, type VaultKeys } from './keys.ts';
import type { Layout } from './layout.ts';
import type { VaultLock } from './lock.ts';
import { changePassphrase } from './passphrase.ts';
import { preferencesOf, savePreferences } from './preferences.ts';
import { createRecoveryWords } from './recovery-words.ts';
import { findStrays, sweepStrays } from './strays.ts';
import { createAnnotationTable } from './tables/annotations.ts';
import { createArrangementTable } from './tables/arrangements.ts';
import { createBlobDesk } from './tables/blob-desk.ts';
import { createCaseTable } from './tables/cases.ts';
import { createDocumentTable } from './tables/documents.ts';
import { createJobTable } from './tables/jobs.ts';
import { createKeptSearchTable } from './tables/kept-searches.ts';
import { createLookTable } from './tables/looks.ts';
import { createOlderPagesTable } from './tables/older-pages.ts';
import { createPacketTable } from './tables/packets.ts';
import { createTrash } from './tables/trash.ts';
import type { Vault } from './types.ts';
import { verifyVault } from './verify.ts';

/** Compares files and rows, and hands the vault out. Closing it closes the database, wipes the keys and releases the lock. */
export async function assemble(
  layout: Layout,
  vaultId: string,
  keys: VaultKeys,
  database: Database,
  lock: VaultLock,
): Promise<Vault> {
  const store = createBlobStore(layout, await ageKeysOf(ageIdentity(keys.blob)));
  const inventory = takeInventory(database, store);
  const desk = createBlobDesk(database, store);
  await desk.discard();
  const backupKeys = await ageKeysOf(ageIdentity(keys.backup));
  const isOwn = (header: LoadedHeader) => isAuthentic(header, keys.header);
  const documents = createDocumentTable(database, desk, (sha256) => dedupeHash(keys, sha256));
  const cases = createCaseTable(database);
  return {
    dir: layout.dir,
    vaultId,
    isReadOnly: false,
    inventory,
    strays: (now = new Date()) => withFileErrors(() => findStrays(database, store, layout, now)),
    sweep: (now = new Date()) => withFileErrors(() => sweepStrays(database, store, layout, now)),
    documents,
    annotations: createAnnotationTable(database),
    arrangements: createArrangementTable(database),
    cases,
    packets: createPacketTable(database, desk),
    jobs: createJobTable(database),
    searches: createKeptSearchTable(database),
    looks: createLookTable(database),
    olderPages: createOlderPagesTable(database),
    backup: (path, options) =>
      withFileErrors(async () => {
        const made = await makeBackup(
          { layout, vaultId, database, store, desk, keys: backupKeys, isOwn },
          path,
          options,
        );
        if (options?.counts !== false) await removeSuperfluous(database, vaultId, preferencesOf(database).keepBackups);
        return made;
      }),
    lastBackup: () => lastBackup(database),
    backups: () => generations(database),
    rememberBackup: (made) => rememberBackup(database, made),
    preferences: () => preferencesOf(database),
    setPreferences: (preferences) => savePreferences(database, preferences),
    keptForms: createKeptForms(database),
    verify: async (options) => {
      // What is replaced or removed meanwhile must not look missing.
      const release = desk.hold();
      try {
        return await verifyVault(database, store, options, await headerState(layout, database));
      } finally {
        await release();
      }
    },
    changePassphrase: (current, next, cost) =>
      withFileErrors(() => changePassphrase(layout, keys, current, next, database, cost)),
    recoveryWords: createRecoveryWords(layout, keys, database),
    trash: createTrash(database, desk),
    close: async () => {
      try {
        database.close();
      } finally {
        documents.letGo();
        cases.letGo();
        keys.wipe();
        lock.release();
      }
    },
  };
}

/** What is wrong with the header on disk while the vault is open. */
async function headerState(layout: Layout, database: Database): Promise<ErrorCode | undefined> {
  try {
    const { best } = await loadHeader(layout);
    return best.header.generation < newestGeneration(database) ? 'vault-header-older' : undefined;
  } catch (cause) {
    if (isAppError(cause)) return cause.code;
    throw cause;
  }
}
