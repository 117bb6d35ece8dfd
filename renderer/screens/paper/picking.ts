// Choosing words of a page, by pointer and by keyboard: which word is meant, and which come with it.

import type { Page, Word } from '../../../shared/model/page.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { WordRange } from '../../navigation/routes.ts';

/** Words chosen on a page: from where the choice began to where it has come. */
export interface Pick {
  readonly pageNumber: number;
  readonly anchor: number;
  readonly head: number;
}

export type PickKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** The words of a pick, whichever way it was dragged. */
export function rangeOf({ anchor, head }: Omit<Pick, 'pageNumber'>): WordRange {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) + 1 };
}

/** The word nearest to a point of the page (in points, from the upper left corner); undefined on a page without words. */
export function wordAt(page: Page, x: number, y: number): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  page.words.forEach((word, index) => {
    // A line counts before a column: a point between two lines belongs to the nearer one.
    const distance = 4 * gap(y, word.y, word.y + word.h) + gap(x, word.x, word.x + word.w);
    if (distance >= least) return;
    least = distance;
    nearest = index;
  });
  return nearest;
}

/** The word a key leads to from word `head`; it stays within the page. */
export function wordBeside(page: Page, head: number, key: PickKey): number {
  const last = page.words.length - 1;
  const word = page.words[head];
  if (word === undefined) return Math.max(0, Math.min(head, last));
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, head - 1);
    case 'ArrowRight':
      return Math.min(last, head + 1);
    case 'ArrowUp':
      return inLine(page, word, -1) ?? head;
    case 'ArrowDown':
      return inLine(page, word, 1) ?? head;
    case 'Home':
      return page.words.findIndex((other) => other.line === word.line);
    case 'End':
      return page.words.findLastIndex((other) => other.line === word.line);
  }
}

/** The chosen words, as they are read out: long ones by their beginning and end. */
export function pickInWords(page: Page, pick: Pick): string {
  const { from, to } = rangeOf(pick);
  const amount = to - from;
  if (amount <= READ_OUT_WORDS) return `${amount === 1 ? '1 word' : `${amount} words`}: ${quoteOf(page, from, to)}`;
  return `${amount} words: ${quoteOf(page, from, from + 3)} … ${quoteOf(page, to - 3, to)}`;
}

/** More words than these would be read out for too long at each step. */
const READ_OUT_WORDS = 8;

/** The word of the next line in a direction whose middle is nearest to the middle of `word`. */
function inLine(page: Page, word: Word, step: 1 | -1): number | undefined {
  const lines = page.words.map(({ line }) => line).filter((line) => (line - word.line) * step > 0);
  if (lines.length === 0) return undefined;
  const target = step === 1 ? Math.min(...lines) : Math.max(...lines);
  const middle = word.x + word.w / 2;
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  page.words.forEach((other, index) => {
    if (other.line !== target) return;
    const distance = Math.abs(other.x + other.w / 2 - middle);
    if (distance >= least) return;
    least = distance;
    nearest = index;
  });
  return nearest;
}

function gap(at: number, start: number, end: number): number {
  return Math.max(0, start - at, at - end);
}
