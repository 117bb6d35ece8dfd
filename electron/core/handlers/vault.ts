// Calls about the vault: create, unlock, recover, lock.

import { AppError } from '../../../shared/errors.ts';
import { conflictedCopies } from '../../vault/conflicts.ts';
import { isWritable, riskyPlace } from '../../vault/place.ts';
import { rebuildVault } from '../../vault/rebuild/rebuild.ts';
import { NO_ROWS } from '../../vault/tables/jobs.ts';
import { passphraseCost } from '../passphrase-cost.ts';
import type { Services } from '../services.ts';
import { suggestPassphrase } from '../suggest-passphrase.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/vault.ts. */
export function vaultHandlers(os: Implementer, { platform, session, jobs }: Services): Area<'vault'> {
  const done = { done: true } as const;
  return {
    state: os.vault.state.handler(() => {
      const place = riskyPlace(session.folder);
      return {
        state: session.state(),
        folder: session.folder,
        host: platform.kind,
        version: platform.version,
        canPickFolder: platform.pickFolder !== undefined,
        isReadOnly: session.state() === 'unlocked' && session.vault().isReadOnly,
        isWritable: isWritable(session.folder),
        ...(place !== undefined && { place }),
        conflicts: [...conflictedCopies(session.folder)],
      };
    }),
    create: os.vault.create.handler(async ({ input }) => ({
      recoveryWords: [...(await session.create(input.passphrase))],
    })),
    unlock: os.vault.unlock.handler(async ({ input }) => {
      await (input.readOnly === true ? session.unlockReadOnly(input.passphrase) : session.unlock(input.passphrase));
      return done;
    }),
    recover: os.vault.recover.handler(async ({ input }) => {
      await session.recover(input.words, input.newPassphrase);
      return done;
    }),
    changePassphrase: os.vault.changePassphrase.handler(async ({ input }) => {
      const cost = await passphraseCost(platform);
      await session.vault().changePassphrase(input.passphrase, input.newPassphrase, cost);
      return done;
    }),
    suggest: os.vault.suggest.handler(async () => ({ passphrase: await suggestPassphrase(platform.resourcesDir) })),
    lock: os.vault.lock.handler(async ({ input }) => {
      if (input.atOnce) session.endAtOnce();
      else await session.lock();
      return done;
    }),
    rebuild: os.vault.rebuild.handler(({ input }) => {
      if (session.state() === 'unlocked') throw new AppError('vault-rebuild-not-needed');
      const jobId = jobs.start(NO_ROWS, 'rebuild', undefined, async ({ signal, report }) => ({
        rebuilt: await rebuildVault(session.folder, input.secret, { signal, onProgress: report }),
      }));
      return { jobId };
    }),
    pickFolder: os.vault.pickFolder.handler(async () => {
      const folder = await platform.pickFolder?.();
      if (folder !== undefined) session.changeFolder(folder);
      return { folder };
    }),
  };
}
