// New recovery words: made, written down by the person, typed back, and only then in force; until then the old ones keep working.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Header } from '../../shared/vault-format/header.ts';
import { appendAudit } from './audit.ts';
import type { Database } from './database.ts';
import { isAuthentic, loadHeader, sealHeader, writeHeader } from './header-file.ts';
import { newestGeneration, noteGeneration } from './header-generation.ts';
import { entropyOf, wordsOf } from './kdf.ts';
import type { VaultKeys } from './keys.ts';
import type { Layout } from './layout.ts';
import { newRecoverySlot, unlockWithEntropy } from './slots.ts';
import { unlock } from './unlock.ts';

export interface RecoveryWords {
  /** New words, not yet in force; earlier ones that were not confirmed are forgotten. Throws vault-wrong-passphrase, vault-locked. */
  renew(passphrase: string): Promise<string[]>;
  /** Puts the new words in force when all of them were typed right; the old ones stop working. Throws recovery-words-differ, vault-locked. */
  confirm(words: readonly string[]): Promise<void>;
  /** Throws vault-wrong-recovery-words unless these words open the vault now or would once they are confirmed. */
  assertOwn(words: readonly string[]): Promise<void>;
}

/** The recovery words of an open vault. */
export function createRecoveryWords(layout: Layout, keys: VaultKeys, database: Database): RecoveryWords {
  let pending: Buffer | undefined;
  const forget = () => {
    pending?.fill(0);
    pending = undefined;
  };
  return {
    renew: async (passphrase) => {
      // Fails with vault-locked after close, when the keys are wiped.
      database.pragma('user_version');
      const { keys: proof } = await unlock(await loadHeader(layout), { passphrase });
      proof.wipe();
      forget();
      pending = randomBytes(32);
      return wordsOf(pending);
    },
    confirm: async (words) => {
      database.pragma('user_version');
      if (pending === undefined || !isSame(words, pending)) throw new AppError('recovery-words-differ');
      const { best: previous } = await loadHeader(layout);
      if (!isAuthentic(previous, keys.header)) throw new AppError('vault-tampered');
      const { vaultId, slots } = previous.header;
      const generation = Math.max(previous.header.generation, newestGeneration(database)) + 1;
      const slot = newRecoverySlot(vaultId, keys.vaultKey, pending);
      const kept = slots.filter(({ kind }) => kind !== 'recovery');
      const header: Header = { ...previous.header, generation, slots: [...kept, slot] };
      await writeHeader(layout, previous, sealHeader(header, keys.header), () =>
        database.transaction(() => {
          noteGeneration(database, generation);
          appendAudit(database, 'recovery-words-renewed', slot.id);
        }),
      );
      forget();
    },
    assertOwn: async (words) => {
      if (pending !== undefined && isSame(words, pending)) return;
      const { best } = await loadHeader(layout);
      const entropy = entropyOf(words);
      const vaultKey = unlockWithEntropy(best.header.vaultId, best.header.slots, entropy);
      entropy.fill(0);
      if (vaultKey === undefined) throw new AppError('vault-wrong-recovery-words');
      vaultKey.fill(0);
    },
  };
}

/** False also for words that are none. */
function isSame(words: readonly string[], expected: Uint8Array): boolean {
  try {
    const typed = entropyOf(words);
    return typed.length === expected.length && timingSafeEqual(typed, expected);
  } catch (cause) {
    if (cause instanceof AppError) return false;
    throw cause;
  }
}
