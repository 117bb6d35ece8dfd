// The vault: create, open, recover; and the open vault as the rest of the core sees it.
import { randomBytes } from 'node:crypto';
import { AppError, type ErrorCode, isAppError } from '../../shared/errors.ts';
import {
  DEFAULT_KDF,
  type Header,
  isKdfWithinBounds,
  type KdfParams,
  VAULT_FORMAT,
} from '../../shared/vault-format/header.ts';
import { ageKeysOf } from './age-header.ts';
import { appendAudit } from './audit.ts';
import { generations, removeSuperfluous } from './backup/generations.ts';
import { lastBackup, rememberBackup } from './backup/last-backup.ts';
import { makeBackup } from './backup/make-backup.ts';
import { createBlobStore } from './blob-store.ts';
import { assertRuntime, createDatabase, type Database, openDatabase } from './database.ts';
import { withFileErrors } from './file-errors.ts';
import {
  isAuthentic,
  type LoadedHeader,
  loadHeader,
  mendHeaders,
  sealHeader,
  withdrawHeaders,
  writeHeader,
} from './header-file.ts';
import { newestGeneration, noteGeneration } from './header-generation.ts';
import { removeOldOrphans, takeInventory } from './inventory.ts';
import { assertStrongEnough, wordsOf } from './kdf.ts';
import { ageIdentity, dedupeHash, deriveKeys, type VaultKeys } from './keys.ts';
import { isVault, type Layout, layoutOf } from './layout.ts';
import { acquireLock, type VaultLock } from './lock.ts';
import { migrate, removeSupersededCopies } from './migrations/migrate.ts';
import { changePassphrase, replacePassphrase } from './passphrase.ts';
import { preferencesOf, savePreferences } from './preferences.ts';
import { assertUsableFolder, emptyTmp, mendReadme, prepareFolder } from './prepare-folder.ts';
import { createRecoveryWords } from './recovery-words.ts';
import { newPassSlot, newRecoverySlot } from './slots.ts';
import { createBlobDesk } from './tables/blob-desk.ts';
import { createCaseTable } from './tables/cases.ts';
import { createDocumentTable } from './tables/documents.ts';
import { createJobTable } from './tables/jobs.ts';
import { createKeptSearchTable } from './tables/kept-searches.ts';
import { createLookTable } from './tables/looks.ts';
import { createPacketTable } from './tables/packets.ts';
import { createTrash } from './tables/trash.ts';
import type { Vault } from './types.ts';
import { type Secret, unlock } from './unlock.ts';
import { verifyVault } from './verify.ts';

export { isVault };

/**
 * Creates a vault in a folder that is empty or does not exist, and opens it. The recovery words exist only in the answer.
 * Throws passphrase-too-weak, vault-exists, vault-folder-not-empty, vault-read-only, vault-disk-full, runtime-too-old.
 */
export async function createVault(
  dir: string,
  passphrase: string,
  options: { readonly kdf?: KdfParams } = {},
): Promise<{ readonly vault: Vault; readonly recoveryWords: string[] }> {
  assertRuntime(process.versions.napi);
  assertStrongEnough(passphrase);
  const cost = options.kdf ?? DEFAULT_KDF;
  if (!isKdfWithinBounds(cost)) throw new RangeError('These costs of the passphrase would be refused on opening');

  return withFileErrors(async () => {
    const layout = layoutOf(dir);
    await assertUsableFolder(layout);
    const lock = acquireLock(layout.lock);
    try {
      await prepareFolder(layout);
      const vaultId = randomBytes(16).toString('hex');
      const keys = deriveKeys(randomBytes(32), vaultId);
      const database = await createDatabase(layout.database, keys.database);
      try {
        await migrate(database, layout);
        database.transaction(() => {
          database.run("INSERT INTO meta (name, value) VALUES ('vault-id', ?)", vaultId);
          appendAudit(database, 'vault-created', vaultId);
        });
        const recoveryWords = await writeFirstHeader(layout, vaultId, keys, passphrase, cost);
        return { vault: await assemble(layout, vaultId, keys, database, lock), recoveryWords };
      } catch (cause) {
        // Nobody was told its recovery words.
        await withdrawHeaders(layout).catch(() => undefined);
        database.close();
        throw cause;
      }
    } catch (cause) {
      lock.release();
      throw cause;
    }
  });
}

