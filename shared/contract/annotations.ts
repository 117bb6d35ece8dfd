// Calls about notes and highlights on pages of papers: what stands on a paper, what stands on the papers of a case, put, remove.
import { z } from 'zod';
import { CaseId, DocumentId, EntryId } from '../ids.ts';
import { Annotation, AnnotationView } from '../model/annotation.ts';
import { call, Done } from './base.ts';

/** What the user says of an annotation; when it was made and changed is noted by the core. */
export const AnnotationInput = Annotation.omit({ madeAt: true, changedAt: true }).extend({
  /** When it was made, for one that is put back. */
  madeAt: Annotation.shape.madeAt.optional(),
});
export type AnnotationInput = z.infer<typeof AnnotationInput>;

/** An annotation of a paper that belongs to a case. */
export const CaseAnnotation = AnnotationView.extend({ title: z.string() });
export type CaseAnnotation = z.infer<typeof CaseAnnotation>;

export const annotationsContract = {
  /** All on the pages of a paper, in reading order. Throws document-not-found. */
  list: call.input(z.object({ documentId: DocumentId })).output(z.array(AnnotationView)),
  /** Those on the papers that may serve a case, its denial first, each with the title of its paper. Throws case-not-found. */
  ofCase: call.input(z.object({ id: CaseId })).output(z.array(CaseAnnotation)),
  /** Adds one, or replaces the one with its id. Throws document-not-found, page-not-found, annotation-empty. */
  put: call.input(AnnotationInput).output(AnnotationView),
  /** One that is gone already is no error. */
  remove: call.input(z.object({ id: EntryId })).output(Done),
};
