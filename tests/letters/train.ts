// Learns weights from lessons: regression by AdaGrad, the mean over the later rounds, small weights dropped. All questions in one pass over the lessons.
import { codedRow } from '../../shared/reading/weigh/rows.ts';
import { shuffle } from './chance.ts';
import type { Lesson } from './lesson-book.ts';
import type { Task } from './tasks.ts';

const RATE = 0.2;
const EPOCHS = 8;
/** Rounds after which the weights are averaged: their mean is steadier than the last round. */
const SETTLED_AFTER = 1;
/** Pull towards zero (L1) for each step a feature takes part in. */
const SHRINK = 0.000015;
const LEAST_SEEN = 3;
/** Weights below this, in hundredths, are left out: they would only make the file large. */
const LEAST_WEIGHT = 12;
/** An answer less wrong than this teaches nothing. */
const LEAST_WRONG = 1e-4;
const START_SQUARE = 0.1;

/** How a learner sets out. */
export interface Course {
  /** Weights that stand before anything is learnt. */
  readonly start?: ReadonlyArray<readonly [name: string, cls: number, weight: number]>;
  /** Times everything is learnt from the start, the lessons in another order; the weights are the mean. One order alone sways them. */
  readonly turns?: number;
}

/** The weights of each feature as rows of a rule file; the same lessons give the same weights. `names` are those of the lessons' book. */
export function learn(
  lessons: readonly Lesson[],
  names: readonly string[],
  task: Task,
  { start = [], turns = 1 }: Course = {},
): Record<string, string> {
  const { width } = task;
  const places = placesOf(lessons, names.length);
  const size = places.reduce((most, place) => Math.max(most, place + 1), 0) * width;
  const known = lessons.map((lesson) => knownPart(lesson, places, width));
  const mean = new Float32Array(size);
  const next = shuffler(known);
  for (let turn = 0; turn < turns; turn += 1) {
    const weights = new Float32Array(size);
    for (const [name, cls, weight] of start) {
      const place = places[names.indexOf(name)] ?? -1;
      if (place >= 0) weights[place * width + cls] = weight;
    }
    const step = stepper(task, weights);
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      for (const lesson of next()) step(lesson);
      if (epoch < SETTLED_AFTER) continue;
      const share = 1 / (EPOCHS - SETTLED_AFTER) / turns;
      for (let at = 0; at < size; at += 1) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) * share;
    }
  }
  return rowsOf(names, places, mean, task);
}

/** The lessons in another order each time it is called, the same one after the other in every run. */
function shuffler(lessons: readonly Lesson[]): () => readonly Lesson[] {
  const order = [...lessons];
  let state = 12345;
  return () => {
    shuffle(order, (count) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state % count;
    });
    return order;
  };
}

/** For each feature its place among those seen often enough, or -1. */
function placesOf(lessons: readonly Lesson[], count: number): Int32Array {
  const seen = new Uint32Array(count);
  for (const { at } of lessons) for (const feature of at) seen[feature] = (seen[feature] ?? 0) + 1;
  let next = 0;
  return Int32Array.from(seen, (times) => {
    if (times < LEAST_SEEN) return -1;
    next += 1;
    return next - 1;
  });
}

/** A lesson with its known features only, by where their weights start. */
function knownPart({ at, values, label, weight }: Lesson, places: Int32Array, width: number): Lesson {
  const from = at.map((feature) => places[feature] ?? -1);
  const kept = from.filter((place) => place >= 0).map((place) => place * width);
  return { at: kept, values: values.filter((_, which) => (from[which] ?? -1) >= 0), label, weight };
}

/** One step of AdaGrad: answers a lesson, and moves the weights of its features by how wrong each answer was. */
function stepper(task: Task, weights: Float32Array): (lesson: Lesson) => void {
  const { width } = task;
  const squares = new Float32Array(weights.length).fill(START_SQUARE);
  const sums = new Float64Array(width);
  const wrong = new Float64Array(width);
  const active = new Uint8Array(width);
  return ({ at, values, label, weight }) => {
    sums.fill(0);
    for (let which = 0; which < at.length; which += 1) {
      const from = at[which] ?? 0;
      const value = values[which] ?? 0;
      for (let cls = 0; cls < width; cls += 1) sums[cls] = (sums[cls] ?? 0) + (weights[from + cls] ?? 0) * value;
    }
    task.judge(sums, label, wrong);
    let count = 0;
    for (let cls = 0; cls < width; cls += 1) {
      const much = (wrong[cls] ?? 0) * weight;
      if (Math.abs(much) < LEAST_WRONG) continue;
      wrong[count] = much;
      active[count] = cls;
      count += 1;
    }
    for (let which = 0; which < at.length; which += 1) {
      const from = at[which] ?? 0;
      const value = values[which] ?? 0;
      for (let one = 0; one < count; one += 1) {
        const place = from + (active[one] ?? 0);
        const slope = (wrong[one] ?? 0) * value;
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        const moved = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(square);
        weights[place] = moved > SHRINK ? moved - SHRINK : moved < -SHRINK ? moved + SHRINK : 0;
      }
    }
  };
}

function rowsOf(
  names: readonly string[],
  places: Int32Array,
  weights: Float32Array,
  { width, scale }: Task,
): Record<string, string> {
  const rows: Record<string, string> = {};
  names.forEach((name, feature) => {
    const place = places[feature] ?? -1;
    if (place < 0) return;
    const pairs: number[] = [];
    for (let cls = 0; cls < width; cls += 1) {
      const hundredths = Math.round((weights[place * width + cls] ?? 0) * 100 * scale(cls));
      if (Math.abs(hundredths) >= LEAST_WEIGHT) pairs.push(cls, hundredths);
    }
    if (pairs.length > 0) rows[name] = codedRow(pairs);
  });
  return rows;
}
