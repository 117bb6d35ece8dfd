// The weights: words as stems with their negation, probabilities that are probabilities, and a learner that learns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureRows, featuresOf, type Look } from '../../../shared/reading/weigh/features.ts';
import {
  CLASSES,
  modelOf,
  softmax,
  strongest,
  sumsOf,
  sumsOfRows,
  weightIn,
} from '../../../shared/reading/weigh/model.ts';
import { codedRow } from '../../../shared/reading/weigh/rows.ts';
import { linesOf, tableOf, tableOfRows } from '../../../shared/reading/weigh/table.ts';
import { tokensOf, weightStem } from '../../../shared/reading/weigh/tokens.ts';
import type { Example } from '../../letters/examples.ts';
import { LessonBook } from '../../letters/lesson-book.ts';
import { oneOf } from '../../letters/tasks.ts';
import { learn } from '../../letters/train.ts';

const look = (match: string, more: Partial<Look> = {}): Look => ({
  tokens: tokensOf(match),
  before: [],
  after: [],
  zone: 'body',
  signals: [],
  guards: [],
  isMute: false,
  ...more,
});

describe('tokens', () => {
  it.each([
    ['authorization', 'authorized'],
    ['approved', 'approval'],
    ['necessary', 'necessarily'],
    ['denied', 'denies'],
    ['excluded', 'excludes'],
    ['receiving', 'received'],
  ])('%s and %s meet in one stem', (one, other) => {
    const [a, b] = [weightStem(one), weightStem(other)];
    expect(a.startsWith(b.slice(0, 4))).toBe(true);
  });

  it('mark what a negation reaches, up to a “but”', () => {
    const tokens = tokensOf('the scan was not approved but the visit was paid');
    expect(tokens.filter((token) => token.negated).map((token) => token.stem)).toEqual([weightStem('approved'), 'but']);
  });

  it('keep numbers by their shape, not their value', () => {
    expect(tokensOf('$385.00 for 12 visits in 2026').map((token) => token.stem)).toEqual([
      '$#',
      '#',
      weightStem('visits'),
      'year#',
    ]);
  });
});

describe('features', () => {
  it('see words, pairs, negation, neighbours, signals, guards and the zone', () => {
    const features = featuresOf(
      look('no referral on file', {
        after: tokensOf('primary doctor'),
        signals: [{ reason: 'referral-missing', score: 0.9, isGeneric: false, why: [] }],
        guards: ['deny'],
        zone: 'rationale',
      }),
    );
    for (const name of ['w:no', 'n:refer', 'S:referral-missing', 'G:deny', 'Z:rationale', 'bias'])
      expect([...features.keys()].some((key) => key.startsWith(name))).toBe(true);
    const own = features.get(`w:${weightStem('referral')}`) ?? 0;
    expect(features.get(`w:${weightStem('doctor')}`)).toBeLessThan(own);
  });
});

describe('features by their rows', () => {
  it('weigh the same as by their names', () => {
    const seen = look('the claim was not paid since no referral was on file', { after: tokensOf('primary doctor') });
    const names = [...featuresOf(seen).keys()];
    const table = tableOfRows(Object.fromEntries(names.map((name, at) => [name, codedRow([at % 3, at])])));
    const model = modelOf({ classes: ['a', 'b', 'c'], features: table });
    const rows = featureRows(seen, table);
    expect([...rows.keys()].map((found) => table.nameOf(found))).toEqual(names);
    expect(sumsOfRows(model, rows)).toEqual(sumsOf(model, featuresOf(seen)));
    expect(featureRows(seen, tableOfRows({ 'w:paid': codedRow([0, 1]) })).size).toBe(1);
  });
});

