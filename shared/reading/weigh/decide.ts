// Decides which reasons a paper gives: half by one question to each sentence, half by the verdict on the whole paper. They err on different letters.
import { ReasonId } from '../../model/vocabulary.ts';
import { logistic, logOdds, type Model } from './model.ts';
import { saidReasons } from './one-question.ts';
import { verdictsOf } from './verdict.ts';
import type { SentenceWeight } from './weighed.ts';

/** Probability, by one question, from which the surest ground of a letter counts as given. */
const ACCEPTED = 0.45;
/** The same for a further ground beside a surer one (most letters give one), and for every ground of a statement. */
const FURTHER = 0.7;
/** The same on a statement whose refused lines all say why themselves. */
const BESIDE_LINES = 0.9;
/** Verdict from which a letter counts as giving a reason: a little above even, since a reason wrongly given misleads more than one that is missed. */
const JUDGED = 0.55;
/** A refusal that names no ground clearly: the likeliest reason is shown, to be checked, from this probability on. */
const ASKED = 0.25;
/** Confidence of a ground that is only asked about. */
const ASKED_CONFIDENCE = 0.3;

/** A reason the paper gives, or perhaps gives, with the sentence that says it best. */
export interface DecidedReason {
  readonly reason: ReasonId;
  readonly sentence: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** No sentence says it clearly: it is shown to be checked. */
  readonly isAsked: boolean;
}

/** The reasons a letter gives, surest first; where it gives none clearly, the likeliest one, to be asked about, or none. */
export function reasonsOfLetter(spoken: readonly SentenceWeight[], verdictModel: Model): DecidedReason[] {
  const said = saidReasons(spoken);
  const judged = verdictsOf(spoken, verdictModel, said)
    .map((verdict) => {
      const rank = said.findIndex(({ reason }) => reason === verdict.reason);
      const once = logOdds(said[rank]?.probability ?? 0);
      const over = logOdds(verdict.probability);
      const bar = logOdds(rank === 0 ? ACCEPTED : FURTHER) + logOdds(JUDGED);
      return { ...verdict, odds: (once + over) / 2, above: (once + over - bar) / 2 };
    })
    .sort((a, b) => b.above - a.above);
  const given = judged.filter(({ above }) => above >= 0);
  if (given.length > 0)
    return given.map(({ reason, odds }) => ({
      reason,
      sentence: bestSentence(spoken, reason),
      confidence: Math.min(0.99, logistic(odds)),
      isAsked: false,
    }));
  const likeliest = judged[0];
  if (likeliest === undefined || logistic(likeliest.odds) < ASKED) return [];
  const sentence = bestSentence(spoken, likeliest.reason);
  return [{ reason: likeliest.reason, sentence, confidence: ASKED_CONFIDENCE, isAsked: true }];
}

/**
 * The reasons a statement says in its prose. It gives its reasons on its lines, and verdicts are learnt from letters: one question decides, and
 * strictly. `tellsWhy` is whether its refused lines all say why themselves: then prose adds little; where one does not, it is in the prose.
 */
export function reasonsOfStatement(spoken: readonly SentenceWeight[], tellsWhy?: boolean): DecidedReason[] {
  const least = tellsWhy === undefined ? FURTHER : tellsWhy ? BESIDE_LINES : ACCEPTED;
  return saidReasons(spoken)
    .filter(({ probability }) => probability >= least)
    .map(({ reason, sentence, probability }) => ({
      reason,
      sentence,
      confidence: Math.min(0.99, probability),
      isAsked: false,
    }));
}

/** The sentence that says a reason best, by both ways of asking together. */
function bestSentence(spoken: readonly SentenceWeight[], reason: ReasonId): number {
  const at = ReasonId.options.indexOf(reason);
  let sentence = 0;
  let most = -1;
  for (const { index, together, ground, given } of spoken) {
    const says = (together[at] ?? 0) + ground * (given[at] ?? 0);
    if (says > most) {
      most = says;
      sentence = index;
    }
  }
  return sentence;
}
