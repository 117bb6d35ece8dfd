// Calls about the vault itself: create, unlock, lock, recover.
import { z } from 'zod';
import { JobId } from '../ids.ts';
import { call, Done } from './base.ts';

export const VaultState = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** Folder of the vault, to show to the user. */
  folder: z.string(),
  host: z.enum(['desktop', 'browser', 'command-line']),
  version: z.string(),
  canPickFolder: z.boolean(),
  /** The open vault can only be read. */
  isReadOnly: z.boolean(),
  /** False when the folder can't be written to, as on a disc: then the vault opens for reading only. */
  isWritable: z.boolean(),
  /** Set when a sync program or another computer also works on the folder; `by` names it. */
  place: z.object({ kind: z.enum(['synced', 'network']), by: z.string() }).optional(),
  /** Copies a sync program made of the vault or of its parts, as paths from the folder above. */
  conflicts: z.array(z.string()),
});
export type VaultState = z.infer<typeof VaultState>;

const passphrase = z.string().max(1024);

export const vaultContract = {
  state: call.input(z.object({})).output(VaultState),
  /** Creates the vault in the current folder and opens it. The words are shown once and never again. */
  create: call.input(z.object({ passphrase })).output(z.object({ recoveryWords: z.array(z.string()).length(24) })),
  /** With `readOnly` nothing in the folder changes, and every change is refused. */
  unlock: call.input(z.object({ passphrase, readOnly: z.boolean().optional() })).output(Done),
  /** Opens with the recovery words and sets a new passphrase. */
  recover: call.input(z.object({ words: z.array(z.string()).length(24), newPassphrase: passphrase })).output(Done),
  /** Five words of a list, chosen by chance: a passphrase to offer. It is kept nowhere. */
  suggest: call.input(z.object({})).output(z.object({ passphrase: z.string() })),
  changePassphrase: call.input(z.object({ passphrase, newPassphrase: passphrase })).output(Done),
  /** Ends the core process; a new, empty one takes its place. `atOnce` waits for nothing: what runs is cut off and goes on after the next opening. */
  lock: call.input(z.object({ atOnce: z.boolean().optional() })).output(Done),
  /**
   * Starts a job that makes the database anew from the stored papers, when it is lost or can't be read. The vault stays closed; its result says what came
   * back. Throws vault-rebuild-not-needed in the job when the database can be read.
   */
  rebuild: call
    .input(z.object({ secret: z.union([z.object({ passphrase }), z.object({ words: z.array(z.string()).max(24) })]) }))
    .output(z.object({ jobId: JobId })),
  /** Lets the user choose another vault folder (desktop only). */
  pickFolder: call.input(z.object({})).output(z.object({ folder: z.string().optional() })),
};
