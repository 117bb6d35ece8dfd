// Locks by itself: when the computer sleeps, when its screen is locked or another person takes it over, and after a while without anybody at the keyboard.
import { powerMonitor } from 'electron';
import { isAway } from '../../shared/lock/watch.ts';

/** How often the idle time is looked at, in milliseconds. Some Linux desktops tell neither sleep nor screen lock, so this must always run. */
const LOOK_MS = 15_000;

/** Calls `lock` at each of these moments. Locking while nothing is open must do no harm. `minutes` is asked at each look. */
export function lockWhenAway(lock: () => void, minutes: () => number): void {
  powerMonitor.on('suspend', lock);
  // A computer that fell asleep before it was locked is locked when it wakes.
  powerMonitor.on('resume', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('shutdown', lock);
  // Only macOS tells that another person takes over.
  powerMonitor.on('user-did-resign-active', lock);
  setInterval(() => {
    // The system counts by a clock that nobody can set.
    const state = powerMonitor.getSystemIdleState(minutes() * 60);
    if (isAway({ seconds: powerMonitor.getSystemIdleTime(), state }, minutes())) lock();
  }, LOOK_MS);
}
