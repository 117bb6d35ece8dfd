// Dot leaders and dashed rules: rows of small equal marks, which the reading engine takes for letters, are painted over before reading.
import type { Grey } from './grey.ts';

const INK_BELOW = 150;
const PAPER = 245;

/** A mark of a leader is at most so wide and high, in inches. */
const MARK_WIDTH = 0.075;
const MARK_HEIGHT = 0.032;

/** Marks of one row follow each other within this distance, in inches, and there are at least so many. */
const MARK_PITCH = 0.16;
const LEAST_MARKS = 6;

interface Mark {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The picture without rows of dots or dashes. The same picture is returned when it has none. */
export function withoutLeaders(image: Grey, dpi: number): Grey {
  const marks = smallMarks(image, Math.round(MARK_WIDTH * dpi), Math.round(MARK_HEIGHT * dpi));
  const rows = leaderRows(marks, MARK_PITCH * dpi);
  if (rows.length === 0) return image;
  const pixels = image.pixels.slice();
  for (const mark of rows.flat()) {
    for (let y = Math.max(0, mark.top - 1); y <= Math.min(image.height - 1, mark.bottom + 1); y += 1) {
      pixels.fill(
        PAPER,
        y * image.width + Math.max(0, mark.left - 1),
        y * image.width + Math.min(image.width, mark.right + 2),
      );
    }
  }
  return { ...image, pixels };
}

/** All connected bits of ink that fit into `width`×`height` pixels. */
function smallMarks(image: Grey, width: number, height: number): Mark[] {
  const { pixels } = image;
  const seen = new Uint8Array(pixels.length);
  const stack: number[] = [];
  const marks: Mark[] = [];
  for (let start = 0; start < pixels.length; start += 1) {
    if (pixels[start]! >= INK_BELOW || seen[start] === 1) continue;
    let left = image.width;
    let right = 0;
    let top = image.height;
    let bottom = 0;
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % image.width;
      const y = (at - x) / image.width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(image.height - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(image.width - 1, x + 1); nx += 1) {
          const next = ny * image.width + nx;
          if (pixels[next]! >= INK_BELOW || seen[next] === 1) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (right - left < width && bottom - top < height) marks.push({ left, right, top, bottom });
  }
  return marks;
}

/** Rows of marks of like size at even distances. */
function leaderRows(marks: readonly Mark[], pitch: number): Mark[][] {
  const bands = new Map<number, Mark[]>();
  for (const mark of marks) {
    const band = mark.bottom >> 2;
    bands.set(band, [...(bands.get(band) ?? []), mark]);
  }
  const rows: Mark[][] = [];
  const used = new Set<Mark>();
  for (const [band, own] of bands) {
    const near = [...own, ...(bands.get(band + 1) ?? [])]
      .filter((mark) => !used.has(mark))
      .sort((a, b) => a.left - b.left);
    for (const row of evenRuns(near, pitch)) {
      rows.push(row);
      for (const mark of row) used.add(mark);
    }
  }
  return rows;
}

function evenRuns(marks: readonly Mark[], pitch: number): Mark[][] {
  const runs: Mark[][] = [];
  let run: Mark[] = [];
  for (const mark of marks) {
    const last = run.at(-1);
    const before = run.at(-2);
    const step = last === undefined ? 0 : mark.left - last.left;
    const even =
      last === undefined ||
      (step > 0 &&
        step <= pitch &&
        alike(last, mark) &&
        (before === undefined || Math.abs(step - (last.left - before.left)) <= 3));
    if (even) {
      run.push(mark);
      continue;
    }
    if (run.length >= LEAST_MARKS) runs.push(run);
    run = last !== undefined && step > 0 && step <= pitch && alike(last, mark) ? [last, mark] : [mark];
  }
  if (run.length >= LEAST_MARKS) runs.push(run);
  return runs;
}

function alike(a: Mark, b: Mark): boolean {
  return Math.abs(a.right - a.left - (b.right - b.left)) <= 3 && Math.abs(a.bottom - b.bottom) <= 2;
}
