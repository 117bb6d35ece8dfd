// Whether a page is set in columns of running text, side by side, which must be read one after the other.
import { type Grey, shrinkGrey } from './grey.ts';

/** The page is looked at this coarsely, in pixels per inch. */
const LOOK_DPI = 75;

/** A gutter between columns is at least so wide, and runs at least so far down, in inches. */
const GUTTER_WIDTH = 0.12;
const GUTTER_HEIGHT = 2.2;

/** A column is at least so wide, in inches. */
const COLUMN_WIDTH = 1.6;

/** Gaps within a line of running text are narrower than this, in inches; the cells of a table stand farther apart. */
const WORD_GAP = 0.14;

/** Running text fills at least this share of its column's width, taken over its lines; tables and forms fill less. */
const FULLNESS = 0.72;

/** Lines that running text has at least beside a gutter. */
const LEAST_LINES = 8;

const INK_BELOW = 160;

/**
 * True when a level page has a long white gutter with running text, line under line, on both sides of it. Tables, forms, indented letters and
 * statements have gutters too, but no full lines beside them: those are read across.
 */
export function hasTextColumns(page: Grey, dpi: number): boolean {
  const factor = Math.max(1, Math.round(dpi / LOOK_DPI));
  const scale = dpi / factor;
  const ink = inkOf(shrinkGrey(page, factor));
  const gutter = Math.max(2, Math.round(GUTTER_WIDTH * scale));
  const column = Math.round(COLUMN_WIDTH * scale);
  const extent = inkExtent(ink);
  if (extent === undefined) return false;
  for (let x = extent.left + column; x + gutter + column <= extent.right; x += Math.max(1, gutter >> 1)) {
    for (const run of whiteRuns(ink, x, gutter, Math.round(GUTTER_HEIGHT * scale))) {
      if (fullness(ink, extent.left, x, run, scale) < FULLNESS) continue;
      if (fullness(ink, x + gutter, extent.right + 1, run, scale) >= FULLNESS) return true;
    }
  }
  return false;
}

interface Ink {
  readonly marks: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Run {
  readonly top: number;
  readonly bottom: number;
}

function inkOf(image: Grey): Ink {
  const marks = new Uint8Array(image.pixels.length);
  // A mean over a shrunken block is lighter than the stroke in it.
  for (let i = 0; i < marks.length; i += 1) marks[i] = image.pixels[i]! < INK_BELOW + 45 ? 1 : 0;
  return { marks, width: image.width, height: image.height };
}

/** Left and right ends of the writing, without the few marks of a dirty edge. */
function inkExtent(ink: Ink): { readonly left: number; readonly right: number } | undefined {
  const counts = new Uint32Array(ink.width);
  for (let i = 0; i < ink.marks.length; i += 1) if (ink.marks[i] === 1) counts[i % ink.width]! += 1;
  const enough = ink.height * 0.01;
  // A column of pixels that is nearly all ink is the rim of a photo, not writing.
  const written = (count: number): boolean => count > enough && count < ink.height * 0.5;
  const left = counts.findIndex(written);
  const right = counts.findLastIndex(written);
  return left < 0 ? undefined : { left, right };
}

/** Stretches of rows, at least `least` high, in which the strip from `x`, `width` wide, is white. */
function whiteRuns(ink: Ink, x: number, width: number, least: number): Run[] {
  const runs: Run[] = [];
  let top = 0;
  for (let y = 0; y <= ink.height; y += 1) {
    if (y < ink.height && rowIsWhite(ink, y, x, x + width)) continue;
    if (y - top >= least) runs.push({ top, bottom: y });
    top = y + 1;
  }
  return runs;
}

function rowIsWhite(ink: Ink, y: number, from: number, to: number): boolean {
  for (let x = from; x < to; x += 1) if (ink.marks[y * ink.width + x] === 1) return false;
  return true;
}

/** How full the written rows between two columns of pixels are, 0 to 1, gaps between words counted as full; 0 when there are too few lines. */
function fullness(ink: Ink, from: number, to: number, run: Run, scale: number): number {
  const gap = Math.round(WORD_GAP * scale);
  const shares: number[] = [];
  let lines = 0;
  let inLine = false;
  for (let y = run.top; y < run.bottom; y += 1) {
    const covered = coveredWidth(ink, y, from, to, gap);
    if (covered > 0) shares.push(covered / (to - from));
    const written = covered > 0;
    if (written && !inLine) lines += 1;
    inLine = written;
  }
  if (lines < LEAST_LINES) return 0;
  // The middle rows of a line tell its width, its first and last pixel rows don't: the upper third of the shares stands for the lines.
  shares.sort((a, b) => a - b);
  return shares[Math.floor(shares.length * 0.6)] ?? 0;
}

function coveredWidth(ink: Ink, y: number, from: number, to: number, gap: number): number {
  let covered = 0;
  let last = -1;
  for (let x = from; x < to; x += 1) {
    if (ink.marks[y * ink.width + x] !== 1) continue;
    covered += last < 0 || x - last > gap ? 1 : x - last;
    last = x;
  }
  return covered;
}
