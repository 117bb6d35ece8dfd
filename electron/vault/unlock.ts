// From a header and what the person knows to the keys, with the MAC checked before anything is believed.
import { AppError } from '../../shared/errors.ts';
import { type HeaderFiles, isAuthentic, type LoadedHeader } from './header-file.ts';
import { entropyOf } from './kdf.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import { unlockWithEntropy, unlockWithPassphrase } from './slots.ts';

/** What a person can open a vault with. */
export type Secret = { readonly passphrase: string } | { readonly words: readonly string[] };

/**
 * The keys, and the header that proved authentic.
 * Throws vault-wrong-passphrase, vault-wrong-recovery-words, and vault-tampered when a slot opened but the MAC over the whole header is wrong.
 */
export async function unlock(
  files: HeaderFiles,
  secret: Secret,
): Promise<{ readonly loaded: LoadedHeader; readonly keys: VaultKeys }> {
  const { header } = files.best;
  const vaultKey = await vaultKeyOf(files.best, secret);
  const keys = deriveKeys(vaultKey, header.vaultId);
  if (isAuthentic(files.best, keys.header)) return { loaded: files.best, keys };

  // Only the MAC line was hit when the spare says the same, word for word, under a right MAC.
  const spare = files.spare;
  if (spare !== undefined && spare.json === files.best.json && isAuthentic(spare, keys.header))
    return { loaded: spare, keys };
  keys.wipe();
  throw new AppError('vault-tampered');
}

/** The vault key out of the slots of a header. Throws vault-wrong-passphrase, vault-wrong-recovery-words. The caller wipes it. */
export async function vaultKeyOf(loaded: LoadedHeader, secret: Secret): Promise<Buffer> {
  const { vaultId, slots } = loaded.header;
  if ('passphrase' in secret) {
    const vaultKey = await unlockWithPassphrase(vaultId, slots, secret.passphrase);
    if (vaultKey === undefined) throw new AppError('vault-wrong-passphrase');
    return vaultKey;
  }
  const entropy = entropyOf(secret.words);
  const vaultKey = unlockWithEntropy(vaultId, slots, entropy);
  entropy.fill(0);
  if (vaultKey === undefined) throw new AppError('vault-wrong-recovery-words');
  return vaultKey;
}
