// Weights as data: how far each feature speaks for each class. What is made of the sums, probabilities or verdicts, is said where they are used.
import { z } from 'zod';
import { DocumentKind, ReasonId } from '../../model/vocabulary.ts';
import { type Table, tableOf } from './table.ts';

/** The classes of the one question, `none` first: a sentence that gives no ground. */
export const CLASSES = ['none', ...ReasonId.options] as const;

/**
 * All that a sentence is weighed for, in one row of classes, so that its features are looked up once: `none` and the reasons against each other; whether it
 * gives a ground at all; and which reason it gives, if it does. That a sentence is a ground shows in the same words whatever the ground is, so it is
 * learnt from all of them together.
 */
export const SENTENCE_CLASSES: readonly string[] = [
  ...CLASSES,
  'ground',
  ...ReasonId.options.map((reason) => `if-ground:${reason}`),
];

/** Where "ground", and where the reasons given that it is one, stand in `SENTENCE_CLASSES`. */
export const GROUND_AT = CLASSES.length;
export const GIVEN_AT = GROUND_AT + 1;

/** The kinds of paper as classes, in the order of the vocabulary. */
export const KIND_CLASSES = DocumentKind.options;

/** A file of weights: its classes, and for each feature a row of weights (`table.ts`). */
export const Weights = z.object({
  about: z.string(),
  source: z.string(),
  classes: z.array(z.string()).min(1).max(64),
  features: z.array(z.string()).transform((lines, { addIssue }): Table => {
    const table = tableOf(lines);
    if (table !== undefined) return table;
    addIssue('a row of weights for each feature');
    return z.NEVER;
  }),
});
export type Weights = z.infer<typeof Weights>;

/** Weights ready for use. */
export interface Model {
  readonly classes: number;
  readonly table: Table;
}

/** The model of a file. */
export function modelOf({ classes, features }: Pick<Weights, 'classes' | 'features'>): Model {
  return { classes: classes.length, table: features };
}

/** The weight of a feature for a class, in hundredths; 0 where it says nothing. */
export function weightIn({ table }: Model, name: string, of: number): number {
  const row = table.rowOf(name);
  return row === undefined ? 0 : table.weightOf(row, of);
}

/** The sum of weights for each class. */
export function sumsOf(model: Model, features: ReadonlyMap<string, number>): Float64Array {
  const sums = new Float64Array(model.classes);
  for (const [name, value] of features) addWeights(sums, model, name, value);
  return sums;
}

/** The same for features that are known by their rows. */
export function sumsOfRows({ classes, table }: Model, rows: ReadonlyMap<number, number>): Float64Array {
  const sums = new Float64Array(classes);
  for (const [row, value] of rows) table.addTo(sums, row, value / 100);
  return sums;
}

/** Adds what a feature of some value says for each class. */
export function addWeights(sums: Float64Array, { table }: Model, name: string, value: number): void {
  const row = table.rowOf(name);
  if (row !== undefined) table.addTo(sums, row, value / 100);
}

/** The probability a sum stands for, where there are two classes only. */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** Keeps logarithms finite. */
const LEAST = 1e-3;

/** The logarithm of the odds of a probability, kept finite: at most about 7 either way. */
export function logOdds(probability: number): number {
  return Math.log((probability + LEAST) / (1 - probability + LEAST));
}

/** Probabilities from sums, without overflow. They sum to one. */
export function softmax(sums: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  const out = new Float64Array(sums.length);
  let total = 0;
  for (let at = 0; at < sums.length; at += 1) {
    const value = Math.exp((sums[at] ?? 0) - most);
    out[at] = value;
    total += value;
  }
  for (let at = 0; at < out.length; at += 1) out[at] = (out[at] ?? 0) / total;
  return out;
}

/** The words that spoke loudest for some classes together. */
export function strongest(
  { table }: Model,
  rows: ReadonlyMap<number, number>,
  of: readonly number[],
  count: number,
): string[] {
  const spoken: Array<{ name: string; weight: number }> = [];
  for (const [row, value] of rows) {
    const weight = of.reduce((sum, cls) => sum + table.weightOf(row, cls), 0) * value;
    if (weight <= 0) continue;
    const name = table.nameOf(row);
    if (/^[wnbs]:/.test(name)) spoken.push({ name, weight });
  }
  return spoken
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map((item) => item.name);
}

/** Logarithms of the shares of all classes: they sum to one as probabilities. */
export function logShares(sums: Float32Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  for (const sum of sums) total += Math.exp(sum - most);
  const all = Math.log(total);
  const shares = new Float64Array(sums.length);
  for (let at = 0; at < shares.length; at += 1) shares[at] = (sums[at] ?? 0) - most - all;
  return shares;
}
