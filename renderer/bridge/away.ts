// Locks the window when nobody used it for a while or the computer slept, and tells the browser host that a window is there.
import { useEffect, useRef } from 'react';
import { createLockWatch, type Moment } from '../../shared/lock/watch.ts';
import { useHost } from './host-context.tsx';

/** How often it looks and gives a sign of life, in milliseconds. */
const LOOK_MS = 15_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Only in a browser: on the desktop the system tells how long nobody was there. `minutes` undefined waits until it is known. */
export function useLockWhenAway(minutes: number | undefined, onLock: () => void): void {
  const { kind, client } = useHost();
  const lock = useRef(onLock);
  lock.current = onLock;
  useEffect(() => {
    if (kind !== 'browser' || minutes === undefined) return;
    const watch = createLockWatch({ idleMs: minutes * 60_000 }, momentNow());
    let wasActive = true;
    const sign = () => {
      wasActive = true;
      watch.active(momentNow());
    };
    const look = () => {
      if (watch.look(momentNow()) !== undefined) return lock.current();
      // A host that is gone is told by the next question of a screen.
      void client.keeping.present({ isActive: wasActive }).catch(() => undefined);
      wasActive = false;
    };
    const show = () => {
      if (document.visibilityState === 'visible') look();
    };
    const leave = () => void navigator.sendBeacon('/closed');
    const timer = window.setInterval(look, LOOK_MS);
    look();
    document.addEventListener('visibilitychange', show);
    window.addEventListener('pagehide', leave);
    for (const name of SIGNS) window.addEventListener(name, sign, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', show);
      window.removeEventListener('pagehide', leave);
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
    };
  }, [kind, client, minutes]);
}

/** `performance.now` runs forward whatever is done to the clock. */
function momentNow(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}
