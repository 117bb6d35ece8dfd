// Calls about how a vault is kept: choices, earlier backups, a backup for the browser to save, signs of life.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { layoutOf } from '../../vault/layout.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/keeping.ts. */
export function keepingHandlers(os: Implementer, { platform, session, jobs, transfers }: Services): Area<'keeping'> {
  const done = { done: true } as const;
  session.onOpened((vault) => platform.onLockAfter?.(vault.preferences().lockAfterMinutes));
  return {
    preferences: os.keeping.preferences.handler(() => session.vault().preferences()),
    setPreferences: os.keeping.setPreferences.handler(({ input }) => {
      session.vault().setPreferences(input);
      platform.onLockAfter?.(input.lockAfterMinutes);
      return done;
    }),
    backups: os.keeping.backups.handler(async () =>
      (await session.vault().backups()).map(({ madeAt, path, byteLength, unsound, found }) => ({
        ...{ madeAt, path, byteLength, unsound, found },
      })),
    ),
    startDownload: os.keeping.startDownload.handler(() => {
      const vault = session.vault();
      // Among the vault's unfinished files: what is left there is removed at the next opening.
      const path = join(layoutOf(vault.dir).tmp, `${randomBytes(16).toString('hex')}.vaultbak`);
      const jobId = jobs.start(vault.jobs, 'backup', undefined, async ({ signal, report }) => {
        const written = await vault.backup(path, { signal, onProgress: report, counts: false });
        const made = { ...written, path: `appeal-vault-${platform.today()}.vaultbak` };
        const downloadId = await transfers.offer(made, path, () => vault.rememberBackup(made));
        const { madeAt, files, unsound } = made;
        return { backup: { path: made.path, madeAt, files, unsound, downloadId } };
      });
      return { jobId };
    }),
    forms: os.keeping.forms.handler(() => [...session.vault().keptForms.list()]),
    keepForm: os.keeping.keepForm.handler(({ input }) => {
      session.vault().keptForms.keep(input);
      return done;
    }),
    dropForm: os.keeping.dropForm.handler(({ input }) => {
      session.vault().keptForms.drop(input.key);
      return done;
    }),
    present: os.keeping.present.handler(({ input }) => {
      platform.onPresent?.(input.isActive);
      return done;
    }),
  };
}
