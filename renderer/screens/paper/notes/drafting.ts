// Notes and highlights while they are made: which words, which one is meant by the same words, what is sent.
import type { AnnotationInput } from '../../../../shared/contract/annotations.ts';
import type { DocumentId } from '../../../../shared/ids.ts';
import type { Annotation, AnnotationColour, AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Proof } from '../../../../shared/model/finding.ts';
import { newEntryId } from '../../case/timeline/new-entry.ts';

/** What a note is being written about: one that is there, or words of a page, or the page as a whole. */
export interface Draft {
  readonly pageNumber: number;
  readonly proof: Proof | undefined;
  /** The one that is changed; undefined for a new one. */
  readonly of: AnnotationView | undefined;
}

/** What the user says in a draft. */
export interface Said {
  readonly colour: AnnotationColour | undefined;
  readonly note: string;
}

/** The one with exactly these words: highlighting them again changes it. A page may have many notes about all of it. */
export function withSameWords(all: readonly AnnotationView[], proof: Proof): AnnotationView | undefined {
  return all.find(
    (each) =>
      !each.isLost &&
      each.proof?.pageNumber === proof.pageNumber &&
      each.proof.from === proof.from &&
      each.proof.to === proof.to,
  );
}

/** The annotation a draft becomes. */
export function annotationOf(
  documentId: DocumentId,
  { pageNumber, proof, of }: Draft,
  { colour, note }: Said,
): AnnotationInput {
  return {
    id: of?.id ?? newEntryId(),
    documentId,
    pageNumber,
    note: note.trim(),
    ...(proof !== undefined && { proof }),
    ...(colour !== undefined && { colour }),
  };
}

/** A stored annotation as it is put back. */
export function inputOf({ id, documentId, pageNumber, proof, colour, note, madeAt }: Annotation): AnnotationInput {
  return {
    id,
    documentId,
    pageNumber,
    note,
    madeAt,
    ...(proof !== undefined && { proof }),
    ...(colour !== undefined && { colour }),
  };
}
