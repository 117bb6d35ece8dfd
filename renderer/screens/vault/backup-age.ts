// When a backup is due: calm, and the same everywhere it is said.
const DAY_MS = 86_400_000;

/** Whole days since a backup was made; never negative, since clocks may be set back. */
export function backupAge(madeAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(madeAt)) / DAY_MS));
}

/** True when there was no backup, or the last one is older than so many weeks; never when `everyWeeks` is 0. */
export function isBackupDue(madeAt: string | undefined, everyWeeks: number, now: number): boolean {
  if (everyWeeks === 0) return false;
  return madeAt === undefined || backupAge(madeAt, now) > everyWeeks * 7;
}
