// Calls about backups. Making one is a durable job; a restore runs as a job too, but there is no vault to keep its row.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { JobId } from '../../../shared/ids.ts';
import { restoreBackup } from '../../vault/backup/restore.ts';
import { NO_ROWS } from '../../vault/tables/jobs.ts';
import type { LastBackup, Vault } from '../../vault/types.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** What is kept with the job that makes a backup. */
const CutOffBackup = z.object({ folder: z.string(), after: z.string().optional() });
type CutOffBackup = z.infer<typeof CutOffBackup>;

/** Implements shared/contract/backup.ts. */
export function backupHandlers(os: Implementer, { platform, session, jobs, transfers }: Services): Area<'backup'> {
  /** Starts a backup; `after` is the last one there was, so that one that was finished before a crash is not made twice. */
  const backUp = (vault: Vault, order: CutOffBackup, id?: JobId): JobId =>
    // The place is part of what is kept with the job, inside the vault like everything else.
    jobs.start(
      vault.jobs,
      'backup',
      order,
      async ({ signal, report }) => {
        const last = vault.lastBackup();
        if (last !== undefined && last.madeAt !== order.after) return { backup: resultOf(last) };
        const path = freePath(order.folder, platform.today());
        return { backup: resultOf(await vault.backup(path, { signal, onProgress: report })) };
      },
      id,
    );
  jobs.resumes('backup', ({ id, input }, vault) => {
    const { data: order } = CutOffBackup.safeParse(input);
    if (order !== undefined) backUp(vault, order, id);
    return order !== undefined;
  });

  return {
    status: os.backup.status.handler(async () => {
      if (session.state() !== 'unlocked') return { folder: ownFolder() };
      const vault = session.vault();
      const last = vault.lastBackup();
      // One that a browser saved is in no folder the app knows.
      const placed = (await vault.backups()).find(({ path }) => isAbsolute(path));
      return {
        ...(last === undefined ? {} : { last }),
        folder: placed === undefined ? ownFolder() : dirname(placed.path),
      };
    }),
    choose: os.backup.choose.handler(async ({ input }) => {
      const path = await (input.what === 'folder' ? platform.pickPlace?.() : platform.pickBackup?.());
      return path === undefined ? {} : { path };
    }),
    start: os.backup.start.handler(({ input }) => {
      const vault = session.vault();
      return { jobId: backUp(vault, { folder: placeOf(input.folder), after: vault.lastBackup()?.madeAt }) };
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
