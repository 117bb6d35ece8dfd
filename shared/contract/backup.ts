// Calls about backups: when the last one was made, a new one, and a vault again from one.
import { z } from 'zod';
import { JobId } from '../ids.ts';
import { call } from './base.ts';

/** A place on this computer as the person chose or typed it. */
const path = z.string().min(1).max(4096);

export const BackupStatus = z.object({
  /** The last good backup; missing when there was none. */
  last: z
    .object({
      madeAt: z.iso.datetime(),
      path: z.string(),
      byteLength: z.number(),
      files: z.number(),
      /** Stored files that were damaged or missing in the vault already. */
      unsound: z.number(),
    })
    .optional(),
  /** A folder to offer: that of the last backup, else one of the person's own. */
  folder: z.string(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

export const backupContract = {
  status: call.input(z.object({})).output(BackupStatus),
  /** Lets the person choose a place in the system's dialog (desktop only); no path when there is no dialog or he thought better of it. */
  choose: call.input(z.object({ what: z.enum(['folder', 'file']) })).output(z.object({ path: z.string().optional() })),
  /** Starts a durable job that writes a new file into the folder and reads it back. Earlier files stay. */
  start: call.input(z.object({ folder: path })).output(z.object({ jobId: JobId })),
  /**
   * Starts a job that makes a vault of a backup in an empty or new folder. While no vault is open, that folder is the one in use afterwards.
   * The file is a place, or what the browser handed over. The passphrase or the words are those of the time of the backup.
   */
  restore: call
    .input(
      z.object({
        file: z.union([path, z.object({ uploadId: z.string().max(64) })]),
        folder: path,
        secret: z.union([
          z.object({ passphrase: z.string().max(1024) }),
          z.object({ words: z.array(z.string()).max(24) }),
        ]),
      }),
    )
    .output(z.object({ jobId: JobId })),
};
