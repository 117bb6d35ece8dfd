// A paper arranged anew: pages of other papers, each where it stands now and which way up. The papers they come from stay as they are.
import { z } from 'zod';
import { CaseId, DocumentId } from '../ids.ts';

/** A page of another paper, turned by so many degrees clockwise from how it is read now. */
export const ArrangedPage = z.object({
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
export type ArrangedPage = z.infer<typeof ArrangedPage>;

/** A paper by name. */
const Named = z.object({ id: DocumentId, title: z.string() });

/** How a paper was arranged, and what was arranged from it. */
export const Arrangement = z.object({
  /** Its pages in order; empty for a paper as it came. */
  pages: z.array(ArrangedPage),
  /** The papers its pages come from. */
  from: z.array(Named),
  /** The papers its own pages stand in now. */
  into: z.array(Named),
  /** Cases that go on using this paper as it came, although its pages stand elsewhere now. */
  cases: z.array(z.object({ id: CaseId, title: z.string() })),
});
export type Arrangement = z.infer<typeof Arrangement>;
