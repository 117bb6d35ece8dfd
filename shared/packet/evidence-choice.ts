// Which evidence a packet carries for a ground: what the user accepted, else what the letter cites of the suggestions.
import type { DocumentId } from '../ids.ts';
import type { Case, Evidence, Ground } from '../model/case.ts';
import type { MatrixRow } from '../model/packet.ts';
import type { LetterCite } from './letter-cites.ts';

export type PageSpan = MatrixRow['evidence'][number];

/** The grounds the packet answers: all but the dismissed ones, in the order of the case. */
export function activeGrounds(theCase: Case): readonly Ground[] {
  return theCase.grounds
    .filter((ground) => ground.state !== 'dismissed')
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * The evidence that stands for a ground. Accepted evidence always does; with none accepted, those suggestions count whose pages the
 * letter cites under this ground, so that packet and letter never disagree.
 */
export function chosenEvidence(theCase: Case, ground: Ground, cites: readonly LetterCite[]): readonly Evidence[] {
  const own = theCase.evidence.filter((evidence) => evidence.groundId === ground.id);
  const accepted = own.filter((evidence) => evidence.state === 'accepted');
  if (accepted.length > 0) return accepted;
  const here = cites.filter((cite) => cite.groundId === ground.id);
  return own.filter(
    (evidence) =>
      evidence.state === 'suggested' &&
      here.some(
        (cite) =>
          cite.documentId === evidence.documentId &&
          cite.pageNumber <= evidence.toPage &&
          cite.toPage >= evidence.fromPage,
      ),
  );
}

/** The pages that prove the answer to a ground: the chosen evidence and the letter's citations, without the denial's own page. */
export function provingPages(theCase: Case, ground: Ground, cites: readonly LetterCite[]): readonly PageSpan[] {
  const fromEvidence = chosenEvidence(theCase, ground, cites).map(({ documentId, fromPage, toPage }) => ({
    documentId,
    fromPage,
    toPage,
  }));
  const fromCites = cites
    .filter((cite) => cite.groundId === ground.id && cite.documentId !== theCase.denialDocumentId)
    .map((cite) => ({ documentId: cite.documentId, fromPage: cite.pageNumber, toPage: cite.toPage }));
  return mergeSpans([...fromEvidence, ...fromCites]);
}

/** Joins overlapping and adjoining spans of the same document; documents keep the order of their first appearance. */
export function mergeSpans(spans: readonly PageSpan[]): readonly PageSpan[] {
  const byDocument = new Map<DocumentId, PageSpan[]>();
  for (const span of spans) byDocument.set(span.documentId, [...(byDocument.get(span.documentId) ?? []), span]);
  return [...byDocument.values()].flatMap((own) => {
    const merged: PageSpan[] = [];
    for (const span of own.toSorted((a, b) => a.fromPage - b.fromPage)) {
      const last = merged.at(-1);
      if (last === undefined || span.fromPage > last.toPage + 1) merged.push({ ...span });
      else last.toPage = Math.max(last.toPage, span.toPage);
    }
    return merged;
  });
}
