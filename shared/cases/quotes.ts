// Picks the words of a page that prove an item best: whole sentences, verbatim, that do not speak for the denial.
import type { Proof } from '../model/finding.ts';
import type { PreparedPage, PreparedSentence } from './evidence-pages.ts';
import { proofOf } from './page-text.ts';
import { hitsIn, isAdverse, type PreparedItem, type PreparedReason } from './signals.ts';

/** Longest quote offered, in words; a sentence with its list may be longer (page-text.ts). */
const MOST_WORDS = 60;
const LEAST_WORDS = 6;
/** A neighbouring sentence is taken in when it is at least this good beside the best one. */
const NEIGHBOUR_SHARE = 0.45;
/** Sentences taken in after the best one, at most. */
const MOST_NEIGHBOURS = 3;
/** Words read worse than this are not quoted when there is a choice. */
const LEAST_CONFIDENCE = 0.7;

export interface Quote {
  readonly proof: Proof;
  readonly score: number;
}

export interface QuoteSearch {
  readonly item: PreparedItem;
  /** All items this kind of paper can prove: a neighbouring sentence that proves another of them may be taken in. */
  readonly alongside: readonly PreparedItem[];
  readonly reason: PreparedReason;
  /** What the denial argues about. */
  readonly topic: ReadonlySet<string>;
  readonly rare: (stem: string) => number;
}

/** The best quote of a page for an item of the checklist; undefined when no sentence will do. */
export function bestQuote(page: PreparedPage, search: QuoteSearch): Quote | undefined {
  const { sentences } = page;
  const scores = sentences.map((sentence) => scoreSentence(sentence, [search.item], search));
  const best = scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
  const score = scores[best] ?? 0;
  if (score <= 0) return undefined;
  let from = best;
  let to = best;
  const fits = (first: number, last: number) => sentences[last]!.to - sentences[first]!.from <= MOST_WORDS;
  const good = (at: number) =>
    sentences[at]?.paragraph === sentences[best]?.paragraph &&
    sentences[at]?.complete === true &&
    sentences[best]?.complete === true &&
    neighbourScore(sentences[at]!, search) >= score * NEIGHBOUR_SHARE;
  for (let more = 0; more < MOST_NEIGHBOURS && good(to + 1) && fits(from, to + 1); more += 1) to += 1;
  if (good(from - 1) && fits(from - 1, to)) from -= 1;
  if (from > 0 && isHeadingOf(sentences[from - 1]!, sentences[from]!)) from -= 1;
  return { proof: proofOf(page.page, { from: sentences[from]!.from, to: sentences[to]!.to }), score };
}

/** “2.31 Medically Necessary.” before the sentence that defines it. */
function isHeadingOf(heading: PreparedSentence, sentence: PreparedSentence): boolean {
  const words = heading.to - heading.from;
  return (
    heading.paragraph === sentence.paragraph &&
    words >= 2 &&
    words <= 10 &&
    /^(§|Section|Sec\.)?\s?\d+(\.\d+)+/.test(heading.text)
  );
}

/** Sentences of form that prove nothing about anyone. */
const DISCLAIMER =
  /\b(do(es)? not (make|constitute|guarantee|promise)|not (medical|legal) advice|for information(al)? (purposes )?only|if you have (any )?questions|call us|this page|confidential)\b/i;

/** What a neighbouring sentence adds: proof of any item, or, among measured results, figures of its own however short. */
function neighbourScore(sentence: PreparedSentence, search: QuoteSearch): number {
  const words = sentence.text.split(' ');
  if (search.item.figures && plainNumbers(words) >= 2 && words.length < LEAST_WORDS) return 1;
  return scoreSentence(sentence, search.alongside, search);
}

function scoreSentence(sentence: PreparedSentence, items: readonly PreparedItem[], search: QuoteSearch): number {
  const { item, reason, topic, rare } = search;
  const length = sentence.to - sentence.from;
  if (length < LEAST_WORDS || (length > MOST_WORDS && !/[;:,] /.test(sentence.text))) return 0;
  if (DISCLAIMER.test(sentence.text) || isAdverse(sentence.stems, reason.adverse)) return 0;
  const found = new Map(
    items.flatMap((each) => hitsIn(sentence.stems, each)).map((hit) => [hit.text, hit.stems.length ** 0.5]),
  );
  const hits = [...found.values()].reduce((sum, weight) => sum + weight, 0);
  if (hits === 0) return 0;
  let shared = 0;
  for (const stem of sentence.content) if (topic.has(stem)) shared += Math.min(2.5, rare(stem));
  return (hits + (item.figures ? 0.1 : 0.35) * Math.min(shared, 8)) * quality(sentence, item.figures);
}

/** Whole, well-read sentences before rows of figures, headings and scraps; rows of figures where figures prove the item. */
function quality(sentence: PreparedSentence, figuresProve: boolean): number {
  const words = sentence.text.split(' ');
  const figures = words.filter((word) => /\d/.test(word)).length;
  const share = figures / words.length;
  const row = figuresProve && figures >= 2 && share <= 0.75 && words.length >= 5;
  const whole = sentence.complete && !isListItem(sentence) ? 1 : sentence.text.endsWith(':') ? 0.8 : row ? 0.75 : 0.25;
  const question = sentence.text.endsWith('?') ? 0.3 : 1;
  const read = sentence.confidence < LEAST_CONFIDENCE ? 0.4 : 1;
  const short = words.length < 9 && !row ? 0.75 : 1;
  return (
    whole *
    question *
    read *
    short *
    (share > 0.4 && !row ? 0.6 : 1) *
    (figuresProve ? (plainNumbers(words) >= 2 ? 1.25 : 0.6) : 1)
  );
}

/** Numbers that measure something; not “BH-207”. */
function plainNumbers(words: readonly string[]): number {
  return words.filter((word) => /^[($-]*\d+([.,/]\d+)*[%,.;:)]*$/.test(word)).length;
}

const VERB =
  /\b(is|are|was|were|has|have|had|may|must|will|can|does|do|did|shall|should|means?|includes?|covers?|appl(y|ies)|needs?|requires?)\b/i;

/** A bare item of a list (“Cosmetic surgery, except …”) says nothing without its lead. */
function isListItem(sentence: PreparedSentence): boolean {
  return sentence.marked && !VERB.test(sentence.text);
}
