// Changing the passphrase: a new slot in, the old one out, a new header; papers and keys stay as they are.
import { DEFAULT_KDF, type Header, KDF_FLOOR, type KdfParams } from '../../shared/vault-format/header.ts';
import { appendAudit } from './audit.ts';
import { atLeast } from './calibrate.ts';
import type { Database } from './database.ts';
import { type LoadedHeader, loadHeader, sealHeader, writeHeader } from './header-file.ts';
import { newestGeneration, noteGeneration } from './header-generation.ts';
import { assertStrongEnough } from './kdf.ts';
import type { VaultKeys } from './keys.ts';
import type { Layout } from './layout.ts';
import { newPassSlot } from './slots.ts';
import { unlock } from './unlock.ts';

/** Checks the current passphrase against the header on disk, then replaces it. Throws vault-wrong-passphrase, passphrase-too-weak, vault-locked. */
export async function changePassphrase(
  layout: Layout,
  keys: VaultKeys,
  current: string,
  next: string,
  database: Database,
  cost?: KdfParams,
): Promise<void> {
  assertStrongEnough(next);
  // Fails with vault-locked after close, when the keys are wiped.
  database.pragma('user_version');
  const { loaded, keys: proof } = await unlock(await loadHeader(layout), { passphrase: current });
  proof.wipe();
  await replacePassphrase(layout, loaded, keys, next, database, cost);
}

/** Puts a new passphrase slot in the place of all old ones. The cost is the one given, but never below what the vault had. */
export async function replacePassphrase(
  layout: Layout,
  previous: LoadedHeader,
  keys: VaultKeys,
  next: string,
  database: Database,
  cost?: KdfParams,
): Promise<void> {
  const { vaultId, slots } = previous.header;
  const generation = Math.max(previous.header.generation, newestGeneration(database)) + 1;
  const slot = await newPassSlot(vaultId, keys.vaultKey, next, costAfter(previous.header, cost));
  const kept = slots.filter((candidate) => candidate.kind !== 'pass');
  const header: Header = { ...previous.header, generation, slots: [slot, ...kept] };
  await writeHeader(layout, previous, sealHeader(header, keys.header), () =>
    database.transaction(() => {
      noteGeneration(database, generation);
      appendAudit(database, 'passphrase-changed', slot.id);
    }),
  );
}

/** The cost the vault was made with, whichever it was (without a passphrase slot the usual one), or more. */
function costAfter(header: Header, cost: KdfParams | undefined): KdfParams {
  const slot = header.slots.find((candidate) => candidate.kind === 'pass');
  if (slot?.kind !== 'pass') return cost ?? DEFAULT_KDF;
  const { memoryKiB, passes, lanes } = slot.kdf;
  return atLeast({ memoryKiB, passes, lanes }, cost ?? KDF_FLOOR);
}
