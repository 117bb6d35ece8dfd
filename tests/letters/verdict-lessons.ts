// What the verdict on a whole paper is learnt from: papers whose sentences were weighed with weights learnt without their authors.
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Page } from '../../shared/model/page.ts';
import { weightsOf } from '../../shared/reading/grounds.ts';
import { paperOf } from '../../shared/reading/paper.ts';
import { compileRules } from '../../shared/reading/patterns.ts';
import { legendEntries } from '../../shared/reading/remarks/legend.ts';
import { usedCodes } from '../../shared/reading/remarks/used-codes.ts';
import { sentencesOf } from '../../shared/reading/sentences.ts';
import { isInDoubt } from '../../shared/reading/weigh/decide.ts';
import type { Encoder } from '../../shared/reading/weigh/encoder/encoder.ts';
import { looksOf } from '../../shared/reading/weigh/looks.ts';
import { CLASSES, logistic, modelOf, SENTENCE_CLASSES } from '../../shared/reading/weigh/model.ts';
import { netOf } from '../../shared/reading/weigh/net.ts';
import { codedRow } from '../../shared/reading/weigh/rows.ts';
import { heardAgain } from '../../shared/reading/weigh/second-hearing.ts';
import { type Rows, tableOfRows } from '../../shared/reading/weigh/table.ts';
import { candidateReasons } from '../../shared/reading/weigh/verdict.ts';
import { type SentenceWeight, type SentenceWeights, speakingSentences } from '../../shared/reading/weigh/weighed.ts';
import { zonesOf } from '../../shared/reading/zones.ts';

import type { LearntNet } from './train-net.ts';

type Rules = ReturnType<typeof loadReadingRules>;

/** What is learnt of sentences. */
export interface LearntSentences {
  readonly weights: Rows;
  readonly net: LearntNet;
}

/** A paper with the reasons it gives. */
export interface Judged {
  readonly pages: readonly Page[];
  readonly reasons: ReadonlySet<string>;
  /** How much it counts beside a letter somebody wrote as a whole. */
  readonly weight: number;
}

/** A candidate reason of a paper, and whether the paper gives it. */
export interface JudgedReason {
  readonly features: ReadonlyMap<string, number>;
  readonly isGiven: boolean;
  readonly weight: number;
}

/** The candidates of some papers, by weights and a net that were learnt without them. */
export function verdictsFrom(papers: readonly Judged[], learnt: LearntSentences, rules: Rules): JudgedReason[] {
  const hear = hearerOf(learnt, rules);
  return papers.flatMap((judged) => candidatesOf(hear(judged).once, judged, false));
}

/** The same of those in doubt, once an encoder that was taught without them has heard them as well. */
export function secondVerdictsFrom(
  papers: readonly Judged[],
  learnt: LearntSentences,
  encoder: Encoder,
  rules: Rules,
): JudgedReason[] {
  const { judges } = compileRules(rules);
  const hear = hearerOf(learnt, rules);
  return papers.flatMap((judged) => {
    const { once, again } = hear(judged);
    return isInDoubt(once, judges.first) ? candidatesOf(again(encoder), judged, true) : [];
  });
}

function candidatesOf(spoken: readonly SentenceWeight[], judged: Judged, hearsAgain: boolean): JudgedReason[] {
  return candidateReasons(spoken, hearsAgain).map(({ reason, features }) => ({
    features,
    isGiven: judged.reasons.has(reason),
    weight: judged.weight,
  }));
}

/** What the sentences of a paper say once they are heard, and once an encoder has heard those in doubt. */
interface HeardPaper {
  readonly once: SentenceWeight[];
  again(encoder: Encoder): SentenceWeight[];
}

function hearerOf({ weights, net }: LearntSentences, rules: Rules): (paper: Judged) => HeardPaper {
  const compiled = compileRules(rules);
  const ears = {
    model: modelOf({ classes: [...SENTENCE_CLASSES], features: tableOfRows(weights) }),
    net: netOf({ about: '', source: '', classes: [...CLASSES], ...net }),
  };
  return ({ pages }) => {
    const paper = paperOf(pages);
    const zones = zonesOf(paper, compiled);
    const sentences = sentencesOf(paper);
    const { covered } = legendEntries(paper, sentences, zones, usedCodes(paper, zones));
    const looks = looksOf(paper, sentences, zones, compiled);
    const first = weightsOf(paper, sentences, looks, ears);
    const speaking = (said: SentenceWeights): SentenceWeight[] =>
      speakingSentences(paper, sentences, covered).flatMap((index) => said[index] ?? []);
    return {
      once: speaking(first),
      again: (encoder) => speaking(heardAgain(paper, sentences, looks, first, () => encoder)),
    };
  };
}

const ROUNDS = 1500;
/** Pull towards zero. */
const SHRINK = 0.001;

/** Logistic regression over the candidates, each feature brought to one scale while it is learnt. */
export function learnVerdict(verdicts: readonly JudgedReason[]): Rows {
  const names = [...new Set(verdicts.flatMap(({ features }) => [...features.keys()]))].filter(
    (name) => name !== 'bias',
  );
  const total = verdicts.reduce((sum, { weight }) => sum + weight, 0);
  const columns = names.map((name) => scaled(verdicts.map(({ features }) => features.get(name) ?? 0)));
  const weights = new Float64Array(names.length);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const wrong = verdicts.map(({ isGiven, weight }, row) => {
      const sum = columns.reduce((to, column, at) => to + (weights[at] ?? 0) * (column.values[row] ?? 0), bias);
      return ((logistic(sum) - (isGiven ? 1 : 0)) * weight) / total;
    });
    columns.forEach((column, at) => {
      const slope = wrong.reduce((to, value, row) => to + value * (column.values[row] ?? 0), 0);
      weights[at] = (weights[at] ?? 0) - slope - SHRINK * (weights[at] ?? 0);
    });
    bias -= wrong.reduce((to, value) => to + value, 0);
  }
  const plain = names.map((name, at) => [name, (weights[at] ?? 0) / (columns[at]?.spread ?? 1)] as const);
  const shift = columns.reduce((to, column, at) => to + (plain[at]?.[1] ?? 0) * column.mean, 0);
  return Object.fromEntries(
    [...plain, ['bias', bias - shift] as const].map(([name, weight]) => [
      name,
      codedRow([0, Math.round(weight * 100)]),
    ]),
  );
}

function scaled(values: readonly number[]): { values: Float64Array; mean: number; spread: number } {
  const mean = values.reduce((to, value) => to + value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(values.reduce((to, value) => to + (value - mean) ** 2, 0) / Math.max(1, values.length)) || 1;
  return { values: Float64Array.from(values, (value) => (value - mean) / spread), mean, spread };
}
