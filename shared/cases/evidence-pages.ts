// The pages that may answer a ground, with their sentences as stems and how rare each word is among them.
import type { Case, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import { oncePer, oncePerPair } from '../once-per.ts';
import { identityOf } from './facts.ts';
import { kinship, mayServe } from './kinship.ts';
import { pageStems } from './page-stems.ts';
import { pageText, type Sentence, sentencesOf } from './page-text.ts';
import { samePlan } from './plan-kinship.ts';
import { contentStems, stemsOf } from './stems.ts';

export interface PreparedSentence extends Sentence {
  readonly stems: readonly string[];
  readonly content: ReadonlySet<string>;
}

export interface PreparedPage {
  readonly document: FullDocument;
  readonly page: Page;
  readonly sentences: readonly PreparedSentence[];
  readonly stems: readonly string[];
  readonly content: ReadonlySet<string>;
}

/**
 * Pages of all papers that may serve the case. The denial itself and papers that only restate it stay out. Found once for a case and its papers: gaps,
 * evidence and criteria all ask.
 */
export const evidencePages: (value: Case, documents: readonly FullDocument[]) => readonly PreparedPage[] =
  oncePerPair(findPages);

function findPages(value: Case, documents: readonly FullDocument[]): PreparedPage[] {
  const identity = identityOf(value.facts);
  return documents
    .filter((paper) => paper.document.id !== value.denialDocumentId && !restatesDenial(paper, value))
    .filter((paper) => mayServe(kinship(identity, paper), paper.document.kind) && samePlan(value, paper))
    .flatMap((document) =>
      document.pages.filter((page) => page.words.length > 0).map((page) => ({ document, ...prepareWords(page) })),
    );
}

/** A denial letter, or an explanation of benefits that gives a reason of this case: they say the same as the denial. */
function restatesDenial(paper: FullDocument, value: Case): boolean {
  if (paper.document.kind === 'denial-letter') return true;
  if (paper.document.kind !== 'eob') return false;
  return paper.reading.reasons.some((reason) => value.grounds.some((ground) => ground.reason === reason.reason));
}

/** A page with its sentences as stems. */
const prepareWords = oncePer((page: Page): Omit<PreparedPage, 'document'> => {
  const sentences = sentencesOf(page).map((sentence) => ({
    ...sentence,
    stems: stemsOf(sentence.text),
    content: new Set(contentStems(sentence.text)),
  }));
  return { page, sentences, stems: pageStems(page), content: new Set(contentStems(pageText(page))) };
});

/** Pages of other people’s making that are thought beside the few at hand, so that in a small vault words still count. */
const IMAGINED_PAGES = 6;

/** How rare each content stem is among the pages; small for one that stands on every page. */
export function rarity(pages: readonly PreparedPage[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const page of pages) for (const stem of page.content) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const total = pages.length + IMAGINED_PAGES;
  return (stem) => Math.log(1 + (total - (counts.get(stem) ?? 0) + 0.5) / ((counts.get(stem) ?? 0) + 0.5));
}

/** Sentences before and after the ground's own that still belong to the denial's argument. */
const NEIGHBOURS = 2;

/** What the denial argues about at this ground: the content stems of its passage there. */
export function topicOf(ground: Ground, denial: FullDocument | undefined): ReadonlySet<string> {
  const proof = ground.source?.proof;
  if (proof === undefined) return new Set();
  const page = denial?.pages.find((each) => each.pageNumber === proof.pageNumber);
  if (page === undefined) return new Set(contentStems(proof.quote));
  const sentences = sentencesOf(page);
  const first = sentences.findIndex((sentence) => sentence.to > proof.from);
  const last = sentences.findLastIndex((sentence) => sentence.from < proof.to);
  if (first < 0 || last < 0) return new Set(contentStems(proof.quote));
  const near = sentences.filter((sentence, at) => {
    const sameParagraph =
      sentence.paragraph === sentences[first]?.paragraph || sentence.paragraph === sentences[last]?.paragraph;
    return sameParagraph && at >= first - NEIGHBOURS && at <= last + NEIGHBOURS;
  });
  return new Set(near.flatMap((sentence) => contentStems(sentence.text)));
}
