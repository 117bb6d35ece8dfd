// Decides which reasons a paper gives: a letter's by the verdict on the whole of it, a statement's prose by one question to each sentence.
import { ReasonId } from '../../model/vocabulary.ts';
import { saidReasons } from './one-question.ts';
import { type Judge, verdictsOf } from './verdict.ts';
import type { SentenceWeight } from './weighed.ts';

/** Verdict from which a letter counts as giving a reason: even odds. On letters of authors left out 0.4 to 0.5 do as well, also where they were heard again. */
const JUDGED = 0.5;
/** Whatever the verdict, some sentence must say a reason with this probability, by one question: verdicts are learnt from letters that give some reason. */
const HEARD_AT_ALL = 0.2;
/** Probability, by one question, from which the prose of a statement counts as giving a ground, where nothing is known of its lines. */
const SAID = 0.7;
/** The same where its refused lines all say why themselves, and where one of them does not. */
const SAID_BESIDE = 0.9;
const SAID_INSTEAD = 0.45;
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

/** A verdict between this and its opposite is in doubt: hearing the other letters again changed no score. */
const DOUBTFUL = 0.1;

/** Whether a letter's reasons are in doubt: the verdict on one of them, or whether it gives any. */
export function isInDoubt(spoken: readonly SentenceWeight[], judge: Judge): boolean {
  const verdicts = verdictsOf(spoken, judge);
  return (
    verdicts.some(({ probability }) => probability > DOUBTFUL && probability < 1 - DOUBTFUL) ||
    !verdicts.some(({ probability }) => probability >= JUDGED)
  );
}

/** The reasons a letter gives, surest first; where it gives none clearly, the likeliest one, to be asked about, or none. */
export function reasonsOfLetter(spoken: readonly SentenceWeight[], judge: Judge): DecidedReason[] {
  const said = saidReasons(spoken);
  const heard = new Set(said.flatMap(({ reason, probability }) => (probability >= HEARD_AT_ALL ? [reason] : [])));
  const judged = verdictsOf(spoken, judge, said).filter(({ reason }) => heard.has(reason));
  const given = judged.filter(({ probability }) => probability >= JUDGED);
  if (given.length > 0)
    return given.map(({ reason, probability }) => ({
      reason,
      sentence: bestSentence(spoken, reason),
      confidence: Math.min(0.99, probability),
      isAsked: false,
    }));
  const likeliest = judged[0];
  if (likeliest === undefined || likeliest.probability < ASKED) return [];
  const sentence = bestSentence(spoken, likeliest.reason);
  return [{ reason: likeliest.reason, sentence, confidence: ASKED_CONFIDENCE, isAsked: true }];
}

/**
 * The reasons a statement says in its prose. It gives its reasons on its lines, and verdicts are learnt from letters: one question decides, and
 * strictly. `tellsWhy` is whether its refused lines all say why themselves: then prose adds little; where one does not, it is in the prose.
 */
export function reasonsOfStatement(spoken: readonly SentenceWeight[], tellsWhy?: boolean): DecidedReason[] {
  const least = tellsWhy === undefined ? SAID : tellsWhy ? SAID_BESIDE : SAID_INSTEAD;
  return saidReasons(spoken)
    .filter(({ probability }) => probability >= least)
    .map(({ reason, sentence, probability }) => ({
      reason,
      sentence,
      confidence: Math.min(0.99, probability),
      isAsked: false,
    }));
}

/** How much a sentence gains as the one to be quoted by saying its reason in the field's usual words: twice as much by the strongest signal. */
const NAMED = 1;

/** The sentence to be quoted for a reason: the one that says it best, by both ways of asking together, and most plainly. */
function bestSentence(spoken: readonly SentenceWeight[], reason: ReasonId): number {
  const at = ReasonId.options.indexOf(reason);
  let sentence = 0;
  let most = -1;
  for (const { index, together, ground, given, named } of spoken) {
    const says = ((together[at] ?? 0) + ground * (given[at] ?? 0)) * (1 + NAMED * named(reason));
    if (says > most) {
      most = says;
      sentence = index;
    }
  }
  return sentence;
}
