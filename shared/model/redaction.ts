// What must not be readable in a packet: boxes on pages of papers. The papers themselves are never changed.
import { z } from 'zod';
import { DocumentId, EntryId } from '../ids.ts';

/** A box on a page: points on the upright page as viewed, origin at the top left. */
export const PageBox = z.object({ x: z.number(), y: z.number(), w: z.number().positive(), h: z.number().positive() });
export type PageBox = z.infer<typeof PageBox>;

/** Why something is blacked out. Told in the report, never printed on the page. */
export const RedactionWhy = z.enum(['ssn', 'account', 'third-party', 'birth-date', 'contact', 'unrelated', 'other']);
export type RedactionWhy = z.infer<typeof RedactionWhy>;

/** One redaction of a case. What the app only suggests is computed and not stored until the user takes it or waves it off. */
export const Redaction = z.object({
  id: EntryId,
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  boxes: z.array(PageBox).min(1).max(200),
  why: RedactionWhy,
  /** How it came about: a box drawn by hand, found by a word, or the app's suggestion. */
  by: z.enum(['box', 'word', 'suggestion']),
  /** `waved-off`: a suggestion the user doesn't want; it is not offered again. */
  state: z.enum(['applied', 'waved-off']),
});
export type Redaction = z.infer<typeof Redaction>;

/** The boxes to black out on a page of a packet. */
export const PageRedaction = z.object({
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  boxes: z.array(PageBox).min(1),
});
export type PageRedaction = z.infer<typeof PageRedaction>;

/** One line of the redaction log of a packet: a page, how many boxes, why and how they came about. Never the words. */
export const RedactionLogRow = z.object({
  /** The exhibit's label, the place of the page in it (from 1), and what is stamped there. */
  label: z.string(),
  place: z.number().int().min(1),
  stamp: z.string(),
  boxes: z.number().int().min(1),
  why: z.array(RedactionWhy),
  by: z.array(Redaction.shape.by),
});
export type RedactionLogRow = z.infer<typeof RedactionLogRow>;
