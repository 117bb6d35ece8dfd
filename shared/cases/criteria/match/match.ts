// Answers one criterion: every matcher its own part, and the rest by shared words. Met needs every part met.
import type { CriterionFact, CriterionState } from '../../../model/criteria.ts';
import { isInverse } from '../lead.ts';
import { matchAbsence } from './absence.ts';
import { matchAge } from './age.ts';
import type { CaseAtHand, Matcher, Part } from './ask.ts';
import { matchDiagnosis } from './diagnosis.ts';
import { matchDuration } from './durations.ts';
import { matchProcedures } from './procedures.ts';
import { matchScales } from './scales.ts';
import { matchSharedWords } from './shared-words.ts';
import { matchAugmentation, matchTrials } from './trials.ts';

export interface Answer {
  readonly state: CriterionState;
  readonly facts: readonly CriterionFact[];
  readonly why: string;
}

const MATCHERS: readonly Matcher[] = [
  matchTrials,
  matchAugmentation,
  matchProcedures,
  matchScales,
  matchAge,
  matchDuration,
  matchDiagnosis,
];
/** Words that ask for nothing by themselves. */
const NEUTRAL =
  /^(the|and|or|of|an?|in|on|at|by|to|for|from|with|each|all|any|is|are|was|be|been|has|have|had|must|shall|should|will|it|its|this|that|these|those|their|his|her|as|than|then|one|two|three|four|five|six|seven|eight|nine|ten|twelve|courses?|document\w*|records?|members?|patients?|individuals?|persons?|history|evidence|clinical\w*|medical|including|such|treatments?|therap\w+|following|when|who|which|if|there|not|no|e\.?g|i\.?e|his\/her|used?|could|given|did|does|do|met|criteria)$/i;

/** The state of a criterion with the pages that speak of it. */
export function answer(text: string, under: string, at: CaseAtHand): Answer {
  if (isInverse(under)) {
    const spoken = matchSharedWords(text, at);
    return { ...spoken, why: `The service is left out if this is true: show that it is not. ${spoken.why}` };
  }
  const absence = matchAbsence(text, at);
  if (absence !== undefined) return capped(absence);
  const parts = MATCHERS.flatMap((matcher) => matcher(text, at) ?? []);
  const rest = restOf(text, parts);
  if (parts.length === 0 || rest.length > 0) {
    const words = parts.length === 0 ? text : rest.join(' ');
    const spoken = matchSharedWords(words, at);
    parts.push(parts.length === 0 ? spoken : { ...spoken, why: `not settled: “${words}”` });
  }
  return capped(together(parts));
}

/** Words of the criterion that no part deals with. */
function restOf(text: string, parts: readonly Part[]): string[] {
  return text
    .split(/[\s/]+/)
    .map((word) => word.replace(/^[^\w]+|[^\w]+$/g, '').replace(/['’]s$/, ''))
    .flatMap((word) => word.split('-'))
    .filter((word) => word.length > 1 && !/^\d+$/.test(word) && !NEUTRAL.test(word))
    .filter((word) => !parts.some((part) => part.covers.test(word)));
}

function together(parts: readonly Part[]): Answer {
  const facts = parts.flatMap((part) => part.facts);
  const states = parts.map((part) => part.state);
  const state = states.includes('not-met')
    ? 'not-met'
    : states.every((each) => each === 'met')
      ? 'met'
      : facts.length > 0 || states.includes('met')
        ? 'unclear'
        : 'not-shown';
  return { state, facts, why: parts.map((part) => part.why).join('; ') };
}

const MOST_FACTS = 12;

function capped(found: Answer): Answer {
  const taken = new Set<string>();
  const facts = found.facts.filter(({ source: { documentId, proof } }) => {
    const key = `${documentId}/${proof.pageNumber}/${proof.from}`;
    return !taken.has(key) && taken.add(key);
  });
  return { state: found.state, facts: facts.slice(0, MOST_FACTS), why: found.why };
}
