// Which signals of the rule files match in a sentence, guards applied.
import type { ReasonId } from '../model/vocabulary.ts';
import { speaks } from './guards.ts';
import { matchSignal, type SignalMatch } from './matching.ts';
import type { CompiledRules } from './patterns.ts';
import type { Sentence } from './sentences.ts';
import type { Sifted } from './sieve/sieve.ts';

/** What the signals of a sentence say for one reason. */
export interface Signalled {
  readonly reason: ReasonId;
  /** 0 to 1: how unlikely it is that all of them err. */
  readonly score: number;
  /** Only general wordings matched, which give way to a more specific reason. */
  readonly isGeneric: boolean;
  /** What the signals say, in plain words. */
  readonly why: readonly string[];
}

/** The plan's rule as such: "the plan pays for…". What was found in this case says the ground better. */
const RULE_ONLY =
  /^(?:[a-z]+ )?(?:plan|policy|it|we|they|medicare|contract|fund|brochure|certificate|part|section) (?:only |does not |do not |will not )?(?:pay|pays|cover|covers|asks|provides|requires|allows|limits)\b/;
const RULE_WEIGHT = 0.88;
const RIGHTS_WEIGHT = 0.3;
/** Signals counted for one reason in one sentence. */
const COUNTED = 3;

/** The signals of a sentence by reason, outside its blocked ranges. `sifted` is the sentence, sifted by the rules' sieve. */
export function signalsOf(
  sentence: Sentence,
  sifted: Sifted,
  blocked: readonly SignalMatch[],
  rules: CompiledRules,
): Signalled[] {
  if (sentence.match.length < 8) return [];
  const rights = speaks(rules.guards.rights, sentence.match, sifted) ? RIGHTS_WEIGHT : 1;
  const signalled: Signalled[] = [];
  for (const { reason, signals } of rules.reasons) {
    const matching = signals.filter((signal) => matchSignal(signal, sentence, blocked, sifted) !== undefined);
    if (matching.length === 0) continue;
    const hits = matching.sort((a, b) => b.weight - a.weight).slice(0, COUNTED);
    const missing = hits.reduce((left, signal) => left * (1 - signal.weight), 1);
    const rule = reason !== 'benefit-exclusion' && RULE_ONLY.test(sentence.match) ? RULE_WEIGHT : 1;
    signalled.push({
      reason,
      score: (1 - missing) * rights * rule,
      isGeneric: hits.every((signal) => signal.generic !== undefined),
      why: hits.map((signal) => signal.why),
    });
  }
  return signalled;
}
