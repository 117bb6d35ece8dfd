// One running app per person: a second start only brings the first one's window forward.
import { app } from 'electron';

/** True when this is the only instance. `onSecond` is called whenever somebody starts the app again. */
export function claimSingleInstance(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
