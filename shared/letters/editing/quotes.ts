// Whether the words a letter quotes stand on the page it names: word for word, or nearly so, or not.
import type { FullDocument } from '../../model/document.ts';
import type { Block, Inline, Letter } from '../../model/letter.ts';
import type { Page, Word } from '../../model/page.ts';
import { comparable } from '../../text/normalize.ts';
import { distance, findQuote } from '../../text/quote.ts';

/** What is wrong with a quote: its words stand on the cited page only nearly, not at all, or no page is cited. */
export interface QuoteFault {
  /** Index of the block in the letter. */
  readonly block: number;
  readonly fault: 'differs' | 'not-on-page' | 'no-page';
  /** The words in question. */
  readonly words: string;
  /** The words of the page that come nearest, for `differs`. */
  readonly printed?: string;
}

/** A quote leaves something out with one of these; each piece is looked for by itself. */
const OMISSION = /\s*(?:\[?(?:…|\.\.\.)\]?)\s*/;
/** A place found by resemblance may begin or end so many words too early or too late. */
const SLACK = 3;
/** Letters of a word for each of which optical reading may have one wrong. */
const LETTERS_PER_MISREAD = 4;

/** The faulty quotes of a letter. A quote whose paper is no longer at hand is no fault of the quote: preflight tells that of the citation. */
export function quoteFaults(letter: Letter, documents: ReadonlyMap<string, FullDocument>): readonly QuoteFault[] {
  return letter.blocks.flatMap((block, index) => (block.kind === 'quote' ? faultsOf(block, index, documents) : []));
}

function faultsOf(
  quote: Extract<Block, { kind: 'quote' }>,
  block: number,
  documents: ReadonlyMap<string, FullDocument>,
): readonly QuoteFault[] {
  const words = quotedWords(quote.inlines);
  if (words === '') return [];
  const cites = quote.inlines.filter((inline) => inline.kind === 'cite');
  if (cites.length === 0) return [{ block, fault: 'no-page', words }];
  const pages = cites.flatMap(({ documentId, pageNumber, toPage = pageNumber }) =>
    (documents.get(documentId)?.pages ?? []).filter(
      (page) => page.pageNumber >= pageNumber && page.pageNumber <= toPage,
    ),
  );
  if (pages.length === 0) return [];
  const page = joined(pages);
  for (const piece of words.split(OMISSION).filter((each) => plain(each) !== '')) {
    const place = findQuote(page, piece);
    if (place === undefined) return [{ block, fault: 'not-on-page', words: piece }];
    if (place.score === 1) continue;
    const printed = nearestWords(piece, page.words.slice(Math.max(0, place.from - SLACK), place.to + SLACK));
    if (isSameWording(piece, printed)) continue;
    return [{ block, fault: 'differs', words: piece, printed: printed.map(({ text }) => text).join(' ') }];
  }
  return [];
}

/** Of all runs with as many words as the quote the one that resembles it most. */
function nearestWords(quoted: string, around: readonly Word[]): readonly Word[] {
  const words = around.filter(({ text }) => plain(text) !== '');
  const wanted = plain(quoted);
  const count = Math.min(words.length, quoted.split(/\s+/).filter((word) => plain(word) !== '').length);
  let best = words.slice(0, count);
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from + count <= words.length; from += 1) {
    const run = words.slice(from, from + count);
    const apart = distance(wanted, run.map(({ text }) => plain(text)).join(''));
    if (apart < least) [best, least] = [run, apart];
  }
  return best;
}

/** The text of a quote without its quotation marks. */
function quotedWords(inlines: readonly Inline[]): string {
  const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
  return text
    .trim()
    .replace(/^[“"«]/, '')
    .replace(/[”"»]\s*[.,;]?$/, '')
    .trim();
}

/** The pages as one: a quote may go over the end of a page. */
function joined(pages: readonly Page[]): Page {
  return { ...pages[0]!, words: pages.flatMap(({ words }) => words) };
}

function plain(text: string): string {
  return comparable(text).text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The same words one by one, as far as optical reading can be trusted: as many of them, short words and those with a digit letter by letter,
 * longer ones with one letter in four misread. A word left out, put in or exchanged is another wording.
 */
function isSameWording(quoted: string, printed: readonly Word[]): boolean {
  const wanted = quoted.split(/\s+/).map(plain).filter(Boolean);
  const found = printed.map(({ text }) => plain(text)).filter(Boolean);
  if (wanted.length !== found.length) return false;
  return wanted.every((word, at) => {
    const other = found[at] ?? '';
    if (word === other) return true;
    if (/\d/.test(word + other)) return false;
    return distance(word, other) <= Math.floor(word.length / LETTERS_PER_MISREAD);
  });
}
