// Citations named by the exhibits of a plan, for letters that leave the app without their exhibits.
import type { DocumentId } from '../../ids.ts';
import type { Inline, Letter } from '../../model/letter.ts';
import type { Exhibit } from '../../model/packet.ts';
import { exhibitPlace } from '../../packet/labels.ts';
import { mapInlines } from '../editing/tidy.ts';

type Cite = Extract<Inline, { kind: 'cite' }>;

/** “Ex. C, p. 3” or “Ex. C, pp. 3–5”; undefined unless all cited pages follow each other in one exhibit. */
export function exhibitWords(cite: Cite, exhibits: readonly Exhibit[]): string | undefined {
  const { documentId, pageNumber, toPage = pageNumber } = cite;
  for (const { label, pages, documentId: paper } of exhibits) {
    const from = paper === documentId ? pages.indexOf(pageNumber) : -1;
    const to = from + toPage - pageNumber;
    if (from >= 0 && pages[to] === toPage && isRun(pages.slice(from, to + 1)))
      return exhibitPlace(label, from + 1, to + 1);
  }
  return undefined;
}

/** The page an exhibit's place stands for: the inverse of `exhibitWords`. `place` is one-based within the exhibit. */
export function citeOfPlace(
  label: string,
  place: number,
  toPlace: number,
  exhibits: readonly Exhibit[],
): Cite | undefined {
  const exhibit = exhibits.find((each) => each.label === label);
  const pages = exhibit?.pages.slice(place - 1, toPlace) ?? [];
  const [from] = pages;
  const to = pages.at(-1);
  if (exhibit === undefined || from === undefined || to === undefined) return undefined;
  if (toPlace < place || pages.length !== toPlace - place + 1 || !isRun(pages)) return undefined;
  return cited(exhibit.documentId, from, to);
}

/** A citation of pages `from` to `to`, in its one form. */
export function cited(documentId: DocumentId, from: number, to: number): Cite {
  return { kind: 'cite', documentId, pageNumber: from, ...(to > from && { toPage: to }) };
}

/** The letter with its citations as text; those of pages outside the packet become blanks, as the packet prints them. */
export function withExhibitsInWords(letter: Letter, exhibits: readonly Exhibit[]): Letter {
  const said = (inline: Inline): Inline => {
    if (inline.kind !== 'cite') return inline;
    const words = exhibitWords(inline, exhibits);
    return words === undefined ? { kind: 'blank', label: 'page not in the packet' } : { kind: 'text', text: words };
  };
  return { ...letter, blocks: letter.blocks.map((block) => mapInlines(block, (inlines) => inlines.map(said))) };
}

function isRun(pages: readonly number[]): boolean {
  return pages.every((page, at) => page === (pages[0] ?? 0) + at);
}
