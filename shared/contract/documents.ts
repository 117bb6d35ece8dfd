// Calls about papers: bring in, list, look at, correct, search.
import { z } from 'zod';
import { DocumentId, FileToken, JobId } from '../ids.ts';
import { DenialView } from '../model/denial.ts';
import { DocumentDetail, DocumentSummary, FoundPlace, PaperPassword, SearchHit } from '../model/document.ts';
import { Proof } from '../model/finding.ts';
import { Page } from '../model/page.ts';
import { SearchFilter, Tag } from '../model/search.ts';
import { DocumentKind, PlanType, ReasonId } from '../model/vocabulary.ts';
import { call, Done } from './base.ts';

export const documentsContract = {
  /** Starts a durable job that stores and reads the files behind the tokens. `passwords` are tried on locked ones, and kept with those they open. */
  import: call
    .input(
      z.object({
        tokens: z.array(FileToken).min(1).max(2000),
        passwords: z.array(PaperPassword).max(40).optional(),
      }),
    )
    .output(z.object({ jobId: JobId })),
  /**
   * Keeps the password of a locked paper and starts a job that reads it, and every other locked paper the same password opens. No job for a
   * paper that needs none. Throws pdf-password-wrong.
   */
  unlock: call
    .input(z.object({ id: DocumentId, password: PaperPassword }))
    .output(z.object({ jobId: JobId.optional() })),
  list: call.input(z.object({})).output(z.array(DocumentSummary)),
  get: call.input(z.object({ id: DocumentId })).output(DocumentDetail),
  /** The words of one page with their boxes. */
  page: call.input(z.object({ id: DocumentId, pageNumber: z.number().int().min(1) })).output(Page),
  /** Places in one paper, in reading order, where the words stand one after the other; in a similar spelling too when there are few. */
  find: call.input(z.object({ id: DocumentId, query: z.string().max(500) })).output(z.array(FoundPlace)),
  /** The user's correction wins over what was read and survives re-reading; without a kind, what was read counts again. */
  setKind: call.input(z.object({ id: DocumentId, kind: DocumentKind.optional() })).output(DocumentSummary),
  /**
   * The user's word on a reason: right, wrong, added by marking words (`proof`), or `none` to take the word back. Cases made from this paper
   * follow. `becomes` corrects a reason into another one at the same words.
   */
  judgeReason: call
    .input(
      z.object({
        id: DocumentId,
        reason: ReasonId,
        verdict: z.enum(['confirmed', 'dismissed', 'added', 'none']),
        proof: Proof.optional(),
        becomes: ReasonId.optional(),
      }),
    )
    .output(DocumentDetail),
  /** What follows from a denial: deadlines, rights, what the notice must hold, codes in words. Throws not-a-denial for any other paper. */
  denial: call.input(z.object({ id: DocumentId })).output(DenialView),
  /** Confirms or corrects the plan type; cases made from this paper follow. */
  setPlanType: call.input(z.object({ id: DocumentId, planType: PlanType })).output(DocumentDetail),
  setTitle: call.input(z.object({ id: DocumentId, title: z.string().max(300) })).output(DocumentSummary),
  /** Words the user puts on the paper, in place of those before. */
  setTags: call.input(z.object({ id: DocumentId, tags: z.array(Tag).max(40) })).output(DocumentSummary),
  setNote: call.input(z.object({ id: DocumentId, note: z.string().max(20_000) })).output(DocumentSummary),
  /** Moves a paper to the trash; `restore` brings it back. */
  trash: call.input(z.object({ id: DocumentId })).output(Done),
  restore: call.input(z.object({ id: DocumentId })).output(Done),
  /** Pages with the words, best first; pages with the words in a similar spelling follow when there are few. */
  search: call
    .input(
      z.object({
        query: z.string().max(500),
        limit: z.number().int().min(1).max(200).default(50),
        filter: SearchFilter.optional(),
      }),
    )
    .output(z.array(SearchHit)),
  /** Lets the user choose where to save a copy of the original (desktop only; elsewhere the window downloads). `saved` is false when he thought better of it. */
  save: call.input(z.object({ id: DocumentId })).output(z.object({ saved: z.boolean() })),
  /** Lets the user pick files, or folders of them, in the system's dialog (desktop only; elsewhere the window uploads). */
  pickFiles: call.input(z.object({ folders: z.boolean().optional() })).output(z.object({ tokens: z.array(FileToken) })),
};
