// What the weights and the net say of a sentence, brought together: a mean of their logarithms, so that either one's doubt is heard.
import { logistic, softmax } from './model.ts';

/** What is said of a sentence: of none and each reason against each other, of its being a ground, of each reason if it is one. */
export interface Heard {
  /** Probabilities of `CLASSES`. */
  readonly classes: Float64Array;
  readonly ground: number;
  readonly given: Float64Array;
}

/** How far each is followed; chosen on letters of authors left out, where shares near these do as well. */
const WEIGHTS_SHARE = 0.6;
const NET_SHARE = 0.4;
/** Keeps logarithms finite. */
const LEAST = 1e-6;

/** Both together. `net` holds logarithms of the probabilities of `CLASSES`. */
export function together(weights: Heard, net: Float64Array): Heard {
  const none = Math.exp(net[0] ?? 0);
  return {
    classes: mixed(weights.classes, net),
    ground: logistic(WEIGHTS_SHARE * odds(weights.ground) + NET_SHARE * odds(1 - none)),
    given: mixed(weights.given, net.subarray(1)),
  };
}

/** Probabilities of some classes by the weights, mixed with what the net says of the same classes. */
function mixed(probabilities: Float64Array, net: Float64Array): Float64Array {
  const sums = new Float64Array(probabilities.length);
  for (let at = 0; at < sums.length; at += 1)
    sums[at] = WEIGHTS_SHARE * Math.log((probabilities[at] ?? 0) + LEAST) + NET_SHARE * (net[at] ?? 0);
  return softmax(sums);
}

function odds(probability: number): number {
  return Math.log((probability + LEAST) / (1 - probability + LEAST));
}
