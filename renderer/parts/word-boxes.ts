// Where words stand on a page: one box per line, in percent of the page.
import type { Page } from '../../shared/model/page.ts';

/** A rectangle in percent of the page's width and height. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room left around the words, in points. */
const MARGIN_PT = 1.5;

/** Boxes of words `from` to `to` (exclusive) of a page, one per line. Ranges beyond the page give no boxes. */
export function boxesOf(page: Page, from: number, to: number): readonly Box[] {
  const lines = new Map<number, { left: number; top: number; right: number; bottom: number }>();
  for (const word of page.words.slice(from, to)) {
    const line = lines.get(word.line);
    lines.set(word.line, {
      left: Math.min(line?.left ?? Number.POSITIVE_INFINITY, word.x),
      top: Math.min(line?.top ?? Number.POSITIVE_INFINITY, word.y),
      right: Math.max(line?.right ?? 0, word.x + word.w),
      bottom: Math.max(line?.bottom ?? 0, word.y + word.h),
    });
  }
  return [...lines.values()].map((line) => ({
    left: percent(line.left - MARGIN_PT, page.widthPt),
    top: percent(line.top - MARGIN_PT, page.heightPt),
    width: percent(line.right - line.left + 2 * MARGIN_PT, page.widthPt),
    height: percent(line.bottom - line.top + 2 * MARGIN_PT, page.heightPt),
  }));
}

/** A word of a line with its place in the page's list of words. */
export interface PlacedWord {
  readonly text: string;
  readonly index: number;
}

/** The words of a page, line by line in reading order. */
export function linesOf(page: Page): readonly (readonly PlacedWord[])[] {
  const lines = new Map<number, PlacedWord[]>();
  page.words.forEach(({ text, line }, index) => {
    const words = lines.get(line);
    if (words === undefined) lines.set(line, [{ text, index }]);
    else words.push({ text, index });
  });
  return [...lines.values()];
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}
