// A search over the papers: its words, what it is narrowed down to, and searches that are kept.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';
import { DocumentKind, IsoDate } from './vocabulary.ts';

/** A tag the user gave a paper: one line. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);

/** Only papers for which all of this is true are searched. A list is met by each of its members; an empty one by nothing. */
export const SearchFilter = z.object({
  kinds: z.array(DocumentKind).max(100).optional(),
  /** First and last day of the paper's own date; papers without a date are left out. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  /** As the papers name them. */
  payer: z.string().max(300).optional(),
  provider: z.string().max(300).optional(),
  tag: Tag.optional(),
  /** These papers alone, for example those of a case. */
  documentIds: z.array(DocumentId).max(20_000).optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

/** What is kept of a search: a case stands for its papers, so that papers added later are searched too. */
export const KeptSearchTerms = z.object({
  query: z.string().trim().min(1).max(500),
  filter: SearchFilter.omit({ documentIds: true }),
  caseId: z.string().max(40).optional(),
});
export type KeptSearchTerms = z.infer<typeof KeptSearchTerms>;

export const KeptSearchId = z
  .string()
  .regex(/^s_[0-9a-f]{32}$/)
  .brand<'KeptSearchId'>();
export type KeptSearchId = z.infer<typeof KeptSearchId>;

/** A search the user keeps under a name. */
export const KeptSearch = z.object({
  id: KeptSearchId,
  name: z.string().trim().min(1).max(120),
  terms: KeptSearchTerms,
});
export type KeptSearch = z.infer<typeof KeptSearch>;
