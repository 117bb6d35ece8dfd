// Estimates how many guesses a passphrase stands: zxcvbn with its English lists, in this window alone. Loaded only when somebody types one.
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english, translations } from '@zxcvbn-ts/language-en';

export interface Estimate {
  /** Guesses after which it would surely be found. */
  readonly guesses: number;
  /** What makes it easy to guess, in a sentence; missing when nothing was noticed. */
  readonly warning?: string;
}

/** Words anybody would try first against a vault of this app. */
const OBVIOUS = ['appeal', 'vault', 'appealvault', 'insurance', 'denial', 'health'];

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  translations,
});

/** The estimate for a passphrase as it will be used; nothing of it is kept. */
export function estimate(passphrase: string): Estimate {
  const { guesses, feedback } = estimator.check(passphrase.normalize('NFKC'), OBVIOUS);
  return { guesses, ...(feedback.warning === null ? {} : { warning: feedback.warning }) };
}
