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
}

/** Calls `lock` when it is time; never before a vault was opened. */
export function lockWhenAlone(lock: () => void, now: () => Moment = momentNow): LonelyLock {
  let watch: LockWatch | undefined;
  const look = () => {
    const reason = watch?.look(now());
    if (reason === undefined) return;
    watch = undefined;
    // After sleep the window wakes too and is a moment ahead.
    setTimeout(lock, reason === 'slept' ? GRACE_MS : 0).unref();
  };
  setInterval(look, LOOK_MS).unref();
  return {
    lockAfter: (minutes) => {
      watch = createLockWatch({ idleMs: minutes * 60_000 + GRACE_MS, closedMs: CLOSED_MS }, now());
    },
    present: (isActive) => {
      if (isActive) watch?.active(now());
      else watch?.seen();
    },
    closed: () => watch?.closed(now()),
  };
}

/** `performance.now` runs forward whatever is done to the clock. */
function momentNow(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}
