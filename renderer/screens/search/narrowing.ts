// What a search is narrowed down to, as the window keeps it: a case stands for its papers.
import type { CaseId, DocumentId } from '../../../shared/ids.ts';
import type { CaseView } from '../../../shared/model/case.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { SearchFilter } from '../../../shared/model/search.ts';

export interface Narrowing extends Omit<SearchFilter, 'documentIds'> {
  readonly caseId?: CaseId | undefined;
}

/** The filter for the core. `view` is the case the narrowing names; while it is on its way no paper is searched. */
export function filterOf({ caseId, ...filter }: Narrowing, view: CaseView | undefined): SearchFilter {
  if (caseId === undefined) return filter;
  return { ...filter, documentIds: view === undefined ? [] : papersOf(view) };
}

/** The denial, the papers with accepted evidence, and what is enclosed besides. */
function papersOf({ case: { denialDocumentId, evidence, attachments } }: CaseView): DocumentId[] {
  const accepted = evidence.filter(({ state }) => state === 'accepted').map(({ documentId }) => documentId);
  return [...new Set([denialDocumentId, ...accepted, ...attachments])];
}

/** Without what was taken back, so that an empty narrowing is an empty object. */
export function narrowed(before: Narrowing, change: Partial<Narrowing>): Narrowing {
  return Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** What the papers of the vault offer to narrow down to. */
export function choicesOf(documents: readonly DocumentSummary[]) {
  return {
    kinds: new Set(documents.map(({ kind }) => kind)),
    payers: named(documents.map(({ payer }) => payer)),
    providers: named(documents.map(({ provider }) => provider)),
    tags: named(documents.flatMap(({ tags }) => tags)),
  };
}

function named(values: readonly (string | undefined)[]): readonly string[] {
  const present = values.filter((value) => value !== undefined);
  return [...new Set(present)].sort((a, b) => a.localeCompare(b, 'en'));
}
