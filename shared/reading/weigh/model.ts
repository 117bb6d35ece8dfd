// Weights as data: how far each feature speaks for each reason, and for none. A softmax over sums of weights.
import { z } from 'zod';
import { DocumentKind, ReasonId } from '../../model/vocabulary.ts';

/** The classes, `none` first: a sentence that gives no ground. */
export const CLASSES = ['none', ...ReasonId.options] as const;

/** The kinds of paper as classes, in the order of the vocabulary. */
export const KIND_CLASSES = DocumentKind.options;

/** A file of weights: for each feature the class numbers and their weights in hundredths, in turn. */
export const Weights = z.object({
  about: z.string(),
  source: z.string(),
  classes: z.array(z.string()).min(2),
  features: z.custom<Record<string, number[]>>(isTable, 'a row of whole numbers for each feature'),
});
export type Weights = z.infer<typeof Weights>;

/** Says of a million numbers in an instant what a schema of arrays would take a third of a second for at every start. */
function isTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((row) => Array.isArray(row) && row.every(Number.isInteger));
}

/** Weights ready for use: where each feature's weights start in one row of numbers, which is quicker to go through than a list for each feature. */
export interface Model {
  readonly classes: number;
  readonly starts: ReadonlyMap<string, number>;
  /** For each feature the number of its pairs, then class numbers and weights in hundredths in turn. */
  readonly row: Int32Array;
}

/** What a sentence says: the probability of each class, and the features that spoke loudest for a class. */
export interface Weighed {
  readonly probability: Float64Array;
  strongest(of: number, count: number): string[];
}

/** The model of a file. */
export function modelOf(file: Weights): Model {
  const starts = new Map<string, number>();
  const entries = Object.entries(file.features);
  const row = new Int32Array(entries.reduce((sum, [, pairs]) => sum + pairs.length + 1, 0));
  let at = 0;
  for (const [name, pairs] of entries) {
    starts.set(name, at);
    row[at] = pairs.length / 2;
    row.set(pairs, at + 1);
    at += pairs.length + 1;
  }
  return { classes: file.classes.length, starts, row };
}

/** The weight of a feature for a class, in hundredths; 0 where it says nothing. */
export function weightIn(model: Model, name: string, of: number): number {
  const start = model.starts.get(name);
  if (start === undefined) return 0;
  const { row } = model;
  const end = start + 2 * (row[start] ?? 0);
  for (let at = start + 1; at < end; at += 2) if (row[at] === of) return row[at + 1] ?? 0;
  return 0;
}

/** Weighs the features of one sentence or paper. Probabilities sum to one, in the order of the model's classes. */
export function weigh(model: Model, features: ReadonlyMap<string, number>): Weighed {
  const sums = new Float64Array(model.classes);
  const { row } = model;
  for (const [name, value] of features) {
    const start = model.starts.get(name);
    if (start === undefined) continue;
    const share = value / 100;
    const end = start + 2 * (row[start] ?? 0);
    for (let at = start + 1; at < end; at += 2) {
      const index = row[at] ?? 0;
      sums[index] = (sums[index] ?? 0) + (row[at + 1] ?? 0) * share;
    }
  }
  return {
    probability: softmax(sums),
    strongest: (of, count) => strongestOf(model, features, of, count),
  };
}

/** Probabilities from sums, without overflow. */
export function softmax(sums: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  const out = new Float64Array(sums.length);
  sums.forEach((sum, index) => {
    const value = Math.exp(sum - most);
    out[index] = value;
    total += value;
  });
  return out.map((value) => value / total);
}

function strongestOf(model: Model, features: ReadonlyMap<string, number>, of: number, count: number): string[] {
  const spoken: Array<{ name: string; weight: number }> = [];
  for (const [name, value] of features) {
    if (!/^[wnbs]:/.test(name)) continue;
    const weight = weightIn(model, name, of) * value;
    if (weight > 0) spoken.push({ name, weight });
  }
  return spoken
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map((item) => item.name);
}
