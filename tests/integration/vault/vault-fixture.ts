// Throw-away vaults for the vault's own tests, at the lowest cost of the passphrase that a reader accepts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Vault } from '../../../electron/vault/types.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { PASSPHRASE } from './vault-content.ts';

/** A folder of its own that goes away after the tests of the file. Call it at the top of the file: inside a test nothing would take it away. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-store-test-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export interface NewVault {
  readonly dir: string;
  readonly vault: Vault;
  readonly recoveryWords: readonly string[];
}

/** A new, open vault. */
export async function newVault(dir: string): Promise<NewVault> {
  return { dir, ...(await createVault(dir, PASSPHRASE, { kdf: KDF_FLOOR })) };
}
