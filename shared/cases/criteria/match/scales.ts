// Criteria about rating scales: a score beyond a limit, a fall in per cent, a scale before and after.
import type { CriterionFact, CriterionState } from '../../../model/criteria.ts';
import type { ScaleId, Score } from '../../../model/record.ts';
import { type CaseAtHand, factsOf, type Part } from './ask.ts';
import { type Limit, limitsIn, maskScales } from './scale-limits.ts';

const FALL = /(\d{1,3}) ?(?:%|percent|per cent)/i;
const FALLS = /\bfall|drop|decreas|reduc|improve|declin|respon/i;
const BEFORE_AFTER =
  /before\b.*\bafter|baseline\b.*\b(?:after|follow|post|during)|pre-?(?:treatment)? ?(?:and|\/|-) ?post/i;
const ANY_SCALE =
  /\b(?:rating|symptom|depression|severity)? ?scales?\b|\b(?:standardi[sz]ed|validated)\b.*\b(?:scale|tool|instrument|measure|questionnaire)|\bscores?\b/i;
const WORDS =
  /^(validated|standardi[sz]ed|rating|scales?|scores?|instruments?|tools?|measures?|questionnaires?|before|after|baseline|pre|post|course|follow\w*|during|phq\w*|madrs|ham\w*|hdrs|hamilton|bdi\w*|beck|qids\w*|gad\w*|pcl\w*|caps\w*|ybocs|nrs|bpi|odi|oswestry|montgomery\w*|asberg|depression|inventory|patient|health|pain|points?|percent|fall|falls|drop|decrease|reduction|reduced|improve\w*|least|more|greater|higher|above|severity|severe|symptoms?|equal|than|current|total|documented|treatment|minimum|from|intensity|level)$/i;

/** Scores against the limits of a criterion. */
export function matchScales(text: string, at: CaseAtHand): Part | undefined {
  const { masked, scales } = maskScales(text);
  if (scales.length === 0 && !ANY_SCALE.test(text)) return undefined;
  const limits = limitsIn(masked);
  const parts = limits.length > 0 ? limits.map((limit) => againstLimit(limit, at)) : [];
  const per = FALL.exec(masked);
  if (per !== null && FALLS.test(masked)) parts.push(againstFall(Number(per[1]), scales, at));
  else if (BEFORE_AFTER.test(text)) parts.push(beforeAndAfter(scales, at));
  else if (limits.length === 0 && scales.length === 0 && !/validated|standardi[sz]ed|rating scale/i.test(text))
    return undefined;
  else if (limits.length === 0) parts.push(anyScore(scales, /\d/.test(masked), at));
  const anyWillDo = /\bor\b/i.test(masked.replace(/\bor (?:more|greater|higher|above|over|less|lower|equal)\b/gi, ''));
  return { ...together(parts, anyWillDo), covers: WORDS };
}

interface Finding {
  readonly state: CriterionState;
  readonly facts: readonly CriterionFact[];
  readonly why: string;
}

function together(parts: readonly Finding[], anyWillDo: boolean): Finding {
  const met = parts.filter((part) => part.state === 'met');
  const chosen = anyWillDo && met.length > 0 ? met : parts;
  const state = chosen.every((part) => part.state === 'met')
    ? 'met'
    : (['not-met', 'unclear', 'not-shown'] as const).find((each) =>
        anyWillDo && each === 'not-met'
          ? chosen.every((part) => part.state === each)
          : chosen.some((part) => part.state === each),
      );
  return {
    state: state ?? 'not-shown',
    facts: chosen.flatMap((part) => part.facts),
    why: chosen.map((part) => part.why).join('; '),
  };
}

