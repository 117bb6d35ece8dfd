// Learns the weights of the reader from labelled sentences: softmax regression by AdaGrad, small weights dropped.
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Page } from '../../shared/model/page.ts';
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import { paperOf } from '../../shared/reading/paper.ts';
import { compileRules } from '../../shared/reading/patterns.ts';
import { sentencesOf } from '../../shared/reading/sentences.ts';
import { featuresOf } from '../../shared/reading/weigh/features.ts';
import { looksOf } from '../../shared/reading/weigh/looks.ts';
import { CLASSES, softmax, type Weights } from '../../shared/reading/weigh/model.ts';
import { zonesOf } from '../../shared/reading/zones.ts';
import type { Tag } from './layout.ts';

/** A sentence to learn from: its features and the class it belongs to. */
export interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly label: number;
  readonly weight: number;
}

type Rules = ReturnType<typeof loadReadingRules>;

/** The sentences of a paper with their classes. Sentences around a ground that do not say it are left out: they may go either way. */
export function examplesOf(
  pages: readonly Page[],
  tags: ReadonlyArray<ReadonlyArray<Tag | undefined>>,
  rules: Rules,
): Example[] {
  const compiled = compileRules(rules);
  const paper = paperOf(pages);
  const zones = zonesOf(paper, compiled);
  const sentences = sentencesOf(paper);
  const looks = looksOf(paper, sentences, zones, compiled);
  return sentences.flatMap((sentence, index) => {
    const look = looks[index];
    if (look === undefined || look.zone === 'taglines' || sentence.match.length < 8) return [];
    const own = sentence.parts.map(({ token }) => tags[token.page]?.[token.word]);
    const core = reasonOf(own, 'core');
    if (core === undefined && reasonOf(own, 'support') !== undefined) return [];
    const label = core === undefined ? 0 : CLASSES.indexOf(core);
    return [{ features: featuresOf(look), label, weight: core === undefined ? 1 : 1.5 }];
  });
}

/** The reason most of whose tagged words stand here; at least four words. */
function reasonOf(tags: ReadonlyArray<Tag | undefined>, role: Tag['role']): ReasonId | undefined {
  const counts = new Map<ReasonId, number>();
  for (const tag of tags) if (tag?.role === role) counts.set(tag.reason, (counts.get(tag.reason) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= Math.min(4, tags.length) ? best[0] : undefined;
}

const RATE = 0.2;
const EPOCHS = 8;
/** Rounds after which the weights are averaged. */
const SETTLED_AFTER = 1;
/** Pull towards zero (L1) for each step a feature takes part in. */
const SHRINK = 0.00006;
const LEAST_SEEN = 3;
/** Weights below this, in hundredths, are left out: they would only make the file large. */
const LEAST_WEIGHT = 12;

/** Learns weights from examples; the same examples give the same weights. */
export function learn(
  examples: readonly Example[],
  width: number = CLASSES.length,
  start: ReadonlyArray<readonly [name: string, cls: number, weight: number]> = [],
): Weights['features'] {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => name);
  const index = new Map(names.map((name, at) => [name, at]));
  const weights = new Float64Array(names.length * width);
  // The mean over the later rounds is steadier than the last round.
  const mean = new Float64Array(names.length * width);
  for (const [name, cls, weight] of start) {
    const at = index.get(name);
    if (at !== undefined) weights[at * width + cls] = weight;
  }
  const squares = new Float64Array(names.length * width).fill(1e-6);
  const packed = examples.map(({ features, label, weight }) => {
    const known = [...features].flatMap(([name, value]) => {
      const at = index.get(name);
      return at === undefined ? [] : [[at, value] as const];
    });
    return {
      at: Int32Array.from(known, ([at]) => at * width),
      values: Float64Array.from(known, ([, value]) => value),
      label,
      weight,
    };
  });
  const order = packed.map((_, at) => at);
  let state = 12345;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const other = state % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const which of order) {
      const item = packed[which];
      if (item !== undefined) step(item, weights, squares, width);
    }
    if (epoch >= SETTLED_AFTER)
      weights.forEach((weight, place) => {
        mean[place] = (mean[place] ?? 0) + weight / (EPOCHS - SETTLED_AFTER);
      });
  }
  return fileOf(names, mean, width);
}

function step(
  item: { at: Int32Array; values: Float64Array; label: number; weight: number },
  weights: Float64Array,
  squares: Float64Array,
  width: number,
): void {
  const sums = new Float64Array(width);
  item.at.forEach((from, which) => {
    const value = item.values[which] ?? 0;
    for (let cls = 0; cls < width; cls += 1) sums[cls] = (sums[cls] ?? 0) + (weights[from + cls] ?? 0) * value;
  });
  const probability = softmax(sums);
  for (let cls = 0; cls < width; cls += 1) {
    const wrong = ((probability[cls] ?? 0) - (cls === item.label ? 1 : 0)) * item.weight;
    if (Math.abs(wrong) < 1e-4) continue;
    item.at.forEach((from, which) => {
      const place = from + cls;
      const slope = wrong * (item.values[which] ?? 0);
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      const moved = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(square + 0.1);
      const shrunk = Math.abs(moved) - SHRINK;
      weights[place] = shrunk <= 0 ? 0 : Math.sign(moved) * shrunk;
    });
  }
}

function fileOf(names: readonly string[], weights: Float64Array, width: number): Weights['features'] {
  const features: Record<string, number[]> = {};
  names.forEach((name, at) => {
    const pairs: number[] = [];
    for (let cls = 0; cls < width; cls += 1) {
      const hundredths = Math.round((weights[at * width + cls] ?? 0) * 100);
      if (Math.abs(hundredths) >= LEAST_WEIGHT) pairs.push(cls, hundredths);
    }
    if (pairs.length > 0) features[name] = pairs;
  });
  return features;
}
