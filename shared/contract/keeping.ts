// Calls about how a vault is kept: the person's choices, earlier backups, a backup to be saved by a browser, and a sign that somebody is there.
import { z } from 'zod';
import { JobId } from '../ids.ts';
import { KeptForm } from '../model/kept-form.ts';
import { Preferences } from '../model/preferences.ts';
import { call, Done } from './base.ts';

export const EarlierBackup = z.object({
  madeAt: z.iso.datetime(),
  /** Only a file name when a browser saved it. */
  path: z.string(),
  byteLength: z.number(),
  /** Stored files that were damaged or missing in the vault at that time. */
  unsound: z.number(),
  /** Whether the file is where it was written. */
  found: z.enum(['yes', 'no', 'unknown']),
});
export type EarlierBackup = z.infer<typeof EarlierBackup>;

export const keepingContract = {
  preferences: call.input(z.object({})).output(Preferences),
  setPreferences: call.input(Preferences).output(Done),
  /** The good backups, newest first. */
  backups: call.input(z.object({})).output(z.array(EarlierBackup)),
  /**
   * Starts a job that makes a backup to be saved by the browser; its result names the address. It counts only once the saved file was handed back
   * and found to be the same.
   */
  startDownload: call.input(z.object({})).output(z.object({ jobId: JobId })),
  /** Forms that were not sent when a lock or a crash came, the one kept last first. */
  forms: call.input(z.object({})).output(z.array(KeptForm)),
  /** Keeps what stands in a form, in place of what was kept of it before; durable when answered. */
  keepForm: call.input(KeptForm).output(Done),
  /** Forgets a form: it was sent, or thrown away. */
  dropForm: call.input(KeptForm.pick({ key: true })).output(Done),
  /** The window's sign of life, and whether somebody used it since the last one. */
  present: call.input(z.object({ isActive: z.boolean() })).output(Done),
};
