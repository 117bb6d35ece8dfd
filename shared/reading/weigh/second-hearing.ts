// A letter in doubt is heard a second time: what the encoder says of the sentences that neither surely give a ground nor surely give none counts beside what was
// heard before. It takes some milliseconds for each, so letters whose verdict is clear are not heard again.
import type { Paper } from '../paper.ts';
import type { Sentence } from '../sentences.ts';
import { ENCODER_SHARE, type Heard, together } from './both.ts';
import { type Encoder, encode, type Spelled } from './encoder/encoder.ts';
import type { Look } from './features.ts';
import { marksOf } from './net.ts';
import { type SentenceWeights, saidBy } from './weighed.ts';

/** What stands before the words of a sentence of another paragraph. */
const APART = '¶ ';
/** A sentence that gives no ground, or a certain one, surer than this, is not heard again. */
const SURE = 0.03;
/** Sentences of a paper heard again at most, a second's work: a letter has a dozen of them, a letter with the whole record behind it in one file thousands. */
const MOST = 80;

/** What the sentences of a paper say once the encoder has heard those in doubt. */
export function heardAgain(
  paper: Paper,
  sentences: readonly Sentence[],
  looks: readonly Look[],
  weights: SentenceWeights,
  encoder: () => Encoder,
): SentenceWeights {
  const doubtful = new Set(inDoubt(looks, weights));
  return weights.map((weight, index) => {
    const look = looks[index];
    if (weight === undefined || look === undefined || !doubtful.has(index)) return weight;
    const said = encode(encoder(), spelledOf(paper, sentences, look, index));
    return {
      ...weight,
      ...saidBy(together(weight.heard, said, ENCODER_SHARE), weight.trust),
      again: said.map((share) => Math.exp(share)),
    };
  });
}

/** The sentences to be heard again by their places; where there are too many, those that likeliest give a ground. */
function inDoubt(looks: readonly Look[], weights: SentenceWeights): number[] {
  const all = weights.flatMap((weight, index) => {
    const look = looks[index];
    return weight === undefined || look === undefined || isTold(look) || isSure(weight.heard)
      ? []
      : [{ index, weight }];
  });
  if (all.length > MOST) all.sort((a, b) => b.weight.ground - a.weight.ground);
  return all.slice(0, MOST).map(({ index }) => index);
}

/** Of a sentence that a rule tells to be no ground (a term with its meaning, a thing of the past or to come) the encoder, which heard few of them, is not asked. */
function isTold({ guards }: Look): boolean {
  return guards.includes('not-ground');
}

function isSure({ classes, ground }: Heard): boolean {
  const none = classes[0] ?? 1;
  if (1 - none < SURE && ground < SURE) return true;
  return none < SURE && ground > 1 - SURE && classes.some((probability) => probability > 1 - SURE);
}

/** A sentence as the encoder hears it. */
export function spelledOf(paper: Paper, sentences: readonly Sentence[], look: Look, index: number): Spelled {
  const beside = (step: number): string => {
    const other = sentences[index + step];
    if (other === undefined) return '';
    return (other.paragraph === sentences[index]?.paragraph ? '' : APART) + wordsOf(paper, other);
  };
  return { before: beside(-1), own: wordsOf(paper, sentences[index]), after: beside(1), marks: marksOf(look) };
}

function wordsOf(paper: Paper, sentence: Sentence | undefined): string {
  return (sentence?.parts ?? []).map(({ token }) => paper.pages[token.page]?.words[token.word]?.text ?? '').join(' ');
}
