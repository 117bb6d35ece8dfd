// The browser host's own lock, on times that are handed in: a window that is gone, frozen or asleep keeps nothing open.
import { expect, test } from 'vitest';
import { createLonelyLock } from '../../../electron/hosts/lock-when-alone.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A lock with clocks of its own; `pass` lets time go by and looks every 15 seconds, as the host does. */
function start() {
  const clock = { steady: 7, wall: 1_800_000_000_000 };
  let locks = 0;
  const alone = createLonelyLock(
    () => {
      locks += 1;
    },
    () => ({ ...clock }),
  );
  const pass = (ms: number, each: () => void = () => undefined) => {
    for (let gone = 0; gone < ms; gone += 15 * SECOND) {
      clock.steady += 15 * SECOND;
      clock.wall += 15 * SECOND;
      each();
      alone.look();
    }
    return locks;
  };
  return { alone, clock, pass };
}

test('nothing is locked before a vault is open, and a window that is used keeps it open', () => {
  const { alone, pass } = start();
  expect(pass(60 * MINUTE)).toBe(0);
  alone.lockAfter(10);
  expect(pass(60 * MINUTE, () => alone.present(true))).toBe(0);
});

test('a window that is there but not used is locked a little after its own time, once', () => {
  const { alone, pass } = start();
  alone.lockAfter(10);
  expect(pass(10.5 * MINUTE, () => alone.present(false))).toBe(0);
  expect(pass(MINUTE, () => alone.present(false))).toBe(1);
  expect(pass(60 * MINUTE)).toBe(1);
});

test('a closed window locks within two minutes; one that was only loaded anew does not', () => {
  const closed = start();
  closed.alone.lockAfter(60);
  closed.alone.closed();
  expect(closed.pass(90 * SECOND)).toBe(0);
  expect(closed.pass(30 * SECOND)).toBe(1);
  const reloaded = start();
  reloaded.alone.lockAfter(60);
  reloaded.alone.closed();
  expect(reloaded.pass(20 * MINUTE, () => reloaded.alone.present(false))).toBe(0);
});

test('after sleep the window may go first; then it is locked all the same', () => {
  const { alone, clock, pass } = start();
  alone.lockAfter(60);
  pass(MINUTE);
  clock.wall += 8 * 60 * MINUTE;
  expect(pass(30 * SECOND)).toBe(0);
  expect(pass(45 * SECOND)).toBe(1);
});
