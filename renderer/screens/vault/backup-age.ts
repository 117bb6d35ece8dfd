// When a backup is due: calm, and the same everywhere it is said.

/** A backup older than this is due, in days. */
export const BACKUP_DUE_DAYS = 14;
const DAY_MS = 86_400_000;

/** Whole days since a backup was made; never negative, since clocks may be set back. */
export function backupAge(madeAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(madeAt)) / DAY_MS));
}

/** True when there was no backup, or the last one is older than two weeks. */
export function isBackupDue(madeAt: string | undefined, now: number): boolean {
  return madeAt === undefined || backupAge(madeAt, now) > BACKUP_DUE_DAYS;
}
