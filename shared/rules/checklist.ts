// One row of a checklist: what helps to answer a reason, who has it, and by which words a page proves it.
import { z } from 'zod';
import { LetterKind } from '../model/diary.ts';
import { DocumentKind } from '../model/vocabulary.ts';

/** One thing that helps to answer a reason. */
export const ChecklistItem = z.object({
  item: z.string().regex(/^[a-z0-9-]+$/),
  what: z.string().min(1),
  who: z.string().min(1),
  kinds: z.array(DocumentKind).min(1),
  /** Words and phrases a page that proves it would contain; compared by their stems. */
  signals: z.array(z.string()).min(1),
  /** Figures prove it, so a row of a table may be quoted. */
  figures: z.boolean().optional(),
  /** The letter that asks for it. */
  letter: LetterKind.optional(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;
