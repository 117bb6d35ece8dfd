// Finding a quote on a page: word for word where it can be, else the nearest run of words.
import type { Page } from '../model/page.ts';
import { comparable } from './normalize.ts';

/** Where a quote stands: words `[from, to)` of the page, and how sure that is (1 = exact). */
export interface QuotePlace {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Least share of matching letters for a quote to count as found. */
const LEAST_SCORE = 0.8;

/** What words `[from, to)` of a page say, joined by single spaces. */
export function quoteOf(page: Page, from: number, to: number): string {
  return page.words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
}

/** The place of `quote` on the page: exact in comparison form first, then the run of words that resembles it most; undefined when nothing is near enough. */
export function findQuote(page: Page, quote: string): QuotePlace | undefined {
  const wanted = letters(quote);
  if (wanted === '') return undefined;
  const { text, starts } = letterStream(page);
  const at = text.indexOf(wanted);
  if (at >= 0) return placed(starts, at, at + wanted.length, 1);
  return fuzzyPlace(page, wanted, text, starts);
}

/** Letters and digits only, in comparison form: spaces and punctuation are where printing and reading differ most. */
function letters(text: string): string {
  return comparable(text).text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function letterStream(page: Page): { text: string; starts: number[] } {
  let text = '';
  const starts: number[] = [];
  page.words.forEach((word, index) => {
    const piece = letters(word.text);
    for (let unit = 0; unit < piece.length; unit += 1) starts.push(index);
    text += piece;
  });
  return { text, starts };
}

function placed(starts: readonly number[], from: number, to: number, score: number): QuotePlace | undefined {
  const first = starts[from];
  const last = starts[to - 1];
  return first === undefined || last === undefined ? undefined : { from: first, to: last + 1, score };
}

/** Anchors the quote by shared five-letter runs, then measures only those places. */
function fuzzyPlace(page: Page, wanted: string, text: string, starts: readonly number[]): QuotePlace | undefined {
  if (wanted.length < 8 || page.words.length === 0) return undefined;
  const votes = new Map<number, number>();
  for (let at = 0; at + 5 <= wanted.length; at += 3) {
    const gram = wanted.slice(at, at + 5);
    for (let hit = text.indexOf(gram); hit >= 0; hit = text.indexOf(gram, hit + 1)) {
      const start = Math.round((hit - at) / 4) * 4;
      votes.set(start, (votes.get(start) ?? 0) + 1);
    }
  }
  const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, 4);
  let found: QuotePlace | undefined;
  for (const [start] of best) {
    const from = Math.max(0, start);
    const to = Math.min(text.length, start + wanted.length);
    if (from >= to) continue;
    const score = 1 - distance(wanted, text.slice(from, to)) / wanted.length;
    if (score >= LEAST_SCORE && score > (found?.score ?? 0)) found = placed(starts, from, to, score);
  }
  return found;
}

/** Edit distance of two strings (insert, delete, replace). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
