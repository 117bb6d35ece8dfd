// What a letter leaves in a Word file so that it can be read back: names of styles and bookmarks.
import { type DocumentId, GroundId } from '../../ids.ts';
import type { Inline } from '../../model/letter.ts';
import { cited } from './exhibit-words.ts';

type Cite = Extract<Inline, { kind: 'cite' }>;

/** Ids of the styles of a letter in a Word file: their names without blanks, because LibreOffice makes new ids of the names. Word itself brings Heading1 and Heading2. */
export const WORD_STYLES = {
  quote: 'LetterQuote',
  lines: 'LetterLines',
  signature: 'LetterSignature',
  blank: 'LetterBlank',
  cite: 'LetterCitation',
  sender: 'LetterSender',
  /** Everything from the first paragraph of this style on is the app's own list of the pages cited, no part of the letter. */
  pages: 'LetterPagesCited',
} as const;

/**
 * The bookmark a citation links to: `av_<document>_<page>_<toPage>`, the document's number to the base 36, because Word takes no name of more
 * than 40 letters, digits and underscores.
 */
export function citeAnchor({ documentId, pageNumber, toPage }: Cite): string {
  return `av_${shortId(documentId)}_${pageNumber}_${toPage ?? pageNumber}`;
}

/** The citation a bookmark stands for; undefined when it is none of one of these papers. */
export function citeOfAnchor(anchor: string, documentIds: readonly DocumentId[]): Cite | undefined {
  const found = /^av_([0-9a-z]{1,25})_(\d{1,6})_(\d{1,6})$/.exec(anchor);
  const documentId = documentIds.find((id) => shortId(id) === found?.[1]);
  const [from, to] = [Number(found?.[2]), Number(found?.[3])];
  if (found === null || documentId === undefined || from < 1 || to < from) return undefined;
  return cited(documentId, from, to);
}

/** The bookmark of the heading that opens the answer to a ground. */
export function groundBookmark(groundId: GroundId): string {
  return `av_${groundId}`;
}

/** The ground a bookmark stands for; undefined when it is none. */
export function groundOfBookmark(name: string): GroundId | undefined {
  const parsed = GroundId.safeParse(name.replace(/^av_/, ''));
  return name.startsWith('av_') && parsed.success ? parsed.data : undefined;
}

function shortId(documentId: DocumentId): string {
  return BigInt(`0x${documentId.slice(2)}`).toString(36);
}
