// What is asked while learning, and how wrong an answer is: one class out of several; or all that a sentence is weighed for at once.
import { CLASSES, GIVEN_AT, GROUND_AT, SENTENCE_CLASSES } from '../../shared/reading/weigh/model.ts';

/** Questions answered by one row of classes. */
export interface Task {
  readonly width: number;
  /** Puts into `wrong` how far each class's answer is from the truth (−1 to 1), given the sums of weights; 0 where the lesson does not ask. */
  judge(sums: Float64Array, label: number, wrong: Float64Array): void;
  /** What a class's weight is multiplied with at the end. */
  scale(cls: number): number;
}

/** Which class out of `width` is it? */
export function oneOf(width: number): Task {
  return {
    width,
    judge: (sums, label, wrong) => {
      choose(sums, wrong, 0, width);
      wrong[label] = (wrong[label] ?? 0) - 1;
    },
    scale: () => 1,
  };
}

/** The three questions about a sentence: `none` or which reason; a ground or none; and, of grounds alone, which reason. The label is a place in `CLASSES`. */
export const SENTENCE_TASK: Task = {
  width: SENTENCE_CLASSES.length,
  judge: (sums, label, wrong) => {
    choose(sums, wrong, 0, CLASSES.length);
    wrong[label] = (wrong[label] ?? 0) - 1;
    // Two classes against each other, of which one is the other's opposite: one of them is kept, and counts twice.
    wrong[GROUND_AT] = 1 / (1 + Math.exp(-2 * (sums[GROUND_AT] ?? 0))) - (label > 0 ? 1 : 0);
    if (label === 0) wrong.fill(0, GIVEN_AT);
    else {
      choose(sums, wrong, GIVEN_AT, SENTENCE_CLASSES.length);
      const at = GIVEN_AT + label - 1;
      wrong[at] = (wrong[at] ?? 0) - 1;
    }
  },
  scale: (cls) => (cls === GROUND_AT ? 2 : 1),
};

/** Probabilities of the classes from `from` to before `to` against each other. */
function choose(sums: Float64Array, out: Float64Array, from: number, to: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at += 1) most = Math.max(most, sums[at] ?? 0);
  let total = 0;
  for (let at = from; at < to; at += 1) {
    const value = Math.exp((sums[at] ?? 0) - most);
    out[at] = value;
    total += value;
  }
  for (let at = from; at < to; at += 1) out[at] = (out[at] ?? 0) / total;
}
