// Problems of the choice of exhibits: none, nobody points at one, or one is left out that something points at.
import type { DocumentId } from '../ids.ts';
import type { Exhibit, Problem } from '../model/packet.ts';
import { pagesInWords } from './exhibits.ts';
import type { PreflightInput } from './preflight.ts';

/** No exhibits at all, and exhibits nothing points at. */
export function exhibitProblems({ case: theCase, exhibits, cites }: PreflightInput): readonly Problem[] {
  if (exhibits.length === 0) {
    const sentence = 'The packet has no exhibits. Add at least the denial letter.';
    return [{ code: 'no-exhibits', severity: 'blocks', sentence, go: { at: 'setup' } }];
  }
  if (!theCase.packet.parts.includes('letter') || theCase.packet.preset === 'claim-file-request') return [];
  const isCited = ({ documentId, pages }: Exhibit) =>
    cites.some(
      (cite) => cite.documentId === documentId && pages.some((page) => page >= cite.pageNumber && page <= cite.toPage),
    );
  return exhibits
    .filter((exhibit) => exhibit.documentId !== theCase.denialDocumentId && !isCited(exhibit))
    .map((exhibit) => ({
      code: 'exhibit-uncited',
      severity: 'notes',
      sentence: `Exhibit ${exhibit.label} (“${exhibit.title}”) is in the packet, but the letter does not point at it.`,
      documentId: exhibit.documentId,
      go: { at: 'exhibit', key: exhibit.key },
    }));
}

/** Pages the letter or the tables point at that are there but not in the packet, paper by paper; and a packet without its denial. */
export function leftOutProblems(input: PreflightInput): readonly Problem[] {
  const { case: theCase, documents, exhibits, cites } = input;
  if (exhibits.length === 0) return [];
  const included = new Set(exhibits.flatMap(({ documentId, pages }) => pages.map((page) => `${documentId} ${page}`)));
  const missing = new Map<DocumentId, Set<number>>();
  for (const { documentId, pageNumber, toPage } of cites) {
    for (const { pageNumber: page } of documents.get(documentId)?.pages ?? []) {
      if (page < pageNumber || page > toPage || included.has(`${documentId} ${page}`)) continue;
      missing.set(documentId, (missing.get(documentId) ?? new Set()).add(page));
    }
  }
  const cited = [...missing].map(([documentId, found]): Problem => {
    const pages = [...found].toSorted((a, b) => a - b);
    const count = documents.get(documentId)?.pages.length ?? 0;
    const title = documents.get(documentId)?.document.title ?? 'a paper';
    const what = pages.length === count ? `“${title}”` : `${pagesInWords(pages)} of “${title}”`;
    const it = pages.length === 1 || pages.length === count ? 'it is' : 'they are';
    const sentence = `The packet points at ${what}, but ${it} left out. Put ${it === 'it is' ? 'it' : 'them'} back, or take the citation away.`;
    return {
      code: 'page-left-out',
      severity: 'blocks',
      sentence,
      documentId,
      ...(pages[0] !== undefined && { pageNumber: pages[0] }),
      go: placeOf(input, documentId),
    };
  });
  const denial = theCase.denialDocumentId;
  if (missing.has(denial) || exhibits.some(({ documentId }) => documentId === denial)) return cited;
  const sentence = 'The denial letter is left out. Whoever decides the appeal needs it.';
  return [
    ...cited,
    { code: 'denial-left-out', severity: 'warns', sentence, documentId: denial, go: placeOf(input, denial) },
  ];
}

/** Papers the user enclosed that have no page to put in: not read yet, not readable, or in the trash. */
export function enclosureProblems({ case: theCase, documents }: PreflightInput): readonly Problem[] {
  const missing = theCase.attachments.filter((id) => (documents.get(id)?.pages.length ?? 0) === 0);
  if (missing.length === 0) return [];
  const isOne = missing.length === 1;
  const [what, is, lie] = isOne ? ['A paper', 'is', 'lies'] : [`${missing.length} papers`, 'are', 'lie'];
  const sentence = `${what} you enclosed ${is} not in the packet, because ${isOne ? 'it' : 'they'} ${is} not read yet, could not be read, or ${lie} in the trash. Look among your papers, then build again.`;
  return [{ code: 'enclosure-missing', severity: 'warns', sentence, go: { at: 'setup' } }];
}

/** The exhibit made of a paper, the one left out first. */
function placeOf({ exhibits, excluded }: PreflightInput, id: DocumentId): NonNullable<Problem['go']> {
  const found = [...excluded, ...exhibits].find(({ documentId }) => documentId === id);
  return found === undefined ? { at: 'setup' } : { at: 'exhibit', key: found.key };
}
