// What the user marked or wrote on a page of a paper: words in a colour, a note, or both. It belongs to him and is never part of a packet.
import { z } from 'zod';
import { CaseId, DocumentId, EntryId, EvidenceId, GroundId } from '../ids.ts';
import { Proof } from './finding.ts';
import { ReasonId } from './vocabulary.ts';

/** Colours of a highlight. What each means is said in words wherever it is shown (renderer/wording/annotations.ts). */
export const AnnotationColour = z.enum(['yellow', 'green', 'pink', 'blue']);
export type AnnotationColour = z.infer<typeof AnnotationColour>;

/** Most letters of a note. */
export const MOST_NOTE = 10_000;

/** A note or highlight on a page. */
export const Annotation = z.object({
  id: EntryId,
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  /** The words it is about; missing for a note about the page as a whole. */
  proof: Proof.optional(),
  /** Missing for a note whose words are not highlighted. */
  colour: AnnotationColour.optional(),
  /** What the user wrote; empty for a highlight alone. */
  note: z.string().max(MOST_NOTE),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof Annotation>;

/** Where an annotation is used: accepted evidence of a case with the same place. */
export const AnnotationUse = z.object({
  caseId: CaseId,
  caseTitle: z.string(),
  groundId: GroundId,
  reason: ReasonId,
  evidenceId: EvidenceId,
});
export type AnnotationUse = z.infer<typeof AnnotationUse>;

/** An annotation as it stands on the page now. */
export const AnnotationView = Annotation.extend({
  /** Its words don't stand on the page as it is read now; `proof` then says what they were. */
  isLost: z.boolean(),
  uses: z.array(AnnotationUse),
});
export type AnnotationView = z.infer<typeof AnnotationView>;
