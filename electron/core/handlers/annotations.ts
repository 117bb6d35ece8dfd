// Calls about notes and highlights on pages of papers.
import { inReadingOrder, placedOn, usesOf } from '../../../shared/annotations/placed.ts';
import { relatedPapers } from '../../../shared/cases/related.ts';
import { AppError, isAppError } from '../../../shared/errors.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Annotation, AnnotationView } from '../../../shared/model/annotation.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { Vault } from '../../vault/types.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/annotations.ts. */
export function annotationHandlers(os: Implementer, desk: CaseDesk, { session }: Services): Area<'annotations'> {
  const calls = os.annotations;
  return {
    list: calls.list.handler(({ input }) => viewsOf(session.vault(), input.documentId)),
    ofCase: calls.ofCase.handler(({ input }) => {
      const vault = session.vault();
      const cases = vault.cases.list();
      return relatedPapers(vault.cases.get(input.id), desk.documents()).flatMap(({ document }) =>
        viewsOf(vault, document.id, cases).map((view) => ({ ...view, title: document.title })),
      );
    }),
    put: calls.put.handler(({ input }) => {
      const vault = session.vault();
      if (input.colour === undefined && input.note.trim() === '') throw new AppError('annotation-empty');
      const page = vault.documents.page(input.documentId, input.pageNumber);
      const now = new Date().toISOString();
      // The words are the page's own. Those that were lost are kept as they were: they are shown as lost.
      const proof = input.proof === undefined ? undefined : (placedOn(page, input.proof) ?? input.proof);
      const { proof: _given, madeAt = vault.annotations.get(input.id)?.madeAt ?? now, ...said } = input;
      const annotation: Annotation = { ...said, madeAt, changedAt: now, ...(proof && { proof }) };
      vault.annotations.save(annotation);
      return viewOf(vault, annotation, page, vault.cases.list());
    }),
    remove: calls.remove.handler(({ input }) => {
      session.vault().annotations.remove(input.id);
      return { done: true } as const;
    }),
  };
}

function viewsOf(vault: Vault, id: DocumentId, known?: readonly Case[]): AnnotationView[] {
  const kept = vault.annotations.list(id);
  // Most papers have none: then no case is looked at.
  if (kept.length === 0) return [];
  const cases = known ?? vault.cases.list();
  const pages = new Map<number, Page | undefined>();
  const pageOf = (pageNumber: number) => {
    if (!pages.has(pageNumber)) pages.set(pageNumber, readPage(vault, id, pageNumber));
    return pages.get(pageNumber);
  };
  return inReadingOrder(kept.map((each) => viewOf(vault, each, pageOf(each.pageNumber), cases)));
}

/** As it stands on the page now, with the evidence of the same words, in whichever paper the page stands. */
function viewOf(vault: Vault, kept: Annotation, page: Page | undefined, cases: readonly Case[]): AnnotationView {
  const proof = kept.proof && page && placedOn(page, kept.proof);
  const isLost = kept.proof !== undefined && proof === undefined;
  const annotation = { ...kept, ...(proof && { proof }) };
  if (isLost) return { ...annotation, isLost, uses: [] };
  const places = vault.annotations
    .places(annotation)
    .map((place) => ({ ...place, ...(proof && { proof: { ...proof, pageNumber: place.pageNumber } }) }));
  return { ...annotation, isLost, uses: usesOf(places, cases) };
}

/** Undefined while the page is not read yet. */
function readPage(vault: Vault, id: DocumentId, pageNumber: number): Page | undefined {
  try {
    return vault.documents.page(id, pageNumber);
  } catch (cause) {
    if (isAppError(cause) && cause.code === 'page-not-found') return undefined;
    throw cause;
  }
}
