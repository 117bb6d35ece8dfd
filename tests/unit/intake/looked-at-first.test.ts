// The order in which papers are read while somebody looks at one of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAttention } from '../../../electron/core/attention.ts';
import { lookedAtFirst } from '../../../electron/intake/looked-at-first.ts';
import type { DocumentId } from '../../../shared/ids.ts';

const idOf = (number: number) => `d_${String(number).padStart(16, '0')}` as DocumentId;

/** Works on `count` items, `limit` at a time, and ends the one that was begun first whenever `step` is called. */
function began(count: number, limit: number) {
  const attention = createAttention();
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const all = lookedAtFirst(
    Array.from({ length: count }, (_, index) => index),
    limit,
    { attention, idOf },
    (item) => {
      order.push(item);
      return new Promise((resolve) => ends.push(resolve));
    },
  );
  const step = async () => {
    ends.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { attention, order, all, step, isLeft: () => ends.length > 0 };
}

test('a paper that is looked at is begun at once; of many only two, the others are next in line', async () => {
  const work = began(9, 2);
  expect(work.order).toEqual([0, 1]);
  work.attention.look(idOf(7));
  expect(work.order).toEqual([0, 1, 7]);
  expect(work.attention.isOn(idOf(7))).toBe(true);
  for (const number of [5, 8]) work.attention.look(idOf(number));
  expect(work.order).toEqual([0, 1, 7, 5]);
  await work.step();
  expect(work.order).toEqual([0, 1, 7, 5, 8]);
  while (work.isLeft()) await work.step();
  await work.all;
  expect(work.order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('every item is worked on once, whatever is looked at and when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.nat(14), { maxLength: 12 }),
      async (count, limit, looks) => {
        const work = began(count, limit);
        for (const look of looks) {
          work.attention.look(idOf(look));
          await work.step();
        }
        while (work.isLeft()) await work.step();
        await work.all;
        expect(work.order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      },
    ),
  );
});

test('one that was looked at before the work began is first; a failure is told once the others have ended', async () => {
  const attention = createAttention();
  attention.look(idOf(2));
  const order: number[] = [];
  const all = lookedAtFirst([0, 1, 2, 3], 1, { attention, idOf }, async (item) => {
    order.push(item);
    if (item === 2) throw new Error('damaged');
  });
  await expect(all).rejects.toThrow('damaged');
  expect(order).toEqual([2, 0, 1, 3]);
});
