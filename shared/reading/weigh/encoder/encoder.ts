// A third ear, slower and better read: a small transformer (Vaswani et al. 2017) that knew English before it met its first letter (Universal Sentence Encoder
// Lite, Cer et al. 2018) and went on learning from the lessons. It hears a sentence with those beside it, in the order of their words, and so understands
// grounds said in words no lesson had. Worked out in whole numbers, it says the same on every machine.
import { addLayer, type Grid } from '../grid.ts';
import { logShares } from '../model.ts';
import { type EncoderBytes, type EncoderFile, type Numbers, numbersIn, type Steps } from './file.ts';
import { type Pieces, piecesOf, piecesOfText, UNKNOWN_PIECE } from './pieces.ts';
import { type Norm, type Turn, takeTurn } from './turn.ts';
import { FLOAT, type Layer, upTo, type Workshop, workshopFor } from './workshop.ts';

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
/** How strongly the sum of a sentence and its loudest values enter what is made of them; as it was learnt. */
const SUM_SHARE = 3;
const LOUDEST_SHARE = 0.3;

/** The encoder of its files. Its `work` keeps what it is busy with in one memory, so it hears one sentence at a time. */
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
  const rows = Math.max(1, own.length);
  const spoken = { from: before.length + 1, to: before.length + 1 + rows };
  putPlaces(encoder, heard);
  // After the last turn nothing is asked of the pieces beside, so they need not go through it to the end.
  turns.forEach((turn, at) => {
    takeTurn(shop, turn, heard.length, at === turns.length - 1 ? spoken : { from: 0, to: heard.length });
  });
  return logShares(madeOf(encoder, rows, spelled.marks));
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

/** What is made of the sentence's own pieces (the first `rows`) and its marks: a sum for each class. */
function madeOf(
  { sum, first, last, marks, shop: { floats, rooms } }: Encoder,
  rows: number,
  noticed: readonly string[],
): Float32Array {
  const width = sum.grid.rows;
  const mean = new Float32Array(width);
  const loudest = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < width; at += 1) {
      const value = floats[rooms.values / FLOAT + row * width + at]!;
      mean[at] = mean[at]! + value / rows;
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
