// Killed while the passphrase is changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadHeader } from '../../../electron/vault/header-file.ts';
import { layoutOf } from '../../../electron/vault/layout.ts';
import { unlock } from '../../../electron/vault/unlock.ts';
import { PASSPHRASE } from '../core.ts';
import { expectSound, type Operation, settle } from './rounds.ts';
import { quickVault } from './vaults.ts';

/** Each round changes it to another one. */
export async function changingPassphrase(dir: string): Promise<Operation> {
  const vaultDir = join(dir, 'vault');
  const layout = layoutOf(vaultDir);
  const words = await quickVault(vaultDir);
  let current = PASSPHRASE;
  /** The one that was being changed to when the kill came, as long as it is not known which of the two holds. */
  let maybe: string | undefined;

  const opens = async (passphrase: string) =>
    unlock(await loadHeader(layout), { passphrase }).then(
      ({ keys }) => {
        keys.wipe();
        return true;
      },
      () => false,
    );
  return {
    name: 'passphrase change',
    vaultDir,
    opensVault: true,
    open: async (core) => {
      if (maybe !== undefined) {
        // Exactly one of the two opens, whichever header file is asked.
        const isChanged = await opens(maybe);
        expect(await opens(current)).toBe(!isChanged);
        if (isChanged) current = maybe;
        maybe = undefined;
      }
      await core.client.vault.unlock({ passphrase: current });
    },
    check: async (core) => {
      await settle(core.client);
      // No slot that was replaced lives on in the spare copy.
      expect(readFileSync(layout.header).equals(readFileSync(layout.spareHeader))).toBe(true);
      (await unlock(await loadHeader(layout), { words })).keys.wipe();
      await expectSound(core, vaultDir);
    },
    work: async (core, round) => {
      const next = `${PASSPHRASE} ${round}`;
      maybe = next;
      await core.client.vault.changePassphrase({ passphrase: current, newPassphrase: next });
      current = next;
      maybe = undefined;
    },
  };
}
