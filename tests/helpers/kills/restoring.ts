// Killed while a backup is restored.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isVault, openVault } from '../../../electron/vault/vault.ts';
import { PASSPHRASE } from '../core.ts';
import { expectFilled, filledVault } from './filled-vault.ts';
import type { Operation, RunningCore } from './rounds.ts';
import { follow } from './vaults.ts';

/** Each round restores the same backup to another folder. */
export async function restoring(dir: string): Promise<Operation> {
  const original = join(dir, 'original');
  const file = join(dir, 'first.vaultbak');
  const targets = join(dir, 'targets');
  mkdirSync(targets);
  const words = await filledVault(original);
  const vault = await openVault(original, { words });
  await vault.backup(file);
  await vault.close();
  let begun: string | undefined;
  let isAcknowledged = false;

  const restore = async (core: RunningCore, folder: string) => {
    const { jobId } = await core.client.backup.restore({ file, folder, secret: { passphrase: PASSPHRASE } });
    const { state, error } = await follow(core, jobId);
    expect([state, error]).toEqual(['done', undefined]);
  };
  return {
    name: 'restore',
    vaultDir: join(dir, 'none'),
    opensVault: false,
    open: async () => undefined,
    check: async (core) => {
      if (begun === undefined) return;
      if (isAcknowledged) expect(isVault(begun)).toBe(true);
      // One that was cut off is no vault, and the restore can be repeated there.
      if (!isVault(begun)) await restore(core, begun);
      await expectFilled(begun, words);
      rmSync(begun, { recursive: true });
      begun = undefined;
      isAcknowledged = false;
    },
    work: async (core, round) => {
      begun = join(targets, `round-${round}`);
      await restore(core, begun);
      isAcknowledged = true;
    },
  };
}
