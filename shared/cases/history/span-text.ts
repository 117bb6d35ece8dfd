// Words of a page as one searchable text in which every character knows its word.
import type { Page } from '../../model/page.ts';
import { foldWord } from '../../text/normalize.ts';

/** Words of a page joined by single spaces, typographic variants folded, case kept. */
export interface SpanText {
  readonly page: Page;
  /** Indices of the words on the page, rising. */
  readonly words: readonly number[];
  readonly text: string;
  /** For every character the place in `words` it belongs to; a space belongs to the word before. */
  readonly places: readonly number[];
}

export function spanText(page: Page, words: readonly number[]): SpanText {
  let text = '';
  const places: number[] = [];
  words.forEach((index, place) => {
    const piece = `${place === 0 ? '' : ' '}${readable(foldWord(page.words[index]?.text ?? ''))}`;
    for (let unit = 0; unit < piece.length; unit += 1) places.push(unit === 0 && place > 0 ? place - 1 : place);
    text += piece;
  });
  return { page, words, text, places };
}

/** The words `from` to `to` (exclusive) of a page. */
export function rangeText(page: Page, from: number, to: number): SpanText {
  return spanText(
    page,
    Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at),
  );
}

function readable(word: string): string {
  return /\d/.test(word) ? readableLetters(readableDigits(word)) : word;
}

/** A part of a text: characters `from` (inclusive) to `to` (exclusive). */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The part as printed: its whole words, without punctuation at the ends. */
export function printed(span: SpanText, part: Part): string {
  let from = part.from;
  while (from < part.to - 1 && span.text[from] === ' ') from += 1;
  const first = span.places[from];
  const last = span.places[Math.max(from, part.to - 1)];
  if (first === undefined || last === undefined) return '';
  const words = span.words.slice(first, last + 1).map((index) => span.page.words[index]?.text ?? '');
  return trimmed(words.join(' '));
}

/** Words `from` to `to` (exclusive) of a page as printed, without punctuation at the ends. */
export function printedWords(page: Page, from: number, to: number): string {
  return trimmed(
    page.words
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Without punctuation at the ends, but for a bracket or a sign that belongs to the words. */
export function trimmed(text: string): string {
  let kept = text.replace(/^[\s,;:.)\]|–—-]+(?=\S)/u, '').replace(/[\s,;:.(|–—-]+$/u, '');
  if (kept.startsWith('(') && !kept.includes(')')) kept = kept.slice(1);
  if (kept.endsWith(')') && !kept.includes('(')) kept = kept.slice(0, -1);
  return kept.replace(/[\s,;:]+$/u, '');
}

/** Letters the scanner read as digits inside a word (“n0”, “re1ief”); the length stays. */
function readableLetters(word: string): string {
  if (/^[("]?\p{L}+0\p{L}*[.,;:)"]*$/u.test(word)) return word.replace(/0/g, 'o');
  return /^[("]?\p{Ll}+1\p{Ll}+[.,;:)"]*$/u.test(word) ? word.replace(/1/g, 'l') : word;
}

const MISREAD: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1', S: '5', B: '8' };

/** Numbers and dates the scanner read with letters in them (“2OO”, “O2/2019”); the length stays. */
function readableDigits(word: string): string {
  if (!/^[(]?[\dOo][\dOoIl|SB]*([/.,-][\dOoIl|SB]+)*[),;.:]*$/.test(word) || !/\d/.test(word)) return word;
  return word.replace(/[OoIl|SB]/g, (letter) => MISREAD[letter] ?? letter);
}
