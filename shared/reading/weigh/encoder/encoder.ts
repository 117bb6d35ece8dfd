// A third ear, slower and better read: a small transformer (Vaswani et al. 2017) that knew English before it met its first letter (Universal Sentence Encoder
// Lite, Cer et al. 2018) and went on learning from the lessons. It hears a sentence with those beside it, in the order of their words, and so understands
// grounds said in words no lesson had. Worked out in whole numbers, it says the same on every machine.
import { addLayer, type Grid } from '../grid.ts';
import { type EncoderBytes, type EncoderFile, type Numbers, numbersIn, type Steps } from './file.ts';
import { type Pieces, piecesOf, piecesOfText, UNKNOWN_PIECE } from './pieces.ts';
import { between, type Layer, type Room, through, upTo, type Workshop, workshopFor } from './workshop.ts';

/** What the encoder hears of a sentence: its words as printed and those of the sentences beside it, and what was noticed about it. */
export interface Spelled {
  readonly before: string;
  readonly own: string;
  readonly after: string;
  readonly marks: readonly string[];
}

/** An encoder ready to hear. */
export interface Encoder {
  readonly pieces: Pieces;
  readonly marks: ReadonlyMap<string, number>;
  readonly places: Steps;
  readonly waves: Float32Array;
  readonly turns: readonly Turn[];
  readonly shop: Workshop;
  readonly sum: Dense;
  readonly first: Dense;
  readonly last: Dense;
}

interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

interface Turn {
  readonly heads: number;
  readonly listen: Norm;
  readonly ask: Layer;
  readonly heard: Layer;
  readonly widen: Layer | undefined;
  readonly think: Norm;
  readonly wide: Layer;
  readonly narrow: Layer;
}

/** A layer that is worked out once for a sentence: a row of weights for each input. */
interface Dense {
  readonly grid: Grid;
  readonly shift: Float32Array;
}

/** Pieces heard of a sentence, of the one before it (its last ones) and of the one after it (its first ones). */
const OWN = 64;
const BEFORE = 20;
const AFTER = 16;
/** Pieces that stand between the sentences. */
const OPENS = 1;
const CLOSES = 2;
const MOST_ROWS = upTo(BEFORE + OWN + AFTER + 2, 8);
const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** How strongly the sum of a sentence and its loudest values enter what is made of them; as it was learnt. */
const SUM_SHARE = 3;
const LOUDEST_SHARE = 0.3;
/** Keeps a spread from being zero; as it was learnt. */
const LEAST_SPREAD = 1e-6;

/** The encoder of its files: `names`, `numbers` and the `work` that is done with them. */
export function encoderOf(file: EncoderFile, { numbers: bytes, work }: EncoderBytes): Encoder {
  const numbers = numbersIn(bytes);
  const placed: Array<{ grid: Steps; shift: Float32Array }> = [];
  const place = ({ grid, shift }: EncoderFile['sum']): number =>
    placed.push({ grid: numbers.grid(grid), shift: numbers.plain(shift) }) - 1;
  const numbered = file.turns.map((turn) => ({
    turn,
    ask: place(turn.ask),
    heard: place(turn.heard),
    widen: turn.widen === undefined ? undefined : place(turn.widen),
    wide: place(turn.wide),
    narrow: place(turn.narrow),
  }));
  const widest = placed.reduce((most, { grid }) => Math.max(most, grid.to, grid.from), 0);
  const { workshop, layers } = workshopFor(placed, MOST_ROWS, widest, work);
  const layer = (at: number): Layer => layers[at]!;
  return {
    pieces: piecesOf(file.pieces),
    marks: new Map(file.marks.map((mark, at) => [mark, at])),
    places: numbers.grid(file.places),
    waves: numbers.plain(file.waves),
    turns: numbered.map(({ turn, ask, heard, widen, wide, narrow }) => ({
      heads: turn.heads,
      listen: normOf(turn.listen, numbers),
      ask: layer(ask),
      heard: layer(heard),
      widen: widen === undefined ? undefined : layer(widen),
      think: normOf(turn.think, numbers),
      wide: layer(wide),
      narrow: layer(narrow),
    })),
    shop: workshop,
    sum: denseOf(file.sum, numbers),
    first: denseOf(file.first, numbers),
    last: denseOf(file.last, numbers),
  };
}

function normOf(
  { scale, shift }: { scale: EncoderFile['waves']; shift: EncoderFile['waves'] },
  numbers: Numbers,
): Norm {
  return { scale: numbers.plain(scale), shift: numbers.plain(shift) };
}

function denseOf({ grid, shift }: EncoderFile['sum'], numbers: Numbers): Dense {
  const { to, from, steps, weights } = numbers.grid(grid);
  const values = new Float32Array(to * from);
  for (let row = 0; row < from; row += 1)
    for (let at = 0; at < to; at += 1) values[row * to + at] = (weights[at * from + row] ?? 0) * (steps[at] ?? 0);
  return { grid: { rows: from, columns: to, values }, shift: numbers.plain(shift) };
}

