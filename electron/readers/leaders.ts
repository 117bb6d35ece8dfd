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
  // 1 where ink is that no mark has taken yet, with a rim of paper, so that every pixel has eight neighbours.
  const across = image.width + 2;
  const ink = new Uint8Array(across * (image.height + 2));
  let count = 0;
  for (let y = 0, at = 0; y < image.height; y += 1) {
    const base = (y + 1) * across + 1;
    for (let x = 0; x < image.width; x += 1, at += 1) {
      if (image.pixels[at]! >= INK_BELOW) continue;
      ink[base + x] = 1;
      count += 1;
    }
  }
  const beside = Int32Array.of(-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1);
  const stack = new Int32Array(count);
  const marks: Mark[] = [];
  for (let start = ink.indexOf(1); start >= 0; start = ink.indexOf(1, start)) {
    let left = across;
    let right = 0;
    let top = image.height + 2;
    let bottom = 0;
    let waiting = 1;
    stack[0] = start;
    ink[start] = 0;
    while (waiting > 0) {
      waiting -= 1;
      const at = stack[waiting]!;
      const y = (at / across) | 0;
      const x = at - y * across;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let way = 0; way < 8; way += 1) {
        const next = at + beside[way]!;
        if (ink[next] !== 1) continue;
        ink[next] = 0;
        stack[waiting] = next;
        waiting += 1;
      }
    }
    if (right - left < width && bottom - top < height)
      marks.push({ left: left - 1, right: right - 1, top: top - 1, bottom: bottom - 1 });
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
