// Which papers become exhibits, in which order: the denial first, then money, clinical papers, plan papers, the rest.
import type { DocumentId, GroundId } from '../ids.ts';
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Exhibit } from '../model/packet.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import { activeGrounds, chosenEvidence, provingPages } from './evidence-choice.ts';
import { exhibitTitle } from './exhibit-title.ts';
import { exhibitLabel } from './labels.ts';
import type { LetterCite } from './letter-cites.ts';

/** Place of each kind among the exhibits, after the order hospitals' and patient advocates' appeal guides agree on. */
const PLACE: Readonly<Record<DocumentKind, number>> = {
  'denial-letter': 0,
  eob: 1,
  bill: 2,
  receipt: 3,
  'letter-of-medical-necessity': 4,
  'medical-record': 5,
  'plan-document': 6,
  'medical-policy': 7,
  literature: 8,
  'prior-authorization': 9,
  correspondence: 9,
  'authorization-form': 10,
  'id-card': 11,
  other: 12,
};

/** The exhibits of a case: every paper the denial, its evidence, the letter or the user's attachments name, whole, lettered A, B, … */
export function planExhibits(
  theCase: Case,
  documents: ReadonlyMap<string, FullDocument>,
  cites: readonly LetterCite[],
): readonly Exhibit[] {
  const chosen = exhibitDocuments(theCase, cites)
    .map((id) => documents.get(id))
    .filter((paper): paper is FullDocument => paper !== undefined && paper.pages.length > 0)
    .toSorted((a, b) => comparePapers(theCase, a, b));
  const supports = supportedGrounds(theCase, cites);
  return chosen.map((paper, index) => ({
    key: paper.document.id,
    label: exhibitLabel(index),
    title: exhibitTitle(paper),
    kind: paper.document.kind,
    ...(paper.document.date === undefined ? {} : { date: paper.document.date }),
    documentId: paper.document.id,
    pages: paper.pages.map((page) => page.pageNumber).toSorted((a, b) => a - b),
    supports: [...(supports.get(paper.document.id) ?? [])],
  }));
}

/** Ids of all papers that belong in the packet, each once. */
function exhibitDocuments(theCase: Case, cites: readonly LetterCite[]): readonly DocumentId[] {
  const evidence = activeGrounds(theCase).flatMap((ground) => chosenEvidence(theCase, ground, cites));
  return [
    ...new Set([
      theCase.denialDocumentId,
      ...evidence.map((item) => item.documentId),
      ...cites.map((cite) => cite.documentId),
      ...theCase.attachments,
    ]),
  ];
}

/** The grounds each paper helps to answer, in the order of the case. */
function supportedGrounds(theCase: Case, cites: readonly LetterCite[]): ReadonlyMap<DocumentId, ReadonlySet<GroundId>> {
  const supports = new Map<DocumentId, Set<GroundId>>();
  for (const ground of activeGrounds(theCase)) {
    for (const span of provingPages(theCase, ground, cites)) {
      supports.set(span.documentId, (supports.get(span.documentId) ?? new Set()).add(ground.id));
    }
  }
  return supports;
}

/** This denial, then by kind, then by date (undated last), then as imported. */
function comparePapers(theCase: Case, a: FullDocument, b: FullDocument): number {
  const first = Number(b.document.id === theCase.denialDocumentId) - Number(a.document.id === theCase.denialDocumentId);
  if (first !== 0) return first;
  const place = PLACE[a.document.kind] - PLACE[b.document.kind];
  if (place !== 0) return place;
  const dateA = a.document.date ?? '9999-99-99';
  const dateB = b.document.date ?? '9999-99-99';
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.document.sequence - b.document.sequence || (a.document.id < b.document.id ? -1 : 1);
}
