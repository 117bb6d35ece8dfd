// Which reasons a paper gives, judged over the whole paper: the sentences that may say a reason against all others of the letter.
import { ReasonId } from '../../model/vocabulary.ts';
import type { ReadingRules } from '../rules.ts';
import { againFeatures } from './again-features.ts';
import { logistic, logOdds, type Model, modelOf, sumsOf } from './model.ts';
import { type SaidReason, saidReasons } from './one-question.ts';
import type { SentenceWeight } from './weighed.ts';

/** A reason the paper may give, with what the verdict looks at. */
export interface CandidateReason {
  readonly reason: ReasonId;
  readonly features: ReadonlyMap<string, number>;
}

/** The verdict on a reason: how likely the paper gives it, all of its sentences considered. */
export interface Verdict {
  readonly reason: ReasonId;
  readonly probability: number;
}

/** How a letter is judged: with the weights learnt for letters heard once, or with those for letters the encoder heard as well. */
export interface Judge {
  readonly model: Model;
  /** Whether it looks at what the encoder says by itself. */
  readonly hearsAgain: boolean;
}

/** Both judges by the weights learnt for them. */
export function judgesOf(rules: Pick<ReadingRules, 'verdictWeights' | 'secondVerdictWeights'>): {
  first: Judge;
  second: Judge;
} {
  return {
    first: { model: modelOf(rules.verdictWeights), hearsAgain: false },
    second: { model: modelOf(rules.secondVerdictWeights), hearsAgain: true },
  };
}

/** Reasons of a paper that are judged at all; the others are far behind. */
const CANDIDATES = 6;

/** The likeliest reasons among the sentences `spoken`, likeliest first, each with what speaks for it; with what the encoder says where `hearsAgain`. */
export function candidateReasons(
  spoken: readonly SentenceWeight[],
  hearsAgain: boolean,
  said: readonly SaidReason[] = saidReasons(spoken),
): CandidateReason[] {
  const first = spoken[0];
  if (first === undefined) return [];
  const all = groundsIn(spoken);
  const leads = [...said].sort((a, b) => b.most - a.most)[0]?.reason;
  const places = ReasonId.options.map((reason, at) => ({ reason, at, ...bestPlace(spoken, first, at) }));
  places.sort((a, b) => b.value - a.value);
  const lead = places[0];
  const length = (spoken.at(-1)?.index ?? 0) + 1;
  return places.slice(0, CANDIDATES).map(({ reason, at, best, value, second }, rank) => {
    const own = all.mass[at] ?? 0;
    const together = said.find((other) => other.reason === reason);
    const order = said.findIndex((other) => other.reason === reason);
    const given = best.given[at] ?? 0;
    const rival = best.given.reduce((most, other, which) => (which === at ? most : Math.max(most, other)), 0);
    const features = new Map([
      ['bias', 1],
      ['best', logOdds(value)],
      ['second', logOdds(second)],
      ['ground', logOdds(best.ground)],
      ['given', logOdds(given)],
      ['given-margin', logOdds(given) - logOdds(rival)],
      ['given-first', given >= rival ? 1 : 0],
      ['first', rank === 0 ? 1 : 0],
      ['behind', logOdds(value) - logOdds(lead?.value ?? 0)],
      ['shares-lead', rank > 0 && best === lead?.best ? 1 : 0],
      ['total', Math.log1p(all.total)],
      ['mass', Math.log1p(own)],
      ['share', own / (all.total + 1e-6)],
      ['sure-sentences', Math.log1p(all.sure[at] ?? 0)],
      ['half-sure-sentences', Math.log1p(all.halfSure[at] ?? 0)],
      ['surest', best.ground >= all.surest ? 1 : 0],
      ['rival', logOdds(all.rival)],
      ['together', logOdds(together?.most ?? 0)],
      ['anywhere', logOdds(together?.probability ?? 0)],
      ['anywhere-behind', logOdds(together?.probability ?? 0) - logOdds(said[0]?.probability ?? 0)],
      ['anywhere-first', order === 0 ? 1 : 0],
      ['anywhere-second', order === 1 ? 1 : 0],
      ['leads', reason === leads ? 1 : 0],
      ['length', Math.log1p(best.length)],
      ['place', best.index / length],
      ['sentences', Math.log(length)],
    ]);
    for (const guard of best.guards) features.set(`guard:${guard}`, 1);
    if (hearsAgain) for (const [name, value] of againFeatures(spoken, best, at)) features.set(name, value);
    return { reason, features };
  });
}

/** How surely a sentence gives a ground to be counted as doing so, and as perhaps doing so. */
const SURE = 0.5;
const HALF_SURE = 0.2;

/** What the sentences give in all: how much ground, for the reason each likeliest gives; in how many of them; the surest and the next one. */
function groundsIn(spoken: readonly SentenceWeight[]): {
  mass: Float64Array;
  sure: Float64Array;
  halfSure: Float64Array;
  total: number;
  surest: number;
  rival: number;
} {
  const mass = new Float64Array(ReasonId.options.length);
  const sure = new Float64Array(ReasonId.options.length);
  const halfSure = new Float64Array(ReasonId.options.length);
  let total = 0;
  let surest = 0;
  let rival = 0;
  for (const { ground, given } of spoken) {
    const first = given.indexOf(Math.max(...given));
    mass[first] = (mass[first] ?? 0) + ground;
    if (ground > SURE) sure[first] = (sure[first] ?? 0) + 1;
    if (ground > HALF_SURE) halfSure[first] = (halfSure[first] ?? 0) + 1;
    total += ground;
    rival = Math.max(rival, Math.min(surest, ground));
    surest = Math.max(surest, ground);
  }
  return { mass, sure, halfSure, total, surest, rival };
}

/** The sentence that says a reason best, and how much the next one says it. */
function bestPlace(
  spoken: readonly SentenceWeight[],
  first: SentenceWeight,
  at: number,
): { best: SentenceWeight; value: number; second: number } {
  let best = first;
  let value = -1;
  let second = 0;
  for (const weight of spoken) {
    const says = weight.ground * (weight.given[at] ?? 0);
    if (says > value) {
      second = Math.max(0, value);
      value = says;
      best = weight;
    } else second = Math.max(second, says);
  }
  return { best, value, second };
}

/** The verdict on each candidate, surest first. */
export function verdictsOf(
  spoken: readonly SentenceWeight[],
  { model, hearsAgain }: Judge,
  said: readonly SaidReason[] = saidReasons(spoken),
): Verdict[] {
  return candidateReasons(spoken, hearsAgain, said)
    .map(({ reason, features }) => ({ reason, probability: logistic(sumsOf(model, features)[0] ?? 0) }))
    .sort((a, b) => b.probability - a.probability);
}
