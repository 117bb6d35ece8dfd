// Decides to which step a time limit belongs, from its own words, the rest of its sentence, what was said just before, and the heading above.
import type { StatedStep } from '../../model/finding.ts';
import { oncePerPair } from '../../once-per.ts';
import { matchesIn } from '../../text/matches.ts';
import { mayOccur, type Sifted } from '../sieve/sieve.ts';
import type { CompiledCue, CompiledTimes } from './compile.ts';

/** A piece of text in matching form and how much it counts, 0 to 1. */
export interface Place {
  readonly text: string;
  readonly share: number;
}

export interface StepChoice {
  readonly step: StatedStep;
  /** Sum of the weights of the signals; 3 is one clear signal. */
  readonly score: number;
  /** The part of the score that comes from the limit's own words. */
  readonly own: number;
  /** How far the next best step is behind. */
  readonly lead: number;
  readonly why: string;
}

const PLAN_STEPS: ReadonlySet<StatedStep> = new Set(['plan-decision', 'plan-decision-expedited']);
/** What the plan does in one sentence says little about the next. */
const CONTEXT_HALVED = 0.5;
/** A request by the member, whatever the step is. */
const ASKS = 2;
/** So much speaks clearly for one step. */
const ONE_SIGNAL = 3;
/** A step is named, not only hinted at. */
const NAME = 4;
/** The name may stand this many words farther from the amount than the word appeal. */
const NAME_REACH = 3;
const NAMED_AWAY = 0.4;
/** Only answers are given in hours. */
const HOURS = 1.5;

/** True for the steps in which the plan, not the member, must do something. */
export function isPlanStep(step: StatedStep): boolean {
  return PLAN_STEPS.has(step);
}

/**
 * The step with the most signals, or undefined when nothing speaks for any. `context` are the places around `own`, the nearest first.
 * `rights` tells that the words stand where a letter explains what one may do: there a bare request is an appeal.
 */
export function chooseStep(
  own: string,
  context: readonly Place[],
  rules: CompiledTimes,
  hints: { readonly hours: boolean; readonly rights: boolean },
): StepChoice | undefined {
  const here: SiftedPlace = { text: own, share: 1, sifted: rules.sieve.sift(own) };
  const spoken = new Set(rules.steps.flatMap(({ cues }) => cues.filter((cue) => speaksIn(cue, here))));
  const around = context.map((place) => siftedBy(rules, place));
  const named = rules.steps.filter(({ step }) => step !== 'internal-appeal' && !PLAN_STEPS.has(step));
  const plain = around.map((place) =>
    named.some(({ cues }) => cues.some((cue) => cue.weight >= NAME && speaksIn(cue, place)))
      ? { ...place, share: place.share * NAMED_AWAY }
      : place,
  );
  const clear = rules.steps.some(({ cues }) => ownOf(cues, spoken) >= ONE_SIGNAL);
  const scored = rules.steps.flatMap(({ step, cues }) => {
    let score = 0;
    let why = '';
    for (const cue of cues) {
      const places = step === 'internal-appeal' ? plain : around;
      const weight = cue.weight * (spoken.has(cue) ? 1 : shareOf(cue, places, step, clear));
      score += weight;
      if (weight > 0 && why === '') why = cue.why;
    }
    const ownScore = ownOf(cues, spoken);
    return score === 0 && step !== 'internal-appeal' ? [] : [{ step, score, own: ownScore, why }];
  });
  const answers = scored.find((each) => each.step === 'plan-decision');
  preferNames(scored, own, spoken, rules);
  if (rules.asks.test(own) && (answers?.own ?? 0) < ONE_SIGNAL) {
    const member = scored.filter((each) => !PLAN_STEPS.has(each.step)).sort((a, b) => b.score - a.score)[0];
    if (member !== undefined && (member.score > 0 || hints.rights)) {
      member.score += ASKS;
      member.own += ASKS;
      if (member.why === '') member.why = 'says until when you may ask';
    }
  }
  if (hints.hours) {
    const fast = Math.max(
      0,
      ...[{ text: own, share: 1 }, ...context]
        .filter(({ text }) => rules.expedited.test(text))
        .map(({ share }) => share),
    );
    if (answers !== undefined) answers.score += HOURS;
    else scored.push({ step: 'plan-decision', score: HOURS + fast, own: fast, why: 'gives the time of a fast answer' });
  }
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || best.score <= 0) return undefined;
  return { ...best, lead: best.score - (scored[1]?.score ?? 0) };
}

/** A step named about as near to the amount as the word appeal wins over it: “a second level appeal within | ”. */
function preferNames(
  scored: { step: StatedStep; score: number; own: number }[],
  own: string,
  spoken: ReadonlySet<CompiledCue>,
  rules: CompiledTimes,
): void {
  const appeal = scored.find((each) => each.step === 'internal-appeal');
  const named = scored.filter(
    (each) => each.step !== 'internal-appeal' && !PLAN_STEPS.has(each.step) && each.own >= NAME,
  );
  if (appeal === undefined || named.length === 0) return;
  const reach = distanceOf('internal-appeal', own, spoken, rules) + NAME_REACH;
  if (named.some((each) => distanceOf(each.step, own, spoken, rules) <= reach)) {
    appeal.score *= NAMED_AWAY;
    appeal.own *= NAMED_AWAY;
  }
}

/** Words between the nearest signal of a step and the amount, which stands in `own` as “|”. */
function distanceOf(step: StatedStep, own: string, spoken: ReadonlySet<CompiledCue>, rules: CompiledTimes): number {
  const amount = own.indexOf('|');
  const cues = rules.steps.find((each) => each.step === step)?.cues ?? [];
  const gaps = cues
    .filter((cue) => spoken.has(cue))
    .flatMap(({ pattern }) =>
      matchesIn(own, new RegExp(pattern.source, 'g')).map((hit) => {
        const end = hit.index + hit[0].length;
        const gap = end <= amount ? own.slice(end, amount) : own.slice(amount, Math.max(amount, hit.index));
        return gap.split(' ').filter((word) => word !== '').length;
      }),
    );
  return Math.min(99, ...gaps);
}

function ownOf(cues: readonly CompiledCue[], spoken: ReadonlySet<CompiledCue>): number {
  return cues.reduce((sum, cue) => sum + (spoken.has(cue) ? cue.weight : 0), 0);
}

interface SiftedPlace extends Place {
  readonly sifted: Sifted;
}

/** Once for the places that all limits of a sentence have around them. */
const siftedBy = oncePerPair(
  (rules: CompiledTimes, place: Place): SiftedPlace => ({ ...place, sifted: rules.sieve.sift(place.text) }),
);

function speaksIn({ pattern, number }: CompiledCue, { text, sifted }: SiftedPlace): boolean {
  return mayOccur(sifted, number) && pattern.test(text);
}

/** How much a signal counts by what stands around a limit: half where the limit's own words speak clearly. */
function shareOf(cue: CompiledCue, context: readonly SiftedPlace[], step: StatedStep, clear: boolean): number {
  let share = 0;
  for (const place of context) if (place.share > share && speaksIn(cue, place)) share = place.share;
  return share * (PLAN_STEPS.has(step) || clear ? CONTEXT_HALVED : 1);
}
