// The weights: words as stems with their negation, probabilities that are probabilities, and a learner that learns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf, type Look } from '../../../shared/reading/weigh/features.ts';
import { CLASSES, modelOf, softmax, weigh } from '../../../shared/reading/weigh/model.ts';
import { tokensOf, weightStem } from '../../../shared/reading/weigh/tokens.ts';
import { type Example, learn } from '../../letters/train.ts';

const look = (match: string, more: Partial<Look> = {}): Look => ({
  tokens: tokensOf(match),
  before: [],
  after: [],
  zone: 'body',
  signals: [],
  guards: [],
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
  const lessons = ['scan', 'visit', 'stay', 'drug', 'test'].flatMap((service) => [
    example(`no referral was on file for the ${service}`, 'referral-missing'),
    example(`the ${service} took place last week`, 'none'),
    example(`the ${service} was already paid once before`, 'duplicate-claim'),
  ]);

  it('tells apart what it was shown, also in a sentence it has not seen, and gives its words', () => {
    const model = modelOf({ about: '', source: '', classes: [...CLASSES], features: learn(lessons) });
    const weighed = weigh(model, featuresOf(look('for the brace no referral was on file')));
    const best = weighed.probability.indexOf(Math.max(...weighed.probability));
    expect(CLASSES[best]).toBe('referral-missing');
    expect(weighed.strongest(best, 3).join(' ')).toContain('refer');
  });

  it('learns the same from the same lessons', () => {
    expect(learn(lessons)).toEqual(learn(lessons));
  });
});
