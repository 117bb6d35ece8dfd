// What several ears say of a sentence, brought together: a mean of their logarithms, so that the doubt of each is heard.
import { logistic, softmax } from './model.ts';

/** What is said of a sentence: of none and each reason against each other, of its being a ground, of each reason if it is one. */
export interface Heard {
  /** Probabilities of `CLASSES`. */
  readonly classes: Float64Array;
  readonly ground: number;
  readonly given: Float64Array;
}

/** How far the net is followed beside the weights; chosen on letters of authors left out, where shares near it do as well. */
export const NET_SHARE = 0.4;
/** How far the encoder is followed beside both; chosen in the same way, together with the verdict learnt for it. */
export const ENCODER_SHARE = 0.4;
/** Keeps logarithms finite. */
const LEAST = 1e-6;

/** What was heard before and what another ear says, which is followed by `share`. `other` holds logarithms of the probabilities of `CLASSES`. */
export function together(before: Heard, other: Float64Array, share: number): Heard {
  const none = Math.exp(other[0] ?? 0);
  return {
    classes: mixed(before.classes, other, share),
    ground: logistic((1 - share) * odds(before.ground) + share * odds(1 - none)),
    given: mixed(before.given, other.subarray(1), share),
  };
}

/** Probabilities of some classes, mixed with what another ear says of the same classes. */
function mixed(probabilities: Float64Array, other: Float64Array, share: number): Float64Array {
  const sums = new Float64Array(probabilities.length);
  for (let at = 0; at < sums.length; at += 1)
    sums[at] = (1 - share) * Math.log((probabilities[at] ?? 0) + LEAST) + share * (other[at] ?? 0);
  return softmax(sums);
}

function odds(probability: number): number {
  return Math.log((probability + LEAST) / (1 - probability + LEAST));
}
