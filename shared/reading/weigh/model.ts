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
  features: z.record(z.string(), z.array(z.number().int())),
});
export type Weights = z.infer<typeof Weights>;

/** Weights ready for use. */
export interface Model {
  readonly classes: number;
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** What a sentence says: the probability of each class, and the features that spoke loudest for a class. */
export interface Weighed {
  readonly probability: Float64Array;
  strongest(of: number, count: number): string[];
}

/** The model of a file. */
export function modelOf(file: Weights): Model {
  return { classes: file.classes.length, weights: new Map(Object.entries(file.features)) };
}

/** Weighs the features of one sentence or paper. Probabilities sum to one, in the order of the model's classes. */
export function weigh(model: Model, features: ReadonlyMap<string, number>): Weighed {
  const sums = new Float64Array(model.classes);
  for (const [name, value] of features) {
    const pairs = model.weights.get(name);
    if (pairs === undefined) continue;
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const index = pairs[at] ?? 0;
      sums[index] = (sums[index] ?? 0) + ((pairs[at + 1] ?? 0) / 100) * value;
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
    const pairs = model.weights.get(name) ?? [];
    for (let at = 0; at + 1 < pairs.length; at += 2)
      if (pairs[at] === of) spoken.push({ name, weight: (pairs[at + 1] ?? 0) * value });
  }
  return spoken
    .filter((item) => item.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map((item) => item.name);
}
