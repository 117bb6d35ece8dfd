// Killed while a backup is made.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { restoreBackup } from '../../../electron/vault/backup/restore.ts';
import { filledVault, PAPERS } from './filled-vault.ts';
import { expectSound, type Operation, settle } from './rounds.ts';
import { follow, unlock } from './vaults.ts';

/** Each round makes a backup into the same folder. */
export async function backingUp(dir: string): Promise<Operation> {
  const vaultDir = join(dir, 'vault');
  const folder = join(dir, 'places');
  mkdirSync(folder);
  const words = await filledVault(vaultDir);
  let acknowledged: string[] = [];
  let checked = 0;

  return {
    name: 'backup',
    vaultDir,
    opensVault: true,
    open: unlock,
    check: async (core) => {
      await settle(core.client);
      for (const path of acknowledged) expect(existsSync(path)).toBe(true);
      const { last } = await core.client.backup.status({});
      // Every name is that of a whole backup, and nothing unfinished is left.
      for (const name of readdirSync(folder)) {
        expect(name).toMatch(/\.vaultbak$/);
        const path = join(folder, name);
        const restored = join(dir, 'restored');
        expect(await restoreBackup(path, restored, { words })).toMatchObject({ files: 2 * PAPERS, unsound: 0 });
        rmSync(restored, { recursive: true });
        checked += 1;
        // The last one stays, and has to be whole after the next kill as well.
        if (path !== last?.path) rmSync(path);
      }
      acknowledged = last === undefined ? [] : [last.path];
      if (checked > 0) expect(last).toMatchObject({ files: 2 * PAPERS, unsound: 0 });
      await expectSound(core, vaultDir);
    },
    work: async (core) => {
      const { jobId } = await core.client.backup.start({ folder });
      const { state, result } = await follow(core, jobId);
      expect(state).toBe('done');
      if (result?.backup !== undefined) acknowledged.push(result.backup.path);
    },
  };
}
