// Finding in a paper: where on its pages the words stand that somebody looks for.
import type { FoundPlace } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import { isSimilarSpelling, plainSpelling } from './similar-spelling.ts';

/** Below so many places, similar spellings are looked for too, as the search over all papers does. */
const FEW = 5;

/**
 * Places where the words of `query` stand one after the other, in reading order; the last word may be a beginning. Case, accents, and whatever
 * stands between letters and digits don't matter, so that a number is found in any spelling and a word across the end of a line. When there are
 * few such places, words in a similar spelling count too. At most `limit` places.
 */
export function findWords(pages: readonly Page[], query: string, limit: number): readonly FoundPlace[] {
  const terms = plainSpelling(query).match(RUN) ?? [];
  if (terms.length === 0) return [];
  const spelt = pages.map((page) => ({ page, runs: runsOf(page) }));
  const exact = spelt.flatMap(({ page, runs }) => exactPlaces(page.pageNumber, runs, terms.join('')));
  if (exact.length >= FEW) return exact.slice(0, limit);
  const taken = new Set(exact.map(placeOf));
  const similar = spelt
    .flatMap(({ page, runs }) => similarPlaces(page.pageNumber, runs, terms))
    .filter((place) => !taken.has(placeOf(place)));
  return [...exact, ...similar].sort((a, b) => a.pageNumber - b.pageNumber || a.from - b.from).slice(0, limit);
}

const RUN = /[\p{L}\p{N}]+/gu;

/** Letters and digits that stand together, and the word of the page they stand in. */
interface Run {
  readonly text: string;
  readonly word: number;
}

function runsOf(page: Page): readonly Run[] {
  return page.words.flatMap(({ text }, word) =>
    (plainSpelling(text).match(RUN) ?? []).map((run) => ({ text: run, word })),
  );
}

/** Places that begin with a run, in the text of a page without anything between the runs. */
function exactPlaces(pageNumber: number, runs: readonly Run[], wanted: string): readonly FoundPlace[] {
  const places: FoundPlace[] = [];
  let next = 0;
  for (let first = 0; first < runs.length; first += 1) {
    if (first < next) continue;
    let spelt = '';
    let last = first;
    for (; last < runs.length && spelt.length < wanted.length; last += 1) {
      spelt += runs[last]?.text ?? '';
      if (!spelt.startsWith(wanted) && !wanted.startsWith(spelt)) break;
    }
    if (!spelt.startsWith(wanted)) continue;
    places.push(placeFrom(pageNumber, runs, first, last, false));
    next = last;
  }
  return places;
}

function similarPlaces(pageNumber: number, runs: readonly Run[], terms: readonly string[]): readonly FoundPlace[] {
  return runs.flatMap((_run, first) => {
    const isThere = terms.every((term, index) => {
      const text = runs[first + index]?.text;
      return text !== undefined && (text === term || isSimilarSpelling(term, text));
    });
    return isThere ? [placeFrom(pageNumber, runs, first, first + terms.length, true)] : [];
  });
}

/** The words of runs `first` to `last` (exclusive). */
function placeFrom(pageNumber: number, runs: readonly Run[], first: number, last: number, isSimilar: boolean) {
  const from = runs[first]?.word ?? 0;
  return { pageNumber, from, to: (runs[last - 1]?.word ?? from) + 1, isSimilar };
}

const placeOf = ({ pageNumber, from }: FoundPlace) => `${pageNumber}/${from}`;
