import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NET_SHARE, together } from '../../../shared/reading/weigh/both.ts';
import { gridFileOf, gridOf } from '../../../shared/reading/weigh/grid.ts';
import { CLASSES } from '../../../shared/reading/weigh/model.ts';
import { hear, netOf, type Sight } from '../../../shared/reading/weigh/net.ts';
import { learnNet, type NetLesson } from '../../letters/train-net.ts';

const sight = (own: string, marks: string[] = []): Sight => ({ before: [], own: own.split(' '), after: [], marks });

/** Two reasons in a few words each, among sentences that give none. */
const SAID: ReadonlyArray<readonly [own: string, reason: (typeof CLASSES)[number]]> = [
  ['late deadlin pass', 'timely-filing'],
  ['deadlin miss', 'timely-filing'],
  ['twice paid befor', 'duplicate-claim'],
  ['befor same bill', 'duplicate-claim'],
  ['thank write', 'none'],
  ['dear member', 'none'],
];
const LESSONS: NetLesson[] = SAID.flatMap(([own, reason]) =>
  Array.from({ length: 60 }, () => ({
    sight: sight(own, ['Z:body']),
    label: CLASSES.indexOf(reason),
    weight: 1,
  })),
);
const FILE = { about: '', source: '', classes: [...CLASSES], ...learnNet(LESSONS) };
const NET = netOf(FILE);
const best = (heard: Float64Array): string | undefined => CLASSES[heard.indexOf(Math.max(...heard))];

describe('numbers of a grid in a file', () => {
  test('come back as near as their steps allow', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 }), (numbers) => {
        const values = Float32Array.from(numbers);
        const file = gridFileOf({ rows: 1, columns: values.length, values });
        const back = gridOf(file).values;
        values.forEach((value, at) => void expect(Math.abs(value - (back[at] ?? 9))).toBeLessThanOrEqual(file.step));
      }),
    );
  });
});

describe('the net', () => {
  test('learns which words say what, and hears them in another order', () => {
    expect(best(hear(NET, sight('pass deadlin')))).toBe('timely-filing');
    expect(best(hear(NET, sight('bill paid twice')))).toBe('duplicate-claim');
    expect(best(hear(NET, sight('dear member thank')))).toBe('none');
  });

  test('is the same for the same lessons', () => {
    expect(learnNet(LESSONS)).toEqual(learnNet(LESSONS));
  });

  test('gives shares of one for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.array(fc.string(), { maxLength: 3 }), (own, marks) => {
        const heard = hear(NET, { before: own, own, after: [], marks });
        expect(heard.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5);
      }),
    );
  });

  test('takes a negated word it never met for the word itself', () => {
    expect(Array.from(hear(NET, sight('!deadlin')))).toEqual(Array.from(hear(NET, sight('deadlin'))));
  });
});

describe('weights and net together', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });

  test('stay probabilities', () => {
    fc.assert(
      fc.property(
        fc.array(probability, { minLength: CLASSES.length, maxLength: CLASSES.length }),
        probability,
        (all, ground) => {
          const classes = Float64Array.from(all);
          const mixed = together(
            { classes, ground, given: classes.subarray(1) },
            hear(NET, sight('deadlin pass')),
            NET_SHARE,
          );
          expect(mixed.ground).toBeGreaterThanOrEqual(0);
          expect(mixed.ground).toBeLessThanOrEqual(1);
          expect(mixed.classes.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
          expect(mixed.given.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  test('let the net say which reason, where the weights know none', () => {
    const flat = Float64Array.from(CLASSES, () => 1 / CLASSES.length);
    const mixed = together(
      { classes: flat, ground: 0.5, given: flat.subarray(1) },
      hear(NET, sight('deadlin pass')),
      NET_SHARE,
    );
    expect(mixed.ground).toBeGreaterThan(0.5);
    expect(best(mixed.classes)).toBe('timely-filing');
  });
});