describe('probabilities', () => {
  it('are between 0 and 1 and sum to 1 for any weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 2, maxLength: 30 }),
        (sums) => {
          const found = softmax(Float64Array.from(sums));
          expect([...found].every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(found.reduce((to, value) => to + value, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('the learner', () => {
  const example = (text: string, label: string): Example => ({
    features: featuresOf(look(text)),
    label: CLASSES.indexOf(label as (typeof CLASSES)[number]),
    weight: 1,
  });
  const examples = ['scan', 'visit', 'stay', 'drug', 'test'].flatMap((service) => [
    example(`no referral was on file for the ${service}`, 'referral-missing'),
    example(`the ${service} took place last week`, 'none'),
    example(`the ${service} was already paid once before`, 'duplicate-claim'),
  ]);
  const learnt = (turns: number): Record<string, string> => {
    const book = new LessonBook();
    return learn(book.lessons(examples), book.names(), oneOf(CLASSES.length), { turns });
  };

  it.each([1, 3])('tells apart what it was shown, also in a sentence it has not seen, and gives its words', (turns) => {
    const model = modelOf({ classes: [...CLASSES], features: tableOfRows(learnt(turns)) });
    const unseen = look('for the brace no referral was on file');
    const sums = sumsOf(model, featuresOf(unseen));
    const best = sums.indexOf(Math.max(...sums));
    expect(CLASSES[best]).toBe('referral-missing');
    expect(strongest(model, featureRows(unseen, model.table), [best], 3).join(' ')).toContain('refer');
  });

  it('learns the same from the same lessons', () => {
    expect(learnt(2)).toEqual(learnt(2));
  });

  it('sets out from where it is told, and drops what is seldom seen', () => {
    const book = new LessonBook();
    const lessons = book.lessons(examples.slice(0, 3));
    const course = { start: [['w:scan', 1, 5] as const] };
    expect(learn(lessons, book.names(), oneOf(2), course)).toHaveProperty(['w:scan']);
    expect(learn(lessons.slice(0, 2), book.names(), oneOf(2), course)).toEqual({});
  });
});

describe('rows of weights', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat(63), fc.integer({ min: -2048, max: 2047 })), {
    minLength: 1,
    selector: ([cls]) => cls,
  });

  it('hold each class and its weight', () => {
    fc.assert(
      fc.property(pairs, (weights) => {
        const row = codedRow(weights.flat());
        const model = modelOf({
          classes: Array.from({ length: 64 }, (_, at) => `${at}`),
          features: tableOfRows({ a: row, b: row }),
        });
        for (const [cls, weight] of weights) expect(weightIn(model, 'b', cls)).toBe(weight);
        const sums = sumsOf(model, new Map([['a', 2]]));
        expect(sums.filter((sum) => sum !== 0).length).toBe(weights.filter(([, weight]) => weight !== 0).length);
      }),
    );
  });

  it('cut what is beyond all measure', () => {
    const model = modelOf({ classes: ['a'], features: tableOfRows({ a: codedRow([0, 99999]) }) });
    expect(weightIn(model, 'a', 0)).toBe(2047);
  });
});

describe('a table of weights', () => {
  const row = codedRow([7, -3, 9, 2047]);

  it('finds every name that was put into it, and no other', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 400 });
    fc.assert(
      fc.property(names, fc.string(), (all, other) => {
        const told = all.filter((name) => !/[=~]/.test(name));
        const table = tableOfRows(Object.fromEntries(all.map((name, at) => [name, codedRow([at % 64, at - 200])])));
        for (const name of told) {
          const at = all.indexOf(name);
          const found = table.rowOf(name) ?? -1;
          expect(table.nameOf(found)).toBe(name);
          expect(table.weightOf(found, at % 64)).toBe(at - 200);
          const sums = new Float64Array(64);
          table.addTo(sums, found, 1);
          expect(sums.reduce((to, sum) => to + sum)).toBe(at - 200);
        }
        if (!told.includes(other)) expect(table.rowOf(other)).toBeUndefined();
      }),
    );
  });

  it('finds a pair by its words as by its name', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', 'é'), maxLength: 4 });
    const pairs = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, word, word, (all, first, second) => {
        const table = tableOfRows(Object.fromEntries(all.map(([a, b]) => [`s:${a}_${b}`, row])));
        for (const [a, b] of [...all, [first, second] as const])
          expect(table.rowOfPair('s:', a, b)).toBe(table.rowOf(`s:${a}_${b}`));
      }),
    );
  });

  it('knows names of the language as any others', () => {
    const table = tableOfRows({ constructor: row, toString: row });
    expect(table.weightOf(table.rowOf('constructor') ?? -1, 7)).toBe(-3);
    expect(table.rowOf('valueOf')).toBeUndefined();
  });

  it('is none where its lines are malformed', () => {
    for (const line of ['a', 'a=', '=AAA', 'a=AA', 'a=AAAA', 'a=A A', 'a=äAA', `a=${row}~b`, `a=${row}~=AAA`])
      expect(tableOf([line])).toBeUndefined();
    expect(linesOf({ a: row, b: row })).toEqual([`a=${row}~b=${row}`]);
    expect(linesOf({})).toEqual([]);
    expect(tableOf([])?.rowOf('a')).toBeUndefined();
  });
});
