// Slots: the vault key wrapped once for the passphrase and once for the recovery words.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KdfParams, PassSlot, RecoverySlot, Slot } from '../../shared/vault-format/header.ts';
import { slotAssociatedData } from '../../shared/vault-format/header.ts';
import { passphraseKey, recoveryKey } from './kdf.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 32;

/** A new passphrase slot around the vault key. */
export async function newPassSlot(
  vaultId: string,
  vaultKey: Uint8Array,
  passphrase: string,
  cost: KdfParams,
): Promise<PassSlot> {
  const kdf = {
    name: 'argon2id' as const,
    memoryKiB: cost.memoryKiB,
    passes: cost.passes,
    lanes: cost.lanes,
    salt: randomBytes(SALT_BYTES).toString('hex'),
  };
  const unsealed = { kind: 'pass' as const, id: newSlotId(), createdOn: todayUtc(), kdf };
  return { ...unsealed, ...seal(vaultId, unsealed, await passphraseKey(passphrase, kdf), vaultKey) };
}

/** A new recovery slot around the vault key. */
export function newRecoverySlot(vaultId: string, vaultKey: Uint8Array, entropy: Uint8Array): RecoverySlot {
  const kdf = { name: 'hkdf-sha256' as const, salt: randomBytes(SALT_BYTES).toString('hex') };
  const unsealed = { kind: 'recovery' as const, id: newSlotId(), createdOn: todayUtc(), kdf };
  return { ...unsealed, ...seal(vaultId, unsealed, recoveryKey(entropy, kdf), vaultKey) };
}

/** The vault key by the passphrase, or undefined when no passphrase slot opens. */
export async function unlockWithPassphrase(
  vaultId: string,
  slots: readonly Slot[],
  passphrase: string,
): Promise<Buffer | undefined> {
  for (const slot of slots) {
    if (slot.kind !== 'pass') continue;
    const vaultKey = unseal(vaultId, slot, await passphraseKey(passphrase, slot.kdf));
    if (vaultKey !== undefined) return vaultKey;
  }
  return undefined;
}

/** The vault key by the entropy of the recovery words, or undefined when no recovery slot opens. */
export function unlockWithEntropy(vaultId: string, slots: readonly Slot[], entropy: Uint8Array): Buffer | undefined {
  for (const slot of slots) {
    if (slot.kind !== 'recovery') continue;
    const vaultKey = unseal(vaultId, slot, recoveryKey(entropy, slot.kdf));
    if (vaultKey !== undefined) return vaultKey;
  }
  return undefined;
}

function seal(vaultId: string, slot: Pick<Slot, 'id' | 'kind' | 'kdf'>, key: Buffer, vaultKey: Uint8Array) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(slotAssociatedData(vaultId, slot), 'ascii'));
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { nonce: nonce.toString('hex'), wrapped: wrapped.toString('hex') };
}

function unseal(vaultId: string, slot: Slot, key: Buffer): Buffer | undefined {
  const wrapped = Buffer.from(slot.wrapped, 'hex');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'hex'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(slotAssociatedData(vaultId, slot), 'ascii'));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  const vaultKey = decipher.update(wrapped.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return vaultKey;
  } catch {
    // A wrong tag is the expected answer to a wrong passphrase.
    vaultKey.fill(0);
    return undefined;
  } finally {
    key.fill(0);
  }
}

const newSlotId = () => randomBytes(16).toString('hex');

/** Only for the reader of the header; nothing depends on it. */
const todayUtc = () => new Date().toISOString().slice(0, 10);
