// Locks the browser host's vault by itself: when nobody used its window for a while, when the computer slept, and when the window was closed.
// The window locks a little earlier and saves what was typed; this is for a window that is gone, frozen or asleep.
import { createLockWatch, type LockWatch, type Moment } from '../../shared/lock/watch.ts';

/** How often it looks, in milliseconds. */
const LOOK_MS = 15_000;
/** The window gets this much longer to save and lock by itself, in milliseconds. */
const GRACE_MS = 45_000;
/** Without any window for so long after one was closed; a hidden one says that it is there once a minute. In milliseconds. */
const CLOSED_MS = 100_000;

export interface LonelyLock {
  /** A vault is open, to be locked after so many minutes. */
  lockAfter(minutes: number): void;
  present(isActive: boolean): void;
  closed(): void;
  /** Looks whether it is time. */
  look(): void;
}

/** Calls `lock` once when it is time; never before a vault was opened. Somebody has to make it look. */
export function createLonelyLock(lock: () => void, now: () => Moment): LonelyLock {
  let watch: LockWatch | undefined;
  let dueAt: number | undefined;
  return {
    lockAfter: (minutes) => {
      watch = createLockWatch({ idleMs: minutes * 60_000 + GRACE_MS, closedMs: CLOSED_MS }, now());
    },
    present: (isActive) => {
      if (isActive) watch?.active(now());
      else watch?.seen();
    },
    closed: () => watch?.closed(now()),
    look: () => {
      const moment = now();
      const reason = watch?.look(moment);
      if (reason !== undefined) {
        watch = undefined;
        // After sleep the window wakes too and goes first.
        dueAt = moment.steady + (reason === 'slept' ? GRACE_MS : 0);
      }
      if (dueAt === undefined || moment.steady < dueAt) return;
      dueAt = undefined;
      lock();
    },
  };
}

/** The same by the clocks of this computer, looking by itself. */
export function lockWhenAlone(lock: () => void): LonelyLock {
  // `performance.now` runs forward whatever is done to the clock.
  const alone = createLonelyLock(lock, () => ({ steady: performance.now(), wall: Date.now() }));
  setInterval(alone.look, LOOK_MS).unref();
  return alone;
}
