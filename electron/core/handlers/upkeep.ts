// Calls that look after a vault: health, trash, recovery words and their sheet.
import { join } from 'node:path';
import { emergencyKit, KIT_FILE_NAME } from '../emergency-kit.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/upkeep.ts. */
export function upkeepHandlers(os: Implementer, { platform, session, jobs }: Services): Area<'upkeep'> {
  return {
    verify: os.upkeep.verify.handler(() => {
      const vault = session.vault();
      const jobId = jobs.start(vault.jobs, 'verify', undefined, async ({ signal, report }) => {
        const onProgress = (done: number, total: number) => report('Checking every stored file', done, total);
        const { checked, damaged } = await vault.verify({ signal, onProgress });
        return { health: { checked, damaged: [...damaged], strays: await vault.strays() } };
      });
      return { jobId };
    }),
    sweep: os.upkeep.sweep.handler(() => session.vault().sweep()),
    trash: os.upkeep.trash.handler(() => [...session.vault().trash.list()]),
    emptyTrash: os.upkeep.emptyTrash.handler(async () => ({ removed: await session.vault().trash.empty() })),
    renewWords: os.upkeep.renewWords.handler(async ({ input }) => ({
      recoveryWords: await session.vault().recoveryWords.renew(input.passphrase),
    })),
    confirmWords: os.upkeep.confirmWords.handler(async ({ input }) => {
      await session.vault().recoveryWords.confirm(input.words);
      return { done: true } as const;
    }),
    kit: os.upkeep.kit.handler(async ({ input }) => {
      const vault = session.vault();
      await vault.recoveryWords.assertOwn(input.words);
      const make = () =>
        emergencyKit({
          folder: vault.dir,
          vaultId: vault.vaultId,
          words: input.words,
          madeOn: platform.today(),
          fontsDir: join(platform.resourcesDir, 'fonts'),
        });
      if (platform.pickSavePath !== undefined) return saveCopy(platform, KIT_FILE_NAME, make);
      return { saved: false, pdf: Buffer.from(await make()).toString('base64') };
    }),
  };
}
