// When a vault locks by itself, on times that are handed in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLockWatch, isAway, type Moment } from '../../../shared/lock/watch.ts';

const MINUTE = 60_000;
const START: Moment = { steady: 5000, wall: 1_800_000_000_000 };
/** So many minutes after the start, by both clocks. */
const after = (minutes: number, wallMinutes = minutes): Moment => ({
  steady: START.steady + minutes * MINUTE,
  wall: START.wall + wallMinutes * MINUTE,
});

test('it locks after the minutes without anybody, and starts anew with each sign of somebody', () => {
  const watch = createLockWatch({ idleMs: 10 * MINUTE }, START);
  expect([watch.look(after(9)), watch.look(after(9.9))]).toEqual([undefined, undefined]);
  watch.active(after(9.95));
  expect([watch.look(after(10)), watch.look(after(19.9)), watch.look(after(20))]).toEqual([
    undefined,
    undefined,
    'idle',
  ]);
});

test('a clock on the wall that is set back keeps nothing open; one that jumps ahead of the steady one was sleep', () => {
  const back = createLockWatch({ idleMs: 10 * MINUTE }, START);
  expect(back.look(after(5, -600))).toBeUndefined();
  expect(back.look(after(10, -595))).toBe('idle');
  const slept = createLockWatch({ idleMs: 10 * MINUTE }, START);
  expect(slept.look(after(1, 1.5))).toBeUndefined();
  expect(slept.look(after(1.25, 481))).toBe('slept');
});

test('a closed window locks unless another, or the same after a reload, is seen in time', () => {
  const limits = { idleMs: 10 * MINUTE, closedMs: 2 * MINUTE };
  const gone = createLockWatch(limits, START);
  gone.closed(after(1));
  expect([gone.look(after(2.9)), gone.look(after(3))]).toEqual([undefined, 'window-gone']);
  const reloaded = createLockWatch(limits, START);
  reloaded.closed(after(1));
  reloaded.seen();
  expect(reloaded.look(after(9))).toBeUndefined();
});

test('nobody for the whole time always locks, however often it looks and wherever the wall clock stands', () => {
  const steps = fc.array(fc.record({ ms: fc.nat(MINUTE), wall: fc.integer({ min: -MINUTE, max: MINUTE }) }), {
    minLength: 30,
  });
  fc.assert(
    fc.property(steps, (list) => {
      const watch = createLockWatch({ idleMs: 10 * MINUTE }, START);
      let now = START;
      let reason: string | undefined;
      for (const { ms, wall } of list) {
        now = { steady: now.steady + ms, wall: now.wall + wall };
        reason ??= watch.look(now);
      }
      if (now.steady - START.steady >= 10 * MINUTE) expect(reason).toBeDefined();
    }),
  );
});

test('the desktop locks by what the system tells: seconds without anybody, or a locked screen', () => {
  expect(isAway({ seconds: 599, state: 'active' }, 10)).toBe(false);
  expect(isAway({ seconds: 600, state: 'idle' }, 10)).toBe(true);
  expect(isAway({ seconds: 0, state: 'locked' }, 10)).toBe(true);
  expect(isAway({ seconds: 61, state: 'unknown' }, 1)).toBe(true);
});
