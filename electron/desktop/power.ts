// Locks by itself: when the computer sleeps, when its screen is locked, and after a while without anybody at the keyboard.
import { powerMonitor } from 'electron';

/** Minutes without a key or mouse movement after which the vault is locked, in seconds. */
const IDLE_LIMIT_S = 10 * 60;
/** How often the idle time is looked at, in milliseconds. Some Linux desktops tell neither sleep nor screen lock, so this must always run. */
const LOOK_MS = 15_000;

/** Calls `lock` at each of these moments. Locking while nothing is open must do no harm. */
export function lockWhenAway(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('shutdown', lock);
  setInterval(() => {
    if (isAway()) lock();
  }, LOOK_MS);
}

function isAway(): boolean {
  return powerMonitor.getSystemIdleTime() >= IDLE_LIMIT_S || powerMonitor.getSystemIdleState(IDLE_LIMIT_S) === 'locked';
}