/** How much a sentence says each of the file's classes, as logarithms of probabilities. */
export function encode(encoder: Encoder, spelled: Spelled): Float64Array {
  const { pieces, turns, shop } = encoder;
  const own = piecesOfText(pieces, spelled.own).slice(0, OWN);
  const before = piecesOfText(pieces, spelled.before).slice(-BEFORE);
  const after = piecesOfText(pieces, spelled.after).slice(0, AFTER);
  const heard = [...before, OPENS, ...(own.length === 0 ? [UNKNOWN_PIECE] : own), CLOSES, ...after];
  const from = before.length + 1;
  const to = from + Math.max(1, own.length);
  putPlaces(encoder, heard);
  for (const turn of turns) take(shop, turn, heard.length);
  return logShares(madeOf(encoder, from, to, spelled.marks));
}

/** The place of each piece, twice, and the waves that tell where in the order it stands. */
function putPlaces({ places, waves, shop: { floats, rooms } }: Encoder, heard: readonly number[]): void {
  const width = places.from;
  heard.forEach((piece, order) => {
    const start = rooms.values / FLOAT + order * width;
    const step = 2 * (places.steps[piece] ?? 0);
    for (let at = 0; at < width; at += 1) floats[start + at] = step * places.weights[piece * width + at]!;
    for (let wave = 0; wave < waves.length; wave += 1) {
      const turned = order * waves[wave]!;
      floats[start + wave] = floats[start + wave]! + Math.sin(turned);
      const beside = start + waves.length + wave;
      floats[beside] = floats[beside]! + Math.cos(turned);
    }
  });
}

/** One turn over the rows in `values`: what each piece hears of the others is added to it, then what it makes of that. */
function take(shop: Workshop, turn: Turn, rows: number): void {
  const { values, level, heard, wide } = shop.rooms;
  levelRows(shop, turn.listen, values, rows);
  through(shop, turn.ask, level, wide, rows);
  listen(shop, rows, turn.ask.to / 3, turn.heads);
  through(shop, turn.heard, level, heard, rows);
  if (turn.widen !== undefined) through(shop, turn.widen, values, wide, rows);
  addTo(shop, heard, turn.widen === undefined ? values : wide, rows * turn.heard.to);
  levelRows(shop, turn.think, heard, rows);
  through(shop, turn.wide, level, wide, rows);
  silence(shop, wide, rows * turn.wide.to);
  through(shop, turn.narrow, wide, values, rows);
  addTo(shop, values, heard, rows * turn.narrow.to);
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

/** Puts into `level` what each piece hears of all: of the questions, keys and answers in `wide`, the answers whose keys fit its question, for each head by itself. */
function listen(shop: Workshop, rows: number, width: number, heads: number): void {
  const { floats, rooms } = shop;
  const each = width / heads;
  const across = upTo(rows, 4);
  const deep = upTo(rows, 8);
  const [left, right, fits, level] = [rooms.left / FLOAT, rooms.right / FLOAT, rooms.fits / FLOAT, rooms.level / FLOAT];
  for (let head = 0; head < heads; head += 1) {
    const from = rooms.wide / FLOAT + head * each;
    for (let row = 0; row < rows; row += 1) {
      const start = from + row * 3 * width;
      floats.copyWithin(left + row * each, start, start + each);
      floats.copyWithin(right + row * each, start + width, start + width + each);
    }
    between(shop, rows, rows, each);
    for (let row = 0; row < rows; row += 1)
      shareRow(floats, fits + row * across, left + row * deep, rows, deep, 1 / Math.sqrt(each));
    for (let at = 0; at < each; at += 1) {
      const into = right + at * deep;
      for (let row = 0; row < rows; row += 1) floats[into + row] = floats[from + row * 3 * width + 2 * width + at]!;
      floats.fill(0, into + rows, into + deep);
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

/** What is made of the sentence's own pieces (`from` to before `to`) and its marks: a sum for each class. */
function madeOf(
  { sum, first, last, marks, shop: { floats, rooms } }: Encoder,
  from: number,
  to: number,
  noticed: readonly string[],
): Float32Array {
  const width = sum.grid.rows;
  const mean = new Float32Array(width);
  const loudest = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let row = from; row < to; row += 1)
    for (let at = 0; at < width; at += 1) {
      const value = floats[rooms.values / FLOAT + row * width + at]!;
      mean[at] = mean[at]! + value / (to - from);
      if (value > loudest[at]!) loudest[at] = value;
    }
  const summed = dense(sum, mean);
  const input = new Float32Array(first.grid.rows);
  summed.forEach((value, at) => {
    input[at] = Math.tanh(value) * SUM_SHARE;
  });
  loudest.forEach((value, at) => {
    input[summed.length + at] = Math.tanh(value * LOUDEST_SHARE);
  });
  for (const mark of noticed) {
    const at = marks.get(mark);
    if (at !== undefined) input[summed.length + width + at] = 1;
  }
  const hidden = dense(first, input);
  for (let at = 0; at < hidden.length; at += 1) if (hidden[at]! < 0) hidden[at] = 0;
  return dense(last, hidden);
}

function dense({ grid, shift }: Dense, input: Float32Array): Float32Array {
  const out = shift.slice();
  addLayer(grid, input, out);
  return out;
}

/** Logarithms of the shares of all classes: they sum to one as probabilities. */
function logShares(sums: Float32Array): Float64Array {
  const most = sums.reduce((to, sum) => Math.max(to, sum), Number.NEGATIVE_INFINITY);
  const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0));
  return Float64Array.from(sums, (sum) => sum - most - all);
}