/**
 * Opens a vault. Throws vault-not-found, vault-header-damaged, vault-newer, vault-tampered, vault-wrong-passphrase, vault-wrong-recovery-words,
 * vault-in-use, vault-database-damaged, vault-read-only, vault-disk-full, runtime-too-old.
 */
export function openVault(dir: string, secret: Secret): Promise<Vault> {
  return openWith(dir, secret, undefined);
}

/** Opens with the recovery words and sets a new passphrase; the old one no longer opens this vault. Throws as openVault does, and passphrase-too-weak. */
export async function recoverVault(dir: string, words: readonly string[], newPassphrase: string): Promise<Vault> {
  assertStrongEnough(newPassphrase);
  return openWith(dir, { words }, newPassphrase);
}

async function openWith(dir: string, secret: Secret, newPassphrase: string | undefined): Promise<Vault> {
  assertRuntime(process.versions.napi);
  return withFileErrors(async () => {
    const layout = layoutOf(dir);
    const files = await loadHeader(layout);
    const lock = acquireLock(layout.lock);
    try {
      const { loaded, keys } = await unlock(files, secret);
      const database = await openDatabase(layout.database, keys.database);
      try {
        await migrate(database, layout);
        assertSameVault(database, loaded.header.vaultId);
        await emptyTmp(layout);
        await mendHeaders(layout, loaded);
        await removeSupersededCopies(layout, lastBackup(database)?.madeAt);
        await mendReadme(layout);
        noteGeneration(database, loaded.header.generation);
        if (newPassphrase !== undefined) await replacePassphrase(layout, loaded, keys, newPassphrase, database);
        return await assemble(layout, loaded.header.vaultId, keys, database, lock);
      } catch (cause) {
        database.close();
        throw cause;
      }
    } catch (cause) {
      lock.release();
      throw cause;
    }
  });
}

async function assemble(
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
  return {
    dir: layout.dir,
    vaultId,
    inventory,
    removeOldOrphans: (today = new Date()) => withFileErrors(() => removeOldOrphans(database, store, today)),
    documents: createDocumentTable(database, desk, (sha256) => dedupeHash(keys, sha256)),
    cases: createCaseTable(database),
    packets: createPacketTable(database, desk),
    jobs: createJobTable(database),
    searches: createKeptSearchTable(database),
    looks: createLookTable(database),
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
        keys.wipe();
        lock.release();
      }
    },
  };
}

/** Makes the two slots and writes the header, last of all: without it the folder is not a vault yet, and creating can be repeated. */
async function writeFirstHeader(
  layout: Layout,
  vaultId: string,
  keys: VaultKeys,
  passphrase: string,
  cost: KdfParams,
): Promise<string[]> {
  const entropy = randomBytes(32);
  const slots = [
    await newPassSlot(vaultId, keys.vaultKey, passphrase, cost),
    newRecoverySlot(vaultId, keys.vaultKey, entropy),
  ];
  const header: Header = {
    magic: 'appeal-vault',
    format: VAULT_FORMAT,
    minReader: VAULT_FORMAT,
    vaultId,
    generation: 1,
    ciphers: {
      database: 'sqlcipher-4',
      blobs: 'age-v1-x25519',
      wrap: 'aes-256-gcm',
      subkeys: 'hkdf-sha256',
      mac: 'hmac-sha256',
    },
    slots,
  };
  await writeHeader(layout, undefined, sealHeader(header, keys.header));
  const words = wordsOf(entropy);
  entropy.fill(0);
  return words;
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

function assertSameVault(database: Database, vaultId: string): void {
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'vault-id'");
  if (row?.value !== vaultId) throw new AppError('vault-tampered');
}
