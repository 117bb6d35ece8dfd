// What the encoder says of a reason by itself, for the verdict on a letter heard a second time: mixed with what was heard before, its own voice is lost.
import { logOdds } from './model.ts';
import { anySays } from './one-question.ts';
import type { SentenceWeight } from './weighed.ts';

/** Keeps the share of a reason among the grounds finite. */
const LEAST = 1e-6;

/** Features of the reason at place `at` of the vocabulary, which `best` of the sentences `spoken` says best. A sentence that was not heard again says what it said before. */
export function againFeatures(
  spoken: readonly SentenceWeight[],
  best: SentenceWeight,
  at: number,
): Array<readonly [name: string, value: number]> {
  const own = classesOf(best);
  const ground = 1 - (own[0] ?? 1);
  const says = own[at + 1] ?? 0;
  const each = spoken.map((weight) => (classesOf(weight)[at + 1] ?? 0) * weight.trust);
  return [
    ['again-best', logOdds(says)],
    ['again-ground', logOdds(ground)],
    ['again-given', logOdds(says / Math.max(LEAST, ground))],
    ['again-most', logOdds(each.reduce((most, one) => Math.max(most, one), 0))],
    ['again-anywhere', logOdds(anySays(each))],
    ['again-heard', best.again === undefined ? 0 : 1],
  ];
}

function classesOf({ again, heard }: SentenceWeight): Float64Array {
  return again ?? heard.classes;
}
