// How reasons are decided: verdicts on the whole letter, one question to each sentence; and what the weights of sentences are learnt for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReasonId } from '../../../shared/model/vocabulary.ts';
import { againFeatures } from '../../../shared/reading/weigh/again-features.ts';
import { reasonsOfLetter, reasonsOfStatement } from '../../../shared/reading/weigh/decide.ts';
import { GIVEN_AT, GROUND_AT, modelOf, SENTENCE_CLASSES, weightIn } from '../../../shared/reading/weigh/model.ts';
import { saidReasons } from '../../../shared/reading/weigh/one-question.ts';
import { tableOfRows } from '../../../shared/reading/weigh/table.ts';
import { candidateReasons, judgesOf, verdictsOf } from '../../../shared/reading/weigh/verdict.ts';
import { type SentenceWeight, saidBy } from '../../../shared/reading/weigh/weighed.ts';
import { READING_RULES } from '../../helpers/reading.ts';
import { LessonBook } from '../../letters/lesson-book.ts';
import { SENTENCE_TASK } from '../../letters/tasks.ts';
import { learn } from '../../letters/train.ts';
import { learnVerdict } from '../../letters/verdict-lessons.ts';

const { first, second } = judgesOf(READING_RULES);

/** A sentence that gives one reason, by each way of asking as surely as told. */
function sentence(index: number, ground: number, reason: number, together = ground): SentenceWeight {
  const each = Float64Array.from(ReasonId.options, (_, at) => (at === reason ? together : 0));
  const given = Float64Array.from(ReasonId.options, (_, at) => (at === reason ? 0.78 : 0.01));
  return {
    index,
    ...saidBy({ classes: Float64Array.of(1 - together, ...each), ground, given }, 1),
    length: 14,
    guards: [],
    named: () => 0,
    words: () => [],
  };
}

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const sentences = fc
  .array(fc.tuple(chance, fc.nat(ReasonId.options.length - 1), chance), { maxLength: 30 })
  .map((parts) => parts.map(([ground, reason, together], at) => sentence(at * 3, ground, reason, together)));

describe('verdicts', () => {
  it('are probabilities, surest first', () => {
    fc.assert(
      fc.property(sentences, (spoken) => {
        for (const judge of [first, second]) {
          const values = verdictsOf(spoken, judge).map(({ probability }) => probability);
          expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(values).toEqual([...values].sort((a, b) => b - a));
        }
      }),
    );
  });

  it.each([
    ['once', first],
    ['again', second],
  ])('put the reason of a sure ground above one that is hardly said, heard %s', (_, judge) => {
    const judged = verdictsOf([sentence(0, 0.05, 4), sentence(1, 0.95, 7)], judge);
    expect(judged[0]?.reason).toBe(ReasonId.options[7]);
    expect(judged[0]?.probability).toBeGreaterThan(0.6);
  });

  it('are none where nothing is said', () => {
    expect(candidateReasons([], false)).toEqual([]);
    expect(candidateReasons([], true)).toEqual([]);
  });

  it('hear what the encoder says by itself, and what was said before where it was not asked', () => {
    const before = sentence(0, 0.5, 7);
    const again = Float64Array.from([0.1, ...ReasonId.options.map((_, at) => (at === 7 ? 0.9 : 0))]);
    const [plain, heard] = [before, { ...before, again }].map((best) => new Map(againFeatures([best], best, 7)));
    expect(plain?.get('again-heard')).toBe(0);
    expect(plain?.get('again-best')).toBeCloseTo(0);
    expect(heard?.get('again-heard')).toBe(1);
    expect(heard?.get('again-best')).toBeCloseTo(Math.log(9), 1);
    expect(heard?.get('again-given')).toBeGreaterThan(5);
  });

  it('learn what tells the given reasons from the others', () => {
    const lessons = [0.1, 0.2, 0.8, 0.9].map((best) => ({
      features: new Map([
        ['bias', 1],
        ['best', best],
      ]),
      isGiven: best > 0.5,
      weight: 1,
    }));
    expect(
      weightIn(modelOf({ classes: ['given'], features: tableOfRows(learnVerdict(lessons)) }), 'best', 0),
    ).toBeGreaterThan(0);
  });
});

