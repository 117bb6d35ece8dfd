// Learns the net that hears sentences (shared/reading/weigh/net.ts). The same lessons give the same net.
import { type Grid, gridFileOf } from '../../shared/reading/weigh/grid.ts';
import { CLASSES } from '../../shared/reading/weigh/model.ts';
import { type NetFile, numberOf, type Sight, UNKNOWN } from '../../shared/reading/weigh/net.ts';
import { Adam } from './adam.ts';
import { chanceOf, shuffle } from './chance.ts';
import { forEachGrid, type Grids, NetLearner, type Numbered, PLACE, WIDTH } from './net-learner.ts';

/** A sentence to learn from. */
export interface NetLesson {
  readonly sight: Sight;
  /** Place of its class in `CLASSES`. */
  readonly label: number;
  readonly weight: number;
}

const EPOCHS = 12;
const BATCH = 128;
const RATE = 0.002;
const LAST_RATE = 0.03;
/** Times a word must stand in the lessons to have a place. */
const LEAST_SEEN = 3;
const SEED = 1;

/** What a file of a net holds of it. */
export type LearntNet = Omit<NetFile, 'about' | 'source' | 'classes'>;

/** The net learnt from lessons. */
export function learnNet(lessons: readonly NetLesson[]): LearntNet {
  const words = wordsOf(lessons);
  const marks = [...new Set(lessons.flatMap(({ sight }) => sight.marks))].sort();
  const numbers = new Map(words.map((word, at) => [word, at + 1]));
  const places = new Map(marks.map((mark, at) => [mark, at]));
  const chance = chanceOf(SEED).next;
  const net = startOf(words.length + 1, marks.length, chance);
  const known = lessons.map((lesson) => numbered(lesson, numbers, places));
  const adam = new Adam();
  const learner = new NetLearner(
    net,
    forEachGrid(net, (grid) => adam.slopesOf(grid)),
    chance,
  );
  const steps = Math.ceil((EPOCHS * known.length) / BATCH);
  let step = 0;
  while (step < steps) {
    shuffle(known, (count) => Math.floor(chance() * count));
    for (let from = 0; from < known.length && step < steps; from += BATCH) {
      const batch = known.slice(from, from + BATCH);
      const total = batch.reduce((sum, { weight }) => sum + weight, 0);
      for (const lesson of batch) learner.learn(lesson, lesson.weight / total);
      adam.step(RATE * Math.max(LAST_RATE, 1 - step / steps));
      step += 1;
    }
  }
  return { words, marks, ...forEachGrid(net, gridFileOf) };
}

function wordsOf(lessons: readonly NetLesson[]): string[] {
  const seen = new Map<string, number>();
  for (const { sight } of lessons) for (const word of sight.own) seen.set(word, (seen.get(word) ?? 0) + 1);
  return [...seen].flatMap(([word, times]) => (times >= LEAST_SEEN ? [word] : [])).sort();
}

function startOf(words: number, marks: number, chance: () => number): Grids {
  const grid = (rows: number, columns: number, value: () => number): Grid => ({
    rows,
    columns,
    values: Float32Array.from({ length: rows * columns }, value),
  });
  const within = (reach: number) => (): number => (2 * chance() - 1) * reach;
  const inputs = WIDTH + 3 * PLACE + marks;
  return {
    places: grid(words, PLACE, within(0.17)),
    filters: grid(PLACE, WIDTH, within(1 / Math.sqrt(PLACE))),
    filterShift: grid(1, WIDTH, within(1 / Math.sqrt(PLACE))),
    first: grid(inputs, WIDTH, within(1 / Math.sqrt(inputs))),
    firstShift: grid(1, WIDTH, within(1 / Math.sqrt(inputs))),
    last: grid(WIDTH, CLASSES.length, within(1 / Math.sqrt(WIDTH))),
    lastShift: grid(1, CLASSES.length, within(1 / Math.sqrt(WIDTH))),
  };
}

function numbered(
  { sight, label, weight }: NetLesson,
  words: ReadonlyMap<string, number>,
  marks: ReadonlyMap<string, number>,
): Numbered {
  const of = (list: readonly string[]): Int32Array => Int32Array.from(list, (word) => numberOf(words, word));
  return {
    own: sight.own.length === 0 ? Int32Array.of(UNKNOWN) : of(sight.own),
    before: of(sight.before),
    after: of(sight.after),
    marks: Int32Array.from(sight.marks.flatMap((mark) => marks.get(mark) ?? [])),
    label,
    weight,
  };
}
