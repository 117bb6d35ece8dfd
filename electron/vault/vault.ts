// The vault: create, open, recover; and the open vault as the rest of the core sees it.
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import {
  DEFAULT_KDF,
  type Header,
  isKdfWithinBounds,
  type KdfParams,
  VAULT_FORMAT,
} from '../../shared/vault-format/header.ts';
import { assemble } from './assemble.ts';
import { appendAudit } from './audit.ts';
import { lastBackup } from './backup/last-backup.ts';
import { assertRuntime, createDatabase, type Database, openDatabase } from './database.ts';
import { withFileErrors } from './file-errors.ts';
import { loadHeader, mendHeaders, sealHeader, withdrawHeaders, writeHeader } from './header-file.ts';
import { noteGeneration } from './header-generation.ts';
import { assertStrongEnough, wordsOf } from './kdf.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import { isVault, type Layout, layoutOf } from './layout.ts';
import { acquireLock, assertNotHeld } from './lock.ts';
import { migrate, removeSupersededCopies } from './migrations/migrate.ts';
import { replacePassphrase } from './passphrase.ts';
import { assertUsableFolder, emptyTmp, mendReadme, prepareFolder } from './prepare-folder.ts';
import { openDatabaseReadOnly, readOnlyVault } from './read-only.ts';
import { newPassSlot, newRecoverySlot } from './slots.ts';
import type { Vault } from './types.ts';
import { type Secret, unlock } from './unlock.ts';

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
  return openWith(dir, secret);
}

/**
 * Opens a vault for reading only, and changes nothing in its folder, which need not be writable: no lock is taken, no log written, nothing mended. Throws as
 * openVault does, but vault-read-only.
 */
export async function openVaultReadOnly(dir: string, secret: Secret): Promise<Vault> {
  assertRuntime(process.versions.napi);
  return withFileErrors(async () => {
    const layout = layoutOf(dir);
    const files = await loadHeader(layout);
    assertNotHeld(layout.lock);
    const { loaded, keys } = await unlock(files, secret);
    const database = await openDatabaseReadOnly(layout, keys.database);
    try {
      assertSameVault(database, loaded.header.vaultId);
      return readOnlyVault(await assemble(layout, loaded.header.vaultId, keys, database, { release: () => undefined }));
    } catch (cause) {
      database.close();
      throw cause;
    }
  });
}

/**
 * Opens with the recovery words and sets a new passphrase, whose cost is measured once the words have opened the vault; the old one no longer opens it.
 * Throws as openVault does, and passphrase-too-weak.
 */
export async function recoverVault(
  dir: string,
  words: readonly string[],
  newPassphrase: string,
  cost?: () => Promise<KdfParams>,
): Promise<Vault> {
  assertStrongEnough(newPassphrase);
  return openWith(dir, { words }, { newPassphrase, cost });
}

interface Replacement {
  readonly newPassphrase: string;
  readonly cost: (() => Promise<KdfParams>) | undefined;
}

async function openWith(dir: string, secret: Secret, replacement?: Replacement): Promise<Vault> {
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
        if (replacement !== undefined)
          await replacePassphrase(
            layout,
            loaded,
            keys,
            replacement.newPassphrase,
            database,
            await replacement.cost?.(),
          );
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

function assertSameVault(database: Database, vaultId: string): void {
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'vault-id'");
  if (row?.value !== vaultId) throw new AppError('vault-tampered');
}
