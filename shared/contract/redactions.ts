// Calls about what is blacked out in the packet of a case: what is, what could be, where words stand; draw, take, wave off, remove.
import { z } from 'zod';
import { CaseId, DocumentId, EntryId, PacketId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { PageBox, Redaction, RedactionWhy } from '../model/redaction.ts';
import { call } from './base.ts';

const id = CaseId;
const Place = z.object({ documentId: DocumentId, pageNumber: z.number().int().min(1) });

/** A page of an exhibit, as it goes out. */
export const RedactablePage = Place.extend({
  /** The exhibit's label and title, and the place of the page in it (from 1). */
  label: z.string(),
  title: z.string(),
  place: z.number().int().min(1),
  /** Points, of the page as viewed. */
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
});
export type RedactablePage = z.infer<typeof RedactablePage>;

/** Something private the app found. It is only stored once the user takes it or waves it off. */
export const RedactionSuggestionView = Place.extend({
  why: RedactionWhy,
  what: z.string(),
  text: z.string(),
  boxes: z.array(PageBox),
});
export type RedactionSuggestionView = z.infer<typeof RedactionSuggestionView>;

/** A place where words of a search stand. */
export const RedactionHit = Place.extend({
  before: z.string(),
  text: z.string(),
  after: z.string(),
  boxes: z.array(PageBox),
  /** The place is blacked out already. */
  covered: z.boolean(),
});
export type RedactionHit = z.infer<typeof RedactionHit>;

/** Words blacked out on one page that still stand elsewhere. */
export const RedactionLeakView = z.object({
  text: z.string(),
  where: z.enum(['letter', 'title', 'heading', 'table', 'note', 'page']),
  place: z.string(),
  documentId: DocumentId.optional(),
  pageNumber: z.number().int().optional(),
});
export type RedactionLeakView = z.infer<typeof RedactionLeakView>;

export const RedactionsView = z.object({
  /** The pages of all exhibits, in order. */
  pages: z.array(RedactablePage),
  suggestions: z.array(RedactionSuggestionView),
  leaks: z.array(RedactionLeakView),
});
export type RedactionsView = z.infer<typeof RedactionsView>;

export const redactionsContract = {
  get: call.input(z.object({ id })).output(RedactionsView),
  /** Finds words on the pages of the exhibits, whatever their case, accents and hyphens; `misread` also as a scanner may have read them. */
  find: call
    .input(z.object({ id, phrase: z.string().max(200), wholeWords: z.boolean(), misread: z.boolean() }))
    .output(z.array(RedactionHit)),
  /** Adds redactions, or replaces those with the same id. Boxes are clipped to their page. Throws page-not-found. */
  put: call.input(z.object({ id, redactions: z.array(Redaction).min(1).max(2000) })).output(CaseView),
  /** Takes redactions away, or brings waved-off suggestions back. */
  remove: call.input(z.object({ id, redactionIds: z.array(EntryId).min(1).max(2000) })).output(CaseView),
  /** Lets the user choose where to save the log of a built packet (desktop only; elsewhere the window downloads). */
  saveLog: call
    .input(z.object({ packetId: PacketId, format: z.enum(['pdf', 'txt']) }))
    .output(z.object({ saved: z.boolean() })),
};
