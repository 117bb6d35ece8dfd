// Calls about the vault itself: create, unlock, lock, recover.
import { z } from 'zod';
import { call, Done } from './base.ts';

export const VaultState = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** Folder of the vault, to show to the user. */
  folder: z.string(),
  host: z.enum(['desktop', 'browser', 'command-line']),
  version: z.string(),
  canPickFolder: z.boolean(),
});
export type VaultState = z.infer<typeof VaultState>;

const passphrase = z.string().max(1024);

export const vaultContract = {
  state: call.input(z.object({})).output(VaultState),
  /** Creates the vault in the current folder and opens it. The words are shown once and never again. */
  create: call.input(z.object({ passphrase })).output(z.object({ recoveryWords: z.array(z.string()).length(24) })),
  unlock: call.input(z.object({ passphrase })).output(Done),
  /** Opens with the recovery words and sets a new passphrase. */
  recover: call.input(z.object({ words: z.array(z.string()).length(24), newPassphrase: passphrase })).output(Done),
  /** Five words of a list, chosen by chance: a passphrase to offer. It is kept nowhere. */
  suggest: call.input(z.object({})).output(z.object({ passphrase: z.string() })),
  changePassphrase: call.input(z.object({ passphrase, newPassphrase: passphrase })).output(Done),
  /** Ends the core process; a new, empty one takes its place. `atOnce` waits for nothing: what runs is cut off and goes on after the next opening. */
  lock: call.input(z.object({ atOnce: z.boolean().optional() })).output(Done),
  /** Lets the user choose another vault folder (desktop only). */
  pickFolder: call.input(z.object({})).output(z.object({ folder: z.string().optional() })),
};
