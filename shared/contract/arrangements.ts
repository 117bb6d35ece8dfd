// Calls about papers arranged anew: photos joined into one paper, a paper split, its pages put in order, turned, left out.
import { z } from 'zod';
import { CaseId, DocumentId, JobId } from '../ids.ts';
import { ArrangedPage, Arrangement } from '../model/arrangement.ts';
import { call, Done } from './base.ts';

/** Cases that go on using the papers as they came: something they say of them could not follow exactly. */
const Staying = z.array(z.object({ id: CaseId, title: z.string() }));

export const arrangementsContract = {
  get: call.input(z.object({ id: DocumentId })).output(Arrangement),
  /**
   * Makes new papers of pages of others. The others stay untouched, and are folded away beneath the new ones unless a case still uses them. A
   * job reads turned pages anew; there is none when nothing was turned. Throws document-not-found, page-not-found, paper-unfinished.
   */
  arrange: call
    .input(
      z.object({
        papers: z
          .array(z.object({ title: z.string().max(300).optional(), pages: z.array(ArrangedPage).min(1).max(5000) }))
          .min(1)
          .max(100),
      }),
    )
    .output(z.object({ documentIds: z.array(DocumentId), jobId: JobId.optional(), staying: Staying })),
  /**
   * Puts papers arranged anew into the trash, with all others made of the same papers; those they were made of stand in the library again, as they
   * came, and cases follow. Throws arranged-in-use when one can't.
   */
  undo: call.input(z.object({ documentIds: z.array(DocumentId).min(1).max(100) })).output(Done),
};
