// What one version of a packet has that the version before had not, and the other way round.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';

/** An exhibit as a version calls it. */
export const NamedExhibit = z.object({ label: z.string(), title: z.string() });
export type NamedExhibit = z.infer<typeof NamedExhibit>;

export const LetterChange = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  /** The heading it stands under; empty at the letter's beginning. */
  under: z.string(),
  /** The block's words in the version before and in this one. */
  before: z.string().optional(),
  after: z.string().optional(),
});
export type LetterChange = z.infer<typeof LetterChange>;

export const PacketDifferences = z.object({
  becameFinal: z.boolean(),
  becameDraft: z.boolean(),
  added: z.array(NamedExhibit),
  /** Named as in the version before. */
  removed: z.array(NamedExhibit),
  /** Exhibits that stand before or behind others than they did. */
  moved: z.array(NamedExhibit.extend({ labelBefore: z.string() })),
  renamed: z.array(NamedExhibit.extend({ titleBefore: z.string() })),
  /** Same exhibit, other pages of the paper; one-based numbers of the paper. */
  repaged: z.array(
    NamedExhibit.extend({
      added: z.array(z.number().int()),
      removed: z.array(z.number().int()),
      reordered: z.boolean(),
    }),
  ),
  redactions: z.array(
    z.object({
      documentId: DocumentId,
      pageNumber: z.number().int(),
      /** The exhibit in this version; missing when the page is in none. */
      label: z.string().optional(),
      change: z.enum(['added', 'removed', 'changed']),
    }),
  ),
  letter: z.array(LetterChange),
  /** The app's tables that were added, taken out or say something else; by title. */
  tables: z.array(z.object({ title: z.string(), change: z.enum(['added', 'removed', 'changed']) })),
  settings: z.array(z.enum(['preset', 'labels', 'stamping', 'parts', 'highlights', 'confidentiality', 'title'])),
});
export type PacketDifferences = z.infer<typeof PacketDifferences>;
