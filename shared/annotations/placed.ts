// Where an annotation stands: its words on the page as it is read now, its place among others, the evidence made of it.
import type { Annotation, AnnotationUse } from '../model/annotation.ts';
import type { Case, Evidence } from '../model/case.ts';
import type { Proof } from '../model/finding.ts';
import type { Page } from '../model/page.ts';
import { findQuote, quoteOf } from '../text/quote.ts';

/** What an annotation is about. */
export type AnnotationPlace = Pick<Annotation, 'documentId' | 'pageNumber' | 'proof'>;

/**
 * The words of an annotation on a page that may have been read anew since, or turned: where they stood when they still say the same, else where they
 * are found, with what the page says there. Undefined when they are not found, or in more than one place.
 */
export function placedOn(page: Page, proof: Proof): Proof | undefined {
  const { from, to, quote } = proof;
  if (from < to && to <= page.words.length && quoteOf(page, from, to) === quote)
    return { ...proof, pageNumber: page.pageNumber };
  const found = findQuote(page, quote);
  if (found === undefined) return undefined;
  const rest = { ...page, words: page.words.slice(found.to) };
  if (found.score === 1 && findQuote(rest, quote)?.score === 1) return undefined;
  return {
    pageNumber: page.pageNumber,
    from: found.from,
    to: found.to,
    quote: quoteOf(page, found.from, found.to),
  };
}

/** By page; on a page, notes about all of it come first, then by their words, those that begin together by age. */
export function inReadingOrder<Each extends Omit<AnnotationPlace, 'documentId'> & Pick<Annotation, 'madeAt'>>(
  all: readonly Each[],
): Each[] {
  const firstWord = ({ proof }: Each) => proof?.from ?? -1;
  return all.toSorted(
    (a, b) => a.pageNumber - b.pageNumber || firstWord(a) - firstWord(b) || (a.madeAt < b.madeAt ? -1 : 1),
  );
}

/** True when evidence names exactly the page and the words of the place. */
export function isSamePlace(
  evidence: Pick<Evidence, 'documentId' | 'fromPage' | 'toPage' | 'proof'>,
  place: AnnotationPlace,
): boolean {
  const { documentId, fromPage, toPage, proof } = evidence;
  if (documentId !== place.documentId) return false;
  if (place.proof === undefined)
    return proof === undefined && fromPage === place.pageNumber && toPage === place.pageNumber;
  return proof?.pageNumber === place.pageNumber && proof.from === place.proof.from && proof.to === place.proof.to;
}

/** The accepted evidence of the cases that stands at one of the places, which are all the same words: a page can stand in several papers. */
export function usesOf(places: readonly AnnotationPlace[], cases: readonly Case[]): AnnotationUse[] {
  return cases.flatMap(({ id: caseId, title: caseTitle, evidence, grounds }) =>
    evidence.flatMap((each): AnnotationUse[] => {
      if (each.state !== 'accepted' || !places.some((place) => isSamePlace(each, place))) return [];
      const ground = grounds.find(({ id }) => id === each.groundId);
      if (ground === undefined) return [];
      return [{ caseId, caseTitle, groundId: ground.id, reason: ground.reason, evidenceId: each.id }];
    }),
  );
}
