// When a vault locks by itself: pure decisions on times that are handed in, so that they can be tried without waiting.

/** A moment, in milliseconds: by a clock that only ever runs forward, and by the clock on the wall, which may be set. */
export interface Moment {
  readonly steady: number;
  readonly wall: number;
}

/** Why it is time to lock. */
export type LockReason = 'idle' | 'slept' | 'window-gone';

export interface LockWatch {
  /** Somebody pressed a key or moved the mouse. */
  active(now: Moment): void;
  /** A window is there, used or not. */
  seen(): void;
  /** A window said that it is being closed; another, or the same after a reload, may still be seen. */
  closed(now: Moment): void;
  /** Asked every few seconds. */
  look(now: Moment): LockReason | undefined;
}

export interface LockLimits {
  /** Without anybody for so long, in milliseconds. */
  readonly idleMs: number;
  /** Without any window for so long after one was closed, in milliseconds. */
  readonly closedMs?: number;
}

/** A steady clock may stand still while the computer sleeps; the wall clock does not. More than this between two looks was sleep, in milliseconds. */
const SLEPT_MS = 60_000;

/**
 * Watches from `start` on. What counts is the steady clock, so setting the clock back keeps nothing open; setting it forward looks like sleep and locks,
 * which loses nothing.
 */
export function createLockWatch({ idleMs, closedMs }: LockLimits, start: Moment): LockWatch {
  let activeAt = start.steady;
  let closedAt: number | undefined;
  let last = start;
  return {
    active: (now) => {
      activeAt = now.steady;
      closedAt = undefined;
    },
    seen: () => {
      closedAt = undefined;
    },
    closed: (now) => {
      closedAt = now.steady;
    },
    look: (now) => {
      const slept = now.wall - last.wall - (now.steady - last.steady) > SLEPT_MS;
      last = now;
      if (slept) return 'slept';
      if (now.steady - activeAt >= idleMs) return 'idle';
      if (closedMs !== undefined && closedAt !== undefined && now.steady - closedAt >= closedMs) return 'window-gone';
      return undefined;
    },
  };
}

/** What the desktop's system tells: seconds without a key or movement anywhere, and its word for the state of the screen. */
export interface SystemIdle {
  readonly seconds: number;
  readonly state: 'active' | 'idle' | 'locked' | 'unknown';
}

/** True when the system says that nobody has been there for `minutes`, or that its screen is locked. */
export function isAway({ seconds, state }: SystemIdle, minutes: number): boolean {
  return state === 'locked' || seconds >= minutes * 60;
}