/** Scores with a day, the earliest first. */
function dated(scale: ScaleId | undefined, at: CaseAtHand): (Score & { on: string })[] {
  return at.scores
    .flatMap((score) =>
      score.on !== undefined && (scale === undefined || score.scale === scale) ? [{ ...score, on: score.on }] : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The latest score before the care; where no day of care is known, the latest of all. */
function againstLimit({ scale, limit, holds, say }: Limit, at: CaseAtHand): Finding {
  const all = dated(scale, at);
  const { firstDay } = at;
  const score = (firstDay === undefined ? all : all.filter(({ on }) => on <= firstDay)).at(-1);
  const undatedOnes = at.scores.filter((each) => each.scale === scale);
  if (score === undefined) {
    const why =
      undatedOnes.length === 0
        ? `No ${scale} score is among the papers`
        : `No ${scale} score before the care has a date`;
    return {
      state: undatedOnes.length === 0 ? 'not-shown' : 'unclear',
      facts: factsOf(undatedOnes.slice(0, 3), scoreInWords),
      why,
    };
  }
  const met = holds(score.value, limit);
  return {
    state: met ? 'met' : 'not-met',
    facts: factsOf([score], scoreInWords),
    why: `${scoreInWords(score)}; asked: ${say} ${limit}`,
  };
}

function scoreInWords({ scale, value, on, moment }: Score): string {
  return [`${scale === 'pain' ? 'Pain' : scale} ${value}`, on && `on ${on}`, moment && `(${moment})`]
    .filter(Boolean)
    .join(' ');
}

/** The last score before the care and the last one after it began, for the scale with both. */
function pairs(scales: readonly ScaleId[], at: CaseAtHand): { before: Score; after: Score }[] {
  const wanted = scales.length > 0 ? scales : [...new Set(at.scores.map(({ scale }) => scale))];
  const { firstDay, lastDay } = at;
  if (firstDay === undefined || lastDay === undefined) return [];
  return wanted.flatMap((scale) => {
    const all = dated(scale, at);
    const before = all.filter(({ on }) => on.length === 10 && on <= firstDay).at(-1);
    const after = all.filter(({ on }) => on > lastDay).at(0);
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
}

function beforeAndAfter(scales: readonly ScaleId[], at: CaseAtHand): Finding {
  const found = pairs(scales, at);
  if (found.length > 0) {
    const rows = found.flatMap(({ before, after }) => [before, after]);
    const why = found
      .map(({ before, after }) => `${scoreInWords(before)} before, ${scoreInWords(after)} after`)
      .join('; ');
    return { state: 'met', facts: factsOf(rows, scoreInWords), why };
  }
  const some = dated(undefined, at).filter(({ scale }) => scales.length === 0 || scales.includes(scale));
  const why =
    some.length === 0 ? 'No score is among the papers' : 'No scale has a score both before and after the care';
  return { state: some.length === 0 ? 'not-shown' : 'unclear', facts: factsOf(some.slice(0, 4), scoreInWords), why };
}

function againstFall(percent: number, scales: readonly ScaleId[], at: CaseAtHand): Finding {
  const found = pairs(scales, at);
  if (found.length === 0)
    return { ...beforeAndAfter(scales, at), state: at.scores.length === 0 ? 'not-shown' : 'unclear' };
  const falls = found.map(({ before, after }) => ({
    before,
    after,
    fall: Math.round((1 - after.value / Math.max(1, before.value)) * 100),
  }));
  const best = falls.sort((a, b) => b.fall - a.fall)[0]!;
  return {
    state: best.fall >= percent ? 'met' : 'not-met',
    facts: factsOf([best.before, best.after], scoreInWords),
    why: `${scoreInWords(best.before)}, then ${scoreInWords(best.after)}: ${best.fall} percent lower; asked: ${percent}`,
  };
}

/** A score there is; a number that could not be read as a limit leaves it open. */
function anyScore(scales: readonly ScaleId[], numbered: boolean, at: CaseAtHand): Finding {
  const some = at.scores.filter(({ scale }) => scales.length === 0 || scales.includes(scale));
  if (some.length === 0) return { state: 'not-shown', facts: [], why: 'No score is among the papers' };
  const state = !numbered && some.some(({ on }) => on !== undefined) ? 'met' : 'unclear';
  return {
    state,
    facts: factsOf(some.slice(0, 4), scoreInWords),
    why: `Scores on ${[...new Set(some.map(({ scale }) => scale))].join(', ')}`,
  };
}
