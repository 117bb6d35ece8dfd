// Boxes of redactions: clipped to the page, rounded outwards, without one inside another; and what of a page's words they leave.
import type { Page, Word } from '../../model/page.ts';
import type { PageBox, Redaction } from '../../model/redaction.ts';

/** Box edges are kept to a hundredth of a point, rounded outwards. */
const GRAIN = 100;
/** A box may graze a word by this much before the word counts as hidden: points across, and a share of the word's height up and down. */
const GRAZE_ACROSS_PT = 0.5;
const GRAZE_DOWN = 0.15;

interface Sheet {
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * The boxes that are painted on a page: clipped to it, rounded outwards to a hundredth of a point, from top to bottom, none inside another.
 * Doing it twice changes nothing.
 */
export function tidyBoxes(boxes: readonly PageBox[], page: Sheet): PageBox[] {
  const clipped = boxes
    .map((box) => clippedTo(box, page))
    .filter((box): box is PageBox => box !== undefined)
    .sort((a, b) => a.y - b.y || a.x - b.x || b.w * b.h - a.w * a.h);
  return clipped.filter(
    (box, at) =>
      !clipped.some((other, index) => index !== at && holds(other, box) && (index < at || !holds(box, other))),
  );
}

function clippedTo(box: PageBox, page: Sheet): PageBox | undefined {
  const left = outwards(Math.max(0, box.x), Math.floor);
  const top = outwards(Math.max(0, box.y), Math.floor);
  const right = Math.min(page.widthPt, outwards(box.x + box.w, Math.ceil));
  const bottom = Math.min(page.heightPt, outwards(box.y + box.h, Math.ceil));
  const [w, h] = [tidy(right - left), tidy(bottom - top)];
  return w > 0 && h > 0 ? { x: left, y: top, w, h } : undefined;
}

/** Values that are a multiple of the grain but for the computer's rounding stay as they are. */
function outwards(value: number, round: (value: number) => number): number {
  const grains = value * GRAIN;
  return (Math.abs(grains - Math.round(grains)) < 1e-6 ? Math.round(grains) : round(grains)) / GRAIN;
}

function tidy(value: number): number {
  return Math.round(value * GRAIN * 1000) / (GRAIN * 1000);
}

/** True when the second box lies within the first. */
function holds(outer: PageBox, inner: PageBox): boolean {
  const slack = 1e-6;
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.w >= inner.x + inner.w - slack &&
    outer.y + outer.h >= inner.y + inner.h - slack
  );
}

/** True when a box hides a part of the word: more than half a point of its width, and more than a sliver of its height. */
export function hidesWord(box: PageBox, word: Pick<Word, 'x' | 'y' | 'w' | 'h'>): boolean {
  const across = Math.min(box.x + box.w, word.x + word.w) - Math.max(box.x, word.x);
  const down = Math.min(box.y + box.h, word.y + word.h) - Math.max(box.y, word.y);
  return across > Math.min(GRAZE_ACROSS_PT, word.w / 2) && down > word.h * GRAZE_DOWN;
}

/** The words no box hides. A word of which a part is hidden goes as a whole: half a number is most of a number. */
export function remainingWords(words: readonly Word[], boxes: readonly PageBox[]): Word[] {
  return words.filter((word) => !boxes.some((box) => hidesWord(box, word)));
}

/** Indexes of the words that boxes hide, in reading order. */
export function hiddenWords(words: readonly Word[], boxes: readonly PageBox[]): number[] {
  return words.flatMap((word, index) => (boxes.some((box) => hidesWord(box, word)) ? [index] : []));
}

/** Space left around the ink of words, as shares of their height, and at least this many points; less across, where neighbours stand near. */
const PADDING = { across: 0.06, down: 0.12 } as const;
const LEAST_PADDING_PT = 1;

/** One box for each line the words stand on, with a little space around them. `indexes` are those of `page.words`. */
export function boxesOfWords(page: Page, indexes: readonly number[]): PageBox[] {
  const lines = new Map<number, Word[]>();
  for (const index of indexes) {
    const word = page.words[index];
    if (word !== undefined) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  }
  const boxes = [...lines.values()].flatMap(runsOf).map((words): PageBox => {
    const left = Math.min(...words.map((word) => word.x));
    const top = Math.min(...words.map((word) => word.y));
    const right = Math.max(...words.map((word) => word.x + word.w));
    const bottom = Math.max(...words.map((word) => word.y + word.h));
    const across = Math.max(LEAST_PADDING_PT, (bottom - top) * PADDING.across);
    const down = Math.max(LEAST_PADDING_PT, (bottom - top) * PADDING.down);
    return { x: left - across, y: top - down, w: right - left + 2 * across, h: bottom - top + 2 * down };
  });
  return tidyBoxes(boxes, page);
}

/** Words of one line that stand together: a gap as wide as a column leaves what lies between them alone. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && word.x - last.x - last.w <= 2 * Math.max(word.h, last.h))
      run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** A page whose blacked-out words are empty; every word keeps its place in the list. A page without applied redactions is itself. */
export function withoutRedacted(page: Page, documentId: string, redactions: readonly Redaction[]): Page {
  const boxes = redactions
    .filter((each) => each.state === 'applied' && each.documentId === documentId && each.pageNumber === page.pageNumber)
    .flatMap((each) => each.boxes);
  if (boxes.length === 0) return page;
  const words = page.words.map((word) => (boxes.some((box) => hidesWord(box, word)) ? { ...word, text: '' } : word));
  return { ...page, words };
}
