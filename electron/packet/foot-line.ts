// The line at the foot of every page, left of the stamp: “Confidential…”, in one line or two.
import type { Fonts } from './fonts.ts';
import type { Color } from './layout/sheet.ts';
import { fill, roundedPath, textOps } from './paint.ts';
import type { Plate } from './stamp.ts';

const INK: Color = [0.28, 0.31, 0.35];
/** Sizes of the type, points on a Letter page: in one line, and in two. */
const ONE_LINE = 7.5;
const TWO_LINES = 6.4;
const PADDING = 4;
/** Room kept between the line and the stamp. */
const GAP = 8;

export interface FootLine {
  readonly plate: Plate;
  readonly lines: readonly string[];
  readonly size: number;
}

/** Where the line stands beside the stamp's plate, and how it is set; undefined when there is no line or no room for it. */
export function footLineFor(text: string, stamp: Plate, width: number, fonts: Fonts): FootLine | undefined {
  const words = text.trim().replace(/\s+/g, ' ');
  const s = stamp.scale;
  const left = width - stamp.x - stamp.w;
  const room = stamp.x - left - (GAP + 2 * PADDING) * s;
  if (words === '' || room < 40 * s) return undefined;
  const lines = fonts.width(words, 'sans', ONE_LINE) * s <= room ? [words] : halves(words, fonts);
  const natural = Math.max(...lines.map((line) => fonts.width(line, 'sans', 1)));
  const wanted = (lines.length === 1 ? ONE_LINE : TWO_LINES) * s;
  const size = Math.round(Math.min(wanted, room / natural) * 100) / 100;
  const plate = { x: left, y: stamp.y, w: natural * size + 2 * PADDING * s, h: stamp.h, scale: s };
  return { plate, lines, size };
}

/** Operators of the line on its white plate. */
export function footLineOps({ plate, lines, size }: FootLine, fonts: Fonts): string {
  const { x, y, w, h, scale } = plate;
  const step = size * 1.2;
  const first = y + h / 2 + ((lines.length - 1) * step) / 2 - size * 0.34;
  return [
    '/Artifact << /Type /Pagination >> BDC q',
    `${fill([1, 1, 1])} ${roundedPath(x, y, w, h, 3 * scale)} f`,
    ...lines.map((line, index) => textOps(line, x + PADDING * scale, first - index * step, size, 'sans', INK, fonts)),
    'Q EMC',
  ].join('\n');
}

/** Two lines as alike in width as the words allow. */
function halves(text: string, fonts: Fonts): readonly string[] {
  const words = text.split(' ');
  const ways = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => fonts.width(line, 'sans', 1)));
  return ways.toSorted((a, b) => widest(a) - widest(b))[0] ?? [text];
}
