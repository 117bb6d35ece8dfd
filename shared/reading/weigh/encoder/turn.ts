// One turn of the encoder over the pieces of a sentence: each hears the others, then makes something of what it heard (a layer of a transformer, Vaswani et al. 2017,
// with its rows levelled before each step).
import { between, FLOAT, type Layer, type Room, through, upTo, type Workshop } from './workshop.ts';

/** Scales and shifts a row is brought to. */
export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** A turn's layers. */
export interface Turn {
  readonly heads: number;
  readonly listen: Norm;
  readonly ask: Layer;
  readonly heard: Layer;
  readonly widen: Layer | undefined;
  readonly think: Norm;
  readonly wide: Layer;
  readonly narrow: Layer;
}

/** Keeps a spread from being zero; as it was learnt. */
const LEAST_SPREAD = 1e-6;

/** Some of the rows: from one to before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * One turn over the `all` rows in `values`: what each piece hears of the others is added to it, then what it makes of that. All are heard, but only those of
 * `kept` go on, and stand first in `values` afterwards.
 */
export function takeTurn(shop: Workshop, turn: Turn, all: number, kept: Span): void {
  const { values, level, heard, wide } = shop.rooms;
  const rows = kept.to - kept.from;
  levelRows(shop, turn.listen, values, all);
  through(shop, turn.ask, level, wide, all);
  listen(shop, all, kept, turn.ask.to / 3, turn.heads);
  keepRows(shop, values, kept, turn.ask.from);
  through(shop, turn.heard, level, heard, rows);
  if (turn.widen !== undefined) through(shop, turn.widen, values, wide, rows);
  addTo(shop, heard, turn.widen === undefined ? values : wide, rows * turn.heard.to);
  levelRows(shop, turn.think, heard, rows);
  through(shop, turn.wide, level, wide, rows);
  silence(shop, wide, rows * turn.wide.to);
  through(shop, turn.narrow, wide, values, rows);
  addTo(shop, values, heard, rows * turn.narrow.to);
}

/** Brings the kept rows of a room to its start. */
function keepRows({ floats }: Workshop, room: Room, { from, to }: Span, width: number): void {
  const start = room / FLOAT;
  if (from > 0) floats.copyWithin(start, start + from * width, start + to * width);
}

function addTo({ floats }: Workshop, room: Room, more: Room, count: number): void {
  const [to, from] = [room / FLOAT, more / FLOAT];
  for (let at = 0; at < count; at += 1) floats[to + at] = floats[to + at]! + floats[from + at]!;
}

/** What is below zero becomes zero. */
function silence({ floats }: Workshop, room: Room, count: number): void {
  const from = room / FLOAT;
  for (let at = from; at < from + count; at += 1) if (floats[at]! < 0) floats[at] = 0;
}

/** Puts into `level` each row brought to mean zero and spread one, then scaled and shifted. */
function levelRows({ floats, rooms }: Workshop, { scale, shift }: Norm, room: Room, rows: number): void {
  const width = scale.length;
  for (let row = 0; row < rows; row += 1) {
    const start = room / FLOAT + row * width;
    const into = rooms.level / FLOAT + row * width;
    let mean = 0;
    for (let at = 0; at < width; at += 1) mean += floats[start + at]!;
    mean /= width;
    let spread = 0;
    for (let at = 0; at < width; at += 1) spread += (floats[start + at]! - mean) ** 2;
    const times = 1 / Math.sqrt(spread / width + LEAST_SPREAD);
    for (let at = 0; at < width; at += 1)
      floats[into + at] = (floats[start + at]! - mean) * times * scale[at]! + shift[at]!;
  }
}

/** Puts into `level` what each kept piece hears of all: of the questions, keys and answers in `wide`, the answers whose keys fit its question, for each head by itself. */
function listen(shop: Workshop, all: number, kept: Span, width: number, heads: number): void {
  const { floats, rooms } = shop;
  const rows = kept.to - kept.from;
  const each = width / heads;
  const across = upTo(all, 4);
  const deep = upTo(all, 8);
  const [left, right, fits, level] = [rooms.left / FLOAT, rooms.right / FLOAT, rooms.fits / FLOAT, rooms.level / FLOAT];
  for (let head = 0; head < heads; head += 1) {
    const from = rooms.wide / FLOAT + head * each;
    for (let row = 0; row < all; row += 1) {
      const key = from + row * 3 * width + width;
      floats.copyWithin(right + row * each, key, key + each);
    }
    for (let row = 0; row < rows; row += 1) {
      const question = from + (kept.from + row) * 3 * width;
      floats.copyWithin(left + row * each, question, question + each);
    }
    between(shop, rows, all, each);
    for (let row = 0; row < rows; row += 1)
      shareRow(floats, fits + row * across, left + row * deep, all, deep, 1 / Math.sqrt(each));
    for (let at = 0; at < each; at += 1) {
      const into = right + at * deep;
      for (let row = 0; row < all; row += 1) floats[into + row] = floats[from + row * 3 * width + 2 * width + at]!;
      floats.fill(0, into + all, into + deep);
    }
    between(shop, rows, each, deep);
    for (let row = 0; row < rows; row += 1) {
      const start = fits + row * each;
      floats.copyWithin(level + row * width + head * each, start, start + each);
    }
  }
}

/** A row of `count` values as shares of one, the larger ones far ahead; `width` places, the last ones empty. */
function shareRow(floats: Float32Array, from: number, to: number, count: number, width: number, times: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = from; at < from + count; at += 1) if (floats[at]! > most) most = floats[at]!;
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const share = Math.exp((floats[from + at]! - most) * times);
    floats[to + at] = share;
    total += share;
  }
  for (let at = 0; at < count; at += 1) floats[to + at] = floats[to + at]! / total;
  floats.fill(0, to + count, to + width);
}
