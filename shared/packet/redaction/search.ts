// Finds a word or phrase on every page that goes out: whatever its case, accents, hyphens and spaces; on request also where the scanner misread it.
import type { DocumentId } from '../../ids.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Exhibit } from '../../model/packet.ts';
import type { Page } from '../../model/page.ts';
import type { PageBox } from '../../model/redaction.ts';
import { boxesOfWords } from './boxes.ts';
import { type LetterStream, letterStream, lookalikes, plainLetters } from './letters.ts';

export interface SearchOptions {
  /** The phrase must begin and end where words do: “Ann” is not in “annual”. */
  readonly wholeWords: boolean;
  /** Also what optical reading may have made of it: one letter in five wrong, look-alikes free. */
  readonly misread: boolean;
}

/** A place of the phrase on a page: words `from` (inclusive) to `to` (exclusive). */
export interface WordsHit {
  readonly from: number;
  readonly to: number;
}

/** A hit with what is around it, for the list the user looks through. */
export interface PhraseHit extends WordsHit {
  readonly documentId: DocumentId;
  readonly pageNumber: number;
  /** A few words before, the words found, a few words after. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly boxes: PageBox[];
}

const CONTEXT_WORDS = 5;

/** All hits in the order of the exhibits; a page in two exhibits is looked at once. An empty phrase has none. */
export function findPhrase(
  phrase: string,
  exhibits: readonly Exhibit[],
  documents: ReadonlyMap<string, FullDocument>,
  options: SearchOptions,
): PhraseHit[] {
  const seen = new Set<string>();
  return exhibits.flatMap(({ documentId, pages }) =>
    pages.flatMap((pageNumber) => {
      const page = documents.get(documentId)?.pages.find((each) => each.pageNumber === pageNumber);
      const key = `${documentId}/${pageNumber}`;
      if (page === undefined || seen.has(key)) return [];
      seen.add(key);
      return findOnPage(phrase, page, options).map((hit) => ({ ...hit, documentId, pageNumber, ...shown(page, hit) }));
    }),
  );
}

function shown(page: Page, { from, to }: WordsHit): Pick<PhraseHit, 'before' | 'text' | 'after' | 'boxes'> {
  const say = (start: number, end: number) =>
    page.words
      .slice(Math.max(0, start), end)
      .map((word) => word.text)
      .join(' ');
  return {
    before: say(from - CONTEXT_WORDS, from),
    text: say(from, to),
    after: say(to, to + CONTEXT_WORDS),
    boxes: boxesOfWords(
      page,
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  };
}

/** Hits on one page, each word once, in reading order. */
export function findOnPage(phrase: string, page: Page, options: SearchOptions): WordsHit[] {
  return findInStream(phrase, letterStream(page), options);
}

/** The same in the stream of a page, for many phrases on one page. */
export function findInStream(phrase: string, stream: LetterStream, options: SearchOptions): WordsHit[] {
  const wanted = plainLetters(phrase);
  if (wanted === '') return [];
  const exact = exactPlaces(wanted, stream);
  const places = options.misread ? [...exact, ...misreadPlaces(wanted, stream)] : exact;
  const hits: WordsHit[] = [];
  for (const { start, end } of places) {
    if (options.wholeWords && !(stream.begins[start] === true && stream.ends[end - 1] === true)) continue;
    const [from, last] = [stream.word[start], stream.word[end - 1]];
    if (from === undefined || last === undefined) continue;
    if (!hits.some((hit) => hit.from <= last && from < hit.to)) hits.push({ from, to: last + 1 });
  }
  return hits.sort((a, b) => a.from - b.from);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function exactPlaces(wanted: string, { text }: LetterStream): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    places.push({ start: at, end: at + wanted.length });
  return places;
}

/** Letters for each of which one may be wrong beyond look-alikes. */
const LETTERS_PER_ERROR = 5;

/**
 * Places where the phrase stands with few letters wrong, best first (Sellers 1980: edit distance with a free start). Look-alikes cost
 * nothing. Shorter phrases than five letters may have look-alikes only.
 */
function misreadPlaces(wanted: string, { text }: LetterStream): Place[] {
  const most = Math.floor(wanted.length / LETTERS_PER_ERROR);
  const pattern = lookalikes(wanted).signs;
  const { signs, at } = lookalikes(text);
  const found: (Place & { readonly cost: number })[] = [];
  let costs = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let starts = Array.from({ length: pattern.length + 1 }, () => 0);
  for (const [column, sign] of signs.entries()) {
    const nextCosts = [0];
    const nextStarts = [column + 1];
    for (let row = 1; row <= pattern.length; row += 1) {
      const same = (costs[row - 1] ?? 0) + (pattern[row - 1] === sign ? 0 : 1);
      const skipped = (nextCosts[row - 1] ?? 0) + 1;
      const extra = (costs[row] ?? 0) + 1;
      const least = Math.min(same, skipped, extra);
      nextCosts.push(least);
      const start =
        least === same
          ? row === 1
            ? column
            : (starts[row - 1] ?? 0)
          : least === extra
            ? (starts[row] ?? 0)
            : (nextStarts[row - 1] ?? 0);
      nextStarts.push(start);
    }
    [costs, starts] = [nextCosts, nextStarts];
    const cost = costs[pattern.length] ?? most + 1;
    if (cost <= most) found.push({ start: at[starts[pattern.length] ?? 0] ?? 0, end: (at[column] ?? 0) + 1, cost });
  }
  return found.sort(
    (a, b) => a.cost - b.cost || Math.abs(a.end - a.start - wanted.length) - Math.abs(b.end - b.start - wanted.length),
  );
}
