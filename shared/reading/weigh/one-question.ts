// Which reasons a paper gives, by one question to each sentence: which reason is it, or none?
import { ReasonId } from '../../model/vocabulary.ts';
import type { SentenceWeight } from './weighed.ts';

/** How likely some sentence of a paper says a reason. */
export interface SaidReason {
  readonly reason: ReasonId;
  /** The place of the sentence that says it best. */
  readonly sentence: number;
  readonly probability: number;
  /** The most that a single sentence says it. */
  readonly most: number;
}

/** Probability below which a sentence adds nothing to what others say. */
const HEARD = 0.1;
/** How far several sentences count as independent. */
const INDEPENDENT = 0.9;

/** Every reason with its best sentence among `spoken`, surest first. Several sentences that half say a reason make it surer together. */
export function saidReasons(spoken: readonly SentenceWeight[]): SaidReason[] {
  if (spoken.length === 0) return [];
  return ReasonId.options
    .map((reason, at) => {
      let sentence = 0;
      let most = -1;
      for (const { index, together } of spoken) {
        const says = together[at] ?? 0;
        if (says > most) {
          most = says;
          sentence = index;
        }
      }
      const anywhere = anySays(spoken.map(({ together }) => together[at] ?? 0));
      return { reason, sentence, most, probability: Math.max(most, anywhere) };
    })
    .sort((a, b) => b.probability - a.probability);
}

/** How likely one of some sentences says what each of them says with its probability. */
export function anySays(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((unsaid, says) => (says >= HEARD ? unsaid * (1 - says * INDEPENDENT) : unsaid), 1);
}
