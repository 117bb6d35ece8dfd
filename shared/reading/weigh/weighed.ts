// What each sentence of a paper says by weight, and the clause of a sentence that carries its ground.
import { ReasonId } from '../../model/vocabulary.ts';
import type { SignalMatch } from '../matching.ts';
import type { Paper } from '../paper.ts';
import type { Sentence } from '../sentences.ts';
import { type Heard, NET_SHARE, together } from './both.ts';
import { featureRows, type Look } from './features.ts';
import {
  CLASSES,
  GIVEN_AT,
  GROUND_AT,
  logistic,
  type Model,
  softmax,
  strongest,
  sumsOfRows,
  weightIn,
} from './model.ts';
import { hear, type Net, sightOf } from './net.ts';
import { weightStem } from './tokens.ts';

/** What a sentence says for each reason, asked in two ways. Reasons stand in the order of the vocabulary. */
export interface SentenceWeight {
  readonly index: number;
  /** What was heard of it, wherever it stands. */
  readonly heard: Heard;
  /** How far the layout lets it speak, 0 to 1. */
  readonly trust: number;
  /** What the encoder says of it where it was heard again: probabilities of `CLASSES`. */
  readonly again?: Float64Array;
  /** Probability that the sentence gives no ground, all classes weighed against each other. */
  readonly none: number;
  /** Probability of each reason, all classes weighed against each other. */
  readonly together: Float64Array;
  /** Probability that the sentence gives a ground, whichever it is. */
  readonly ground: number;
  /** Probability of each reason, given that the sentence gives a ground. */
  readonly given: Float64Array;
  /** How many words it has. */
  readonly length: number;
  /** What speaks for or against taking it as it stands: guards, and its place in the letter. */
  readonly guards: readonly string[];
  /** How strongly it says a reason in the field's usual words, 0 to 1: its strongest signal that means nothing else. */
  named(reason: ReasonId): number;
  /** Words that spoke for a reason, loudest first. */
  words(reason: ReasonId): string[];
}

/** What the sentences of a paper say, in their order; undefined for those that are not weighed. */
export type SentenceWeights = ReadonlyArray<SentenceWeight | undefined>;

/** Words shown for a reason. */
const SHOWN = 4;

/** What is learnt about sentences: weights of what stands in them, and a net that hears them as a whole. */
export interface Ears {
  readonly model: Model;
  readonly net: Net;
}

/** Weighs every sentence of a paper but the mute ones. `trust` (0 to 1) is how far the layout lets a sentence speak. */
export function weighSentences(
  looks: readonly Look[],
  { model, net }: Ears,
  trust: (index: number) => number,
): SentenceWeights {
  return looks.map((look, index) => {
    if (look.isMute) return undefined;
    const rows = featureRows(look, model.table);
    const heard = heardBy(look, rows, model, net);
    return {
      index,
      ...saidBy(heard, trust(index)),
      length: look.tokens.length,
      guards: look.guards,
      named: (reason) =>
        look.signals.reduce(
          (most, signal) => (signal.reason === reason && !signal.isGeneric ? Math.max(most, signal.score) : most),
          0,
        ),
      words: (reason) => {
        const of = ReasonId.options.indexOf(reason);
        return strongest(model, rows, [of + 1, GIVEN_AT + of], SHOWN).map(plainName);
      },
    };
  });
}

/** What a sentence says by what was heard of it, as far as the layout lets it speak. */
export function saidBy(
  heard: Heard,
  trust: number,
): Pick<SentenceWeight, 'heard' | 'trust' | 'none' | 'together' | 'ground' | 'given'> {
  return {
    heard,
    trust,
    none: heard.classes[0] ?? 1,
    together: heard.classes.subarray(1).map((value) => value * trust),
    ground: heard.ground * trust,
    given: heard.given,
  };
}

/** A sentence the weights find to be no ground, surer than this, is not heard a second time: most of a letter, and it keeps reading quick. */
const SURELY_NONE = 0.005;

function heardBy(look: Look, rows: ReadonlyMap<number, number>, model: Model, net: Net): Heard {
  const sums = sumsOfRows(model, rows);
  const byWeights = {
    classes: softmax(sums.subarray(0, GROUND_AT)),
    ground: logistic(sums[GROUND_AT] ?? 0),
    given: softmax(sums.subarray(GIVEN_AT)),
  };
  const isSurelyNone = byWeights.ground < SURELY_NONE && 1 - (byWeights.classes[0] ?? 0) < SURELY_NONE;
  return isSurelyNone ? byWeights : together(byWeights, hear(net, sightOf(look)), NET_SHARE);
}

/** "b:not_requir" as people read it: "not requir…". */
function plainName(feature: string): string {
  return feature.slice(2).replace('_', ' … ');
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

/** Sentences in which the paper itself speaks about its decision: no questions, nor legend entries read elsewhere. */
export function speakingSentences(paper: Paper, sentences: readonly Sentence[], skip: ReadonlySet<number>): number[] {
  return sentences.flatMap((sentence, index) => {
    if (skip.has(index) || paper.lines[sentence.line] === undefined) return [];
    return sentence.match.length < 8 || isQuestion(paper, sentence) ? [] : [index];
  });
}

/** "Is it because the tests were not necessary?": a question asks, whatever its words are. */
function isQuestion(paper: Paper, { parts }: Sentence): boolean {
  const last = parts.at(-1)?.token;
  const text = last === undefined ? undefined : paper.pages[last.page]?.words[last.word]?.text;
  return text !== undefined && /\?["'”’)\]]*$/.test(text);
}