describe('one question to each sentence', () => {
  it('makes several sentences that half say a reason surer than one', () => {
    const [once] = saidReasons([sentence(0, 0.5, 3)]);
    const [twice] = saidReasons([sentence(0, 0.5, 3), sentence(5, 0.5, 3)]);
    expect(once).toMatchObject({ reason: ReasonId.options[3], sentence: 0, probability: 0.5 });
    expect(twice?.probability).toBeGreaterThan(0.65);
    expect(twice?.most).toBe(0.5);
  });
});

describe('what is decided', () => {
  it('are reasons said in sentences of the paper, each once, and only one when it is asked about', () => {
    fc.assert(
      fc.property(sentences, (spoken) => {
        for (const decided of [
          reasonsOfLetter(spoken, first),
          reasonsOfLetter(spoken, second),
          reasonsOfStatement(spoken),
        ]) {
          expect(decided.every((item) => spoken.some(({ index }) => index === item.sentence))).toBe(true);
          expect(decided.every(({ confidence }) => confidence >= 0 && confidence < 1)).toBe(true);
          expect(new Set(decided.map(({ reason }) => reason)).size).toBe(decided.length);
          if (decided.some(({ isAsked }) => isAsked)) expect(decided).toHaveLength(1);
        }
      }),
    );
  });

  it('takes what is surely said, where it is said, and leaves what hardly is', () => {
    const spoken = [sentence(0, 0.02, 4), sentence(3, 0.97, 7), sentence(8, 0.03, 9)];
    expect(reasonsOfLetter(spoken, first)).toMatchObject([
      { reason: ReasonId.options[7], sentence: 3, isAsked: false },
    ]);
    expect(reasonsOfLetter([sentence(0, 0.001, 4)], first)).toEqual([]);
  });

  it('takes a second ground said elsewhere in the letter, not a second reading of the same words', () => {
    const two = reasonsOfLetter([sentence(2, 0.97, 7), sentence(9, 0.95, 4)], first);
    expect(new Set(two.map(({ reason }) => reason))).toEqual(new Set([ReasonId.options[7], ReasonId.options[4]]));
    const torn = sentence(2, 0.97, 7);
    torn.given[7] = 0.55;
    torn.given[4] = 0.4;
    expect(reasonsOfLetter([torn], first)).toMatchObject([{ reason: ReasonId.options[7] }]);
  });

  it('quotes the sentence that says the reason in its usual words, of two that say it alike', () => {
    const [least, plain] = [sentence(0, 0.01, 7, 0.8), sentence(1, 0.02, 7, 0.78)];
    const decided = (named: number) => reasonsOfLetter([least, { ...plain, named: () => named }], first)[0]?.sentence;
    expect(decided(0)).toBe(0);
    expect(decided(0.7)).toBe(1);
  });

  it('on a statement is strict with prose', () => {
    expect(reasonsOfStatement([sentence(0, 0.99, 7, 0.6)])).toEqual([]);
    expect(reasonsOfStatement([sentence(0, 0.01, 7, 0.8)])).toMatchObject([{ reason: ReasonId.options[7] }]);
  });
});

describe('the weights of sentences', () => {
  it('answer three questions: all together, a ground or none, which one if so', () => {
    const lesson = (name: string, label: number) => ({ features: new Map([[name, 1]]), label, weight: 1 });
    const examples = Array.from({ length: 8 }, () => [lesson('w:late', 3), lesson('w:copi', 5), lesson('w:hello', 0)]);
    const book = new LessonBook();
    const features = learn(book.lessons(examples.flat()), book.names(), SENTENCE_TASK);
    const learnt = modelOf({ classes: [...SENTENCE_CLASSES], features: tableOfRows(features) });
    expect(weightIn(learnt, 'w:late', 3)).toBeGreaterThan(weightIn(learnt, 'w:late', 5));
    expect(weightIn(learnt, 'w:hello', 0)).toBeGreaterThan(0);
    expect(weightIn(learnt, 'w:late', GROUND_AT)).toBeGreaterThan(0);
    expect(weightIn(learnt, 'w:hello', GROUND_AT)).toBeLessThan(0);
    expect(weightIn(learnt, 'w:late', GIVEN_AT + 2)).toBeGreaterThan(weightIn(learnt, 'w:copi', GIVEN_AT + 2));
    expect(weightIn(learnt, 'w:hello', GIVEN_AT + 2)).toBe(0);
  });

  it('ship with a class for each question', () => {
    expect(READING_RULES.weights.classes).toEqual(SENTENCE_CLASSES);
    expect(SENTENCE_CLASSES).toHaveLength(GIVEN_AT + ReasonId.options.length);
  });
});
