// Which papers become exhibits, in which order and with which pages: the user's choices first, the preset's order for the rest.
import type { DocumentId, GroundId } from '../ids.ts';
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Exhibit } from '../model/packet.ts';
import type { ExhibitChoice } from '../model/packet-setup.ts';
import { activeGrounds, chosenEvidence, type PageSpan, provingPages } from './evidence-choice.ts';
import { exhibitTitle } from './exhibit-title.ts';
import { exhibitName } from './labels.ts';
import type { LetterCite } from './letter-cites.ts';
import { claimedPages, isWhole, rangesOfPages, rangesText } from './page-ranges.ts';
import { kindPlace } from './presets.ts';

/** What stands in the packet, and what belongs there but was left out by the user. */
export interface PlannedExhibits {
  readonly exhibits: readonly Exhibit[];
  /** In the user's order among all; their label is empty. */
  readonly excluded: readonly Exhibit[];
  /** Keys of both, in the order in which the user sees them. */
  readonly order: readonly string[];
}

/**
 * The exhibits of a case: every paper the denial, its evidence, the letter or the user's attachments name, as the user's choices say.
 * Choices for papers that don't belong (any more) are ignored; no page stands in the packet twice.
 */
export function planExhibits(
  theCase: Case,
  documents: ReadonlyMap<string, FullDocument>,
  cites: readonly LetterCite[],
): PlannedExhibits {
  const papers = new Map(papersOf(theCase, documents, cites).map((paper) => [paper.document.id, paper]));
  const choices = allChoices(theCase.packet.exhibits, [...papers.keys()]);
  const pages = claimedPages(choices, (id) => papers.get(id)?.pages.map(({ pageNumber }) => pageNumber) ?? []);
  const proving = activeGrounds(theCase).map((ground) => ({
    groundId: ground.id,
    spans: provingPages(theCase, ground, cites),
  }));
  const exhibits: Exhibit[] = [];
  const excluded: Exhibit[] = [];
  for (const choice of choices) {
    const paper = papers.get(choice.documentId);
    const own = pages.get(choice.key) ?? [];
    if (paper === undefined || own.length === 0) continue;
    const label = choice.excluded ? '' : exhibitName(theCase.packet.labels, exhibits.length);
    (choice.excluded ? excluded : exhibits).push(exhibitOf(choice, paper, own, label, proving));
  }
  const known = new Set([...exhibits, ...excluded].map(({ key }) => key));
  return { exhibits, excluded, order: choices.map(({ key }) => key).filter((key) => known.has(key)) };
}

/** The papers that belong in the packet of a case and have pages, in the preset's order. */
export function papersOf(
  theCase: Case,
  documents: ReadonlyMap<string, FullDocument>,
  cites: readonly LetterCite[],
): readonly FullDocument[] {
  return exhibitDocuments(theCase, cites)
    .map((id) => documents.get(id))
    .filter((paper): paper is FullDocument => paper !== undefined && paper.pages.length > 0)
    .toSorted((a, b) => comparePapers(theCase, a, b));
}

/** The user's choices for papers that belong, each key once, then a plain choice for each paper nobody chose anything for. */
function allChoices(chosen: readonly ExhibitChoice[], papers: readonly DocumentId[]): readonly ExhibitChoice[] {
  const belongs = new Set(papers);
  const byKey = new Map<string, ExhibitChoice>();
  for (const choice of chosen) {
    if (belongs.has(choice.documentId) && !byKey.has(choice.key)) byKey.set(choice.key, choice);
  }
  const named = new Set([...byKey.values()].map(({ documentId }) => documentId));
  const rest = papers.filter((id) => !named.has(id));
  return [...byKey.values(), ...rest.map((documentId) => ({ key: documentId, documentId, excluded: false }))];
}

function exhibitOf(
  { key, title }: ExhibitChoice,
  paper: FullDocument,
  pages: readonly number[],
  label: string,
  proving: readonly { readonly groundId: GroundId; readonly spans: readonly PageSpan[] }[],
): Exhibit {
  const { id, kind, date } = paper.document;
  const isIn = (span: PageSpan) =>
    span.documentId === id && pages.some((page) => page >= span.fromPage && page <= span.toPage);
  return {
    key,
    label,
    title: title ?? titleOf(paper, pages),
    kind,
    ...(date === undefined ? {} : { date }),
    documentId: id,
    pages: [...pages],
    supports: proving.filter(({ spans }) => spans.some(isIn)).map(({ groundId }) => groundId),
  };
}

/** The app's title; a part of a paper says which: “Office note (pages 3–5 of 9)”. */
function titleOf(paper: FullDocument, pages: readonly number[]): string {
  const title = exhibitTitle(paper);
  if (isWhole(pages, paper.pages.length)) return title;
  return `${title} (${pagesInWords(pages)} of ${paper.pages.length})`;
}

/** “page 3”, “pages 3–5, 8”. */
export function pagesInWords(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${rangesText(rangesOfPages(pages))}`;
}

/** Ids of all papers that belong in the packet, each once. */
function exhibitDocuments(theCase: Case, cites: readonly LetterCite[]): readonly DocumentId[] {
  // A request for the file answers no reason.
  const answered = theCase.packet.preset === 'claim-file-request' ? [] : activeGrounds(theCase);
  const evidence = answered.flatMap((ground) => chosenEvidence(theCase, ground, cites));
  return [
    ...new Set([
      theCase.denialDocumentId,
      ...evidence.map((item) => item.documentId),
      ...cites.map((cite) => cite.documentId),
      ...theCase.attachments,
    ]),
  ];
}

/** This denial, then by kind as the preset wants it, then by date (undated last), then as imported. */
function comparePapers(theCase: Case, a: FullDocument, b: FullDocument): number {
  const first = Number(b.document.id === theCase.denialDocumentId) - Number(a.document.id === theCase.denialDocumentId);
  if (first !== 0) return first;
  const { preset } = theCase.packet;
  const place = kindPlace(preset, a.document.kind) - kindPlace(preset, b.document.kind);
  if (place !== 0) return place;
  const dateA = a.document.date ?? '9999-99-99';
  const dateB = b.document.date ?? '9999-99-99';
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.document.sequence - b.document.sequence || (a.document.id < b.document.id ? -1 : 1);
}
