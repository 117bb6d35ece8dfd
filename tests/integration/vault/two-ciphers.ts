// A vault with a backup, each with a file that is sealed in several batches, and what another program finds in them.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { createVault, openVault } from '../../../electron/vault/vault.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';
import { PASSPHRASE, paper } from './vault-content.ts';

const BYTES = 2_200_000;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes them in a new folder; hands back the recovery words and the hash of the file. */
export async function fillVault(folder: string): Promise<{ readonly words: string; readonly sha256: string }> {
  mkdirSync(folder);
  const { vault, recoveryWords } = await createVault(join(folder, 'vault'), PASSPHRASE, { kdf: KDF_FLOOR });
  const bytes = randomBytes(BYTES);
  await vault.documents.add(paper('noise.bin', bytes));
  await vault.backup(join(folder, 'one.vaultbak'));
  await vault.close();
  return { words: recoveryWords.join(' '), sha256: hashOf(bytes) };
}

/** The hashes of all files of the vault and of its restored backup. Throws when a check names damage. */
export async function hashesOf(folder: string, words: string): Promise<readonly string[]> {
  const secret = { words: words.split(' ') };
  await restoreBackup(join(folder, 'one.vaultbak'), join(folder, 'restored'), secret);
  const hashes: string[] = [];
  for (const name of ['vault', 'restored']) {
    const vault = await openVault(join(folder, name), secret);
    const { damaged } = await vault.verify();
    if (damaged.length > 0) throw new Error(`Damaged: ${damaged.map(({ what }) => what).join(', ')}`);
    for (const { id } of vault.documents.list()) hashes.push(hashOf((await vault.documents.original(id)).bytes));
    await vault.close();
  }
  return hashes;
}
