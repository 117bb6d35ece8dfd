// The grounds of a paper by weight: each sentence weighed, the surest one standing for its reason, with the clause that carries it.
import type { Zone } from '../../model/finding.ts';
import { ReasonId } from '../../model/vocabulary.ts';
import type { SignalMatch } from '../matching.ts';
import type { Paper } from '../paper.ts';
import type { Sentence } from '../sentences.ts';
import { featuresOf, type Look } from './features.ts';
import { CLASSES, type Model, weigh, weightIn } from './model.ts';
import { weightStem } from './tokens.ts';

/** What a sentence says for each reason. */
export interface SentenceWeight {
  readonly index: number;
  /** Probability that the sentence gives no ground. */
  readonly none: number;
  /** Probability by reason, surest first. */
  readonly reasons: ReadonlyArray<{ readonly reason: ReasonId; readonly probability: number }>;
  /** Words that spoke for the surest reason. */
  readonly words: readonly string[];
}

/** A reason with the sentence that says it best. */
export interface WeighedReason {
  readonly reason: ReasonId;
  readonly sentence: number;
  readonly probability: number;
  readonly words: readonly string[];
}

/** Reasons kept by sentence; the rest says next to nothing. */
const KEPT = 3;

/** Weighs every sentence of a paper. `trust` (0 to 1) is how far the layout lets a sentence speak. */
export function weighSentences(
  looks: readonly Look[],
  model: Model,
  trust: (index: number) => number,
): SentenceWeight[] {
  return looks.map((look, index) => {
    const weighed = weigh(model, featuresOf(look));
    const reasons = ReasonId.options
      .map((reason, at) => ({ reason, probability: (weighed.probability[at + 1] ?? 0) * trust(index) }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, KEPT);
    const first = reasons[0];
    const words =
      first === undefined || first.probability < 0.1
        ? []
        : weighed.strongest(CLASSES.indexOf(first.reason), 4).map(plainName);
    return { index, none: weighed.probability[0] ?? 1, reasons, words };
  });
}

/** "b:not_requir" as people read it: "not requir…". */
function plainName(feature: string): string {
  return feature.slice(2).replace('_', ' … ');
}

/** The best sentence of each reason among `indexes`, surest first. */
export function reasonsByWeight(weights: readonly SentenceWeight[], indexes: readonly number[]): WeighedReason[] {
  const best = new Map<ReasonId, WeighedReason>();
  const unsaid = new Map<ReasonId, number>();
  for (const index of indexes) {
    for (const { reason, probability } of weights[index]?.reasons ?? []) {
      const known = best.get(reason);
      unsaid.set(reason, (unsaid.get(reason) ?? 1) * (1 - (probability < 0.1 ? 0 : probability * 0.9)));
      if (known === undefined || probability > known.probability)
        best.set(reason, { reason, sentence: index, probability, words: weights[index]?.words ?? [] });
    }
  }
  return [...best.values()]
    .map((item) => ({ ...item, probability: Math.max(item.probability, 1 - (unsaid.get(item.reason) ?? 1)) }))
    .sort((a, b) => b.probability - a.probability);
}

/** Sentences shorter than this stand whole as proof. */
const WHOLE_WORDS = 60;

/** The part of a sentence in which the words for a reason stand closest; the whole sentence when it is short. */
export function spanOf(sentence: Sentence, reason: ReasonId, model: Model): SignalMatch {
  const whole = { from: 0, to: sentence.match.length };
  const { parts } = sentence;
  if (parts.length <= WHOLE_WORDS) return whole;
  const of = CLASSES.indexOf(reason);
  const values = parts.map((part, at) => {
    const end = parts[at + 1]?.at ?? sentence.match.length;
    return weightOf(model, weightStem(sentence.match.slice(part.at, end).trim()), of) - 0.05;
  });
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  values.forEach((value, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += value;
    if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  const start = parts[best.from]?.at;
  if (best.sum === 0 || start === undefined) return whole;
  return { from: start, to: parts[best.to]?.at ?? sentence.match.length };
}

function weightOf(model: Model, stem: string, of: number): number {
  const name = `w:${stem}`;
  return weightIn(model, name, of) / 100 - weightIn(model, name, 0) / 200;
}

/** Sentences in which the paper itself speaks about its decision: neither taglines nor legend entries read elsewhere. */
export function speakingSentences(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  skip: ReadonlySet<number>,
): number[] {
  return sentences.flatMap((sentence, index) => {
    const zone = zones[sentence.line];
    const line = paper.lines[sentence.line];
    if (skip.has(index) || line === undefined || zone === 'taglines') return [];
    return sentence.match.length < 8 ? [] : [index];
  });
}
