// Highlighting words of the page that is shown, and writing notes on it.
import { type RefObject, useState } from 'react';
import type { DocumentId } from '../../../../shared/ids.ts';
import type { AnnotationColour, AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Proof } from '../../../../shared/model/finding.ts';
import type { Page } from '../../../../shared/model/page.ts';
import { quoteOf } from '../../../../shared/text/quote.ts';
import { annotationName, lookInWords } from '../../../wording/annotations.ts';
import { rangeOf } from '../picking.ts';
import { selectedIn } from '../selecting.ts';
import { annotationOf, type Draft, type Said, withSameWords } from './drafting.ts';
import { useAnnotationDesk, useAnnotations } from './use-annotations.ts';

export interface Noting {
  /** Those on the page that is shown. */
  readonly annotations: readonly AnnotationView[];
  /** The note that is being written. */
  readonly draft: Draft | undefined;
  /** Its words, while their page is shown. */
  readonly draftWords: Proof | undefined;
  /** False in a vault that is open for reading only. */
  readonly canChange: boolean;
  readonly isBusy: boolean;
  /** What a highlight gets when no colour is named: the one chosen last. */
  readonly colour: AnnotationColour;
  /** Highlights the chosen words; false when there are none. */
  highlight(colour?: AnnotationColour): boolean;
  /** Begins a note on the chosen words, else on the page. */
  write(): void;
  /** Opens one that is there. */
  open(annotation: AnnotationView): void;
  save(said: Said): void;
  remove(annotation: AnnotationView): void;
  leave(): void;
  /** Ends the choice of words; false when there was none. */
  letGo(): boolean;
}

/** The colour chosen last, for as long as the window is open. */
let lastColour: AnnotationColour = 'yellow';

/** Noting on `page` of a paper, whose words are chosen in the page's frame within `viewer`; without it nothing can be begun. */
export function useNoting(
  documentId: DocumentId,
  pageNumber: number,
  page: Page | undefined,
  viewer: RefObject<HTMLElement | null>,
): Noting {
  const all = useAnnotations(documentId).data ?? [];
  const desk = useAnnotationDesk();
  const [draft, setDraft] = useState<Draft>();
  const frame = () => viewer.current?.querySelector<HTMLElement>('.page-frame') ?? null;
  const chosen = (): Proof | undefined => {
    const within = frame();
    const selected = within === null ? undefined : selectedIn(within);
    if (selected === undefined || page === undefined || page.pageNumber !== pageNumber) return undefined;
    const { from, to } = rangeOf(selected);
    return { pageNumber, from, to, quote: quoteOf(page, from, to) };
  };
  const leave = () => {
    setDraft(undefined);
    frame()?.focus({ preventScroll: true });
  };
  return {
    annotations: all.filter((each) => each.pageNumber === pageNumber),
    draft,
    draftWords: draft?.pageNumber === pageNumber ? draft.proof : undefined,
    canChange: desk.canChange,
    isBusy: desk.isBusy,
    colour: lastColour,
    highlight: (colour = lastColour) => {
      const proof = chosen();
      if (proof === undefined || !desk.canChange) return false;
      lastColour = colour;
      const before = withSameWords(all, proof);
      const said = { colour, note: before?.note ?? '' };
      desk.put(
        annotationOf(documentId, { pageNumber, proof, of: before }, said),
        before,
        `Highlighted as ${lookInWords({ colour })}: ${annotationName({ proof, pageNumber })}.`,
      );
      window.getSelection()?.removeAllRanges();
      frame()?.focus({ preventScroll: true });
      return true;
    },
    write: () => {
      if (!desk.canChange || page === undefined) return;
      const proof = chosen();
      setDraft({ pageNumber, proof, of: proof && withSameWords(all, proof) });
      window.getSelection()?.removeAllRanges();
    },
    open: (annotation) => {
      if (desk.canChange) setDraft({ pageNumber, proof: annotation.proof, of: annotation });
    },
    save: (said) => {
      if (draft === undefined) return;
      if (said.colour !== undefined) lastColour = said.colour;
      const kept = draft.of === undefined ? 'Kept' : 'Changed';
      desk.put(
        annotationOf(documentId, draft, said),
        draft.of,
        `${kept}: ${said.note.trim() === '' ? 'highlight' : 'note'} on ${annotationName(draft)}.`,
        leave,
      );
    },
    remove: (annotation) => {
      desk.remove(annotation, `Removed: ${lookInWords(annotation)}, ${annotationName(annotation)}.`);
      leave();
    },
    leave,
    letGo: () => {
      if (chosen() === undefined) return false;
      window.getSelection()?.removeAllRanges();
      frame()?.focus({ preventScroll: true });
      return true;
    },
  };
}
