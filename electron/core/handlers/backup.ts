// Calls about backups. Making one is a durable job; a restore runs as a job too, but there is no vault to keep its row.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { restoreBackup } from '../../vault/backup/restore.ts';
import type { JobTable, LastBackup } from '../../vault/types.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/backup.ts. */
export function backupHandlers(os: Implementer, { platform, session, jobs, transfers }: Services): Area<'backup'> {
  return {
    status: os.backup.status.handler(() => {
      const last = session.state() === 'unlocked' ? session.vault().lastBackup() : undefined;
      return {
        ...(last === undefined ? {} : { last }),
        folder: last === undefined || !isAbsolute(last.path) ? ownFolder() : dirname(last.path),
      };
    }),
    choose: os.backup.choose.handler(async ({ input }) => {
      const path = await (input.what === 'folder' ? platform.pickPlace?.() : platform.pickBackup?.());
      return path === undefined ? {} : { path };
    }),
    start: os.backup.start.handler(({ input }) => {
      const vault = session.vault();
      const folder = placeOf(input.folder);
      // The place is part of what is kept with the job, inside the vault like everything else.
      const jobId = jobs.start(vault.jobs, 'backup', { folder }, async ({ signal, report }) => {
        const made = await vault.backup(freePath(folder, platform.today()), { signal, onProgress: report });
        return { backup: resultOf(made) };
      });
      return { jobId };
    }),
    restore: os.backup.restore.handler(({ input }) => {
      const folder = placeOf(input.folder);
      const file = typeof input.file === 'string' ? placeOf(input.file) : transfers.received(input.file.uploadId);
      const jobId = jobs.start(NO_ROWS, 'restore', undefined, async ({ signal, report }) => {
        const restored = await restoreBackup(file, folder, input.secret, { signal, onProgress: report });
        if (session.state() !== 'unlocked') {
          session.changeFolder(folder);
          platform.onVaultFolder?.(folder);
        }
        if (typeof input.file !== 'string') await transfers.dropReceived();
        return { backup: resultOf({ ...restored, path: folder }) };
      });
      return { jobId };
    }),
  };
}

const NO_ROWS: JobTable = { save: () => undefined, list: () => [], get: () => undefined, input: () => undefined };

function resultOf({ path, madeAt, files, unsound }: Omit<LastBackup, 'byteLength'>) {
  return { path, madeAt, files, unsound };
}

/** A whole path; `~` stands for the person's own folder. Throws wrong-usage. */
function placeOf(typed: string): string {
  const place = typed.trim().replace(/^~(?=$|[/\\])/, homedir());
  if (isAbsolute(place)) return place;
  throw new AppError('wrong-usage', { details: { hint: 'Type the whole path of the place, from its beginning.' } });
}

/** A name of today that nothing has yet: earlier backups stay. */
function freePath(folder: string, today: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `appeal-vault-${today}${count === 1 ? '' : `-${count}`}.vaultbak`);
    if (!existsSync(path)) return path;
  }
}

function ownFolder(): string {
  const documents = join(homedir(), 'Documents');
  return existsSync(documents) ? documents : homedir();
}
