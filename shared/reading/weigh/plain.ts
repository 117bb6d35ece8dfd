// Grounds in the field's usual words. Most lessons say a ground in some way of their own, and the usual words stand in many a sentence that gives none: so a
// brief letter that says no more than "denied because it is not medically necessary" may leave the weights in doubt. There the signals of the rules decide.
import { ReasonId } from '../../model/vocabulary.ts';
import type { Sentence } from '../sentences.ts';
import type { DecidedReason } from './decide.ts';
import type { Look } from './features.ts';

/** Score of a signal from which its words are plain beside a refusal, and from which they are by themselves. */
const PLAIN = 0.6;
const PLAIN_ALONE = 0.85;
const CONFIDENCE = 0.6;
/** Sentences of a brief letter, its rights and what stands around it left out, and words below which a line is none of them. */
const BRIEF = 7;
const LEAST_WORDS = 4;
const AROUND: ReadonlySet<string> = new Set(['rights', 'taglines', 'letterhead', 'reference', 'legend', 'table']);
/** What makes a sentence say something else than a ground of this decision. */
const NOT_THIS_DECISION = new Set([
  'aside',
  'set-aside',
  'all-blocked',
  'conditional',
  'favorable',
  'future',
  'not-ground',
  'overturned',
  'reported',
  'rights',
]);
/** "We have denied…", "We denied the claim because…" is this decision, though it sounds as an earlier one does. */
const THIS_DECISION =
  /^(?:we|the plan|the fund|this plan) (?:have |must |has )?(?:denied|deny|denies|refused|declined) /;
/** A refusal in the sentence itself, or right beside it. */
const REFUSES = new Set(['deny', 'after-refusal', 'before-refusal']);

/**
 * The grounds a brief letter says in usual words by the sentences `among`; words that may mean several things count where no others are found. In a longer
 * letter the weights hear more than one sentence, and usual words that they pass over give no ground.
 */
export function plainGrounds(
  sentences: readonly Sentence[],
  looks: readonly Look[],
  among: readonly number[],
): DecidedReason[] {
  if (looks.filter(isOfBody).length > BRIEF) return [];
  const open = among.filter((index) => mayGive(sentences[index], looks[index]));
  const clear = bestOf(looks, open, false);
  return clear.length > 0 ? clear : bestOf(looks, open, true);
}

function isOfBody({ zone, tokens }: Look): boolean {
  return tokens.length >= LEAST_WORDS && !AROUND.has(zone);
}

function mayGive(sentence: Sentence | undefined, look: Look | undefined): boolean {
  if (sentence === undefined || look === undefined) return false;
  if (look.guards.some((guard) => NOT_THIS_DECISION.has(guard))) return false;
  return !look.guards.includes('earlier') || THIS_DECISION.test(sentence.match);
}

/** For each reason the sentence whose signal for it is strongest. */
function bestOf(looks: readonly Look[], among: readonly number[], isGeneric: boolean): DecidedReason[] {
  const best = new Map<ReasonId, { sentence: number; score: number }>();
  for (const sentence of among) {
    const { guards, signals } = looks[sentence] ?? { guards: [], signals: [] };
    const least = guards.some((guard) => REFUSES.has(guard)) ? PLAIN : PLAIN_ALONE;
    for (const signal of signals)
      if (signal.isGeneric === isGeneric && signal.score >= Math.max(least, best.get(signal.reason)?.score ?? 0))
        best.set(signal.reason, { sentence, score: signal.score });
  }
  return ReasonId.options.flatMap((reason) => {
    const said = best.get(reason);
    return said === undefined ? [] : [{ reason, sentence: said.sentence, confidence: CONFIDENCE, isAsked: false }];
  });
}
