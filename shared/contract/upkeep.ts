// Calls that look after a vault: its health, its trash, new recovery words, and the sheet to print them on.
import { z } from 'zod';
import { JobId } from '../ids.ts';
import { DocumentSummary } from '../model/document.ts';
import { Swept } from '../model/strays.ts';
import { call, Done } from './base.ts';

const words = z.array(z.string().max(40)).max(24);

export const TrashedPaper = z.object({
  document: DocumentSummary,
  /** A case or a packet names it: it can't be removed for good. */
  isUsed: z.boolean(),
});
export type TrashedPaper = z.infer<typeof TrashedPaper>;

export const upkeepContract = {
  /** Starts a job that reads and checks every stored byte; its result names what is damaged or missing. */
  verify: call.input(z.object({})).output(z.object({ jobId: JobId })),
  /** Sets aside stored files that have belonged to nothing for 30 days, and removes those set aside at least 7 days ago that still belong to nothing. */
  sweep: call.input(z.object({})).output(Swept),
  trash: call.input(z.object({})).output(z.array(TrashedPaper)),
  /** Removes for good what is in the trash and not named by a case or a packet. */
  emptyTrash: call.input(z.object({})).output(z.object({ removed: z.number().int() })),
  /** New words, in force only once `confirmWords` got all of them back. Throws vault-wrong-passphrase. */
  renewWords: call
    .input(z.object({ passphrase: z.string().max(1024) }))
    .output(z.object({ recoveryWords: z.array(z.string()).length(24) })),
  /** Throws recovery-words-differ; the old words then keep working. */
  confirmWords: call.input(z.object({ words })).output(Done),
  /**
   * The emergency sheet as a PDF: saved where the person chooses (desktop), else handed back in Base64 for a download. It is never kept and
   * has no address: the words are on it. Throws vault-wrong-recovery-words for words that aren't this vault's.
   */
  kit: call.input(z.object({ words })).output(z.object({ saved: z.boolean(), pdf: z.string().optional() })),
};
