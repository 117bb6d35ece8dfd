// What a person wants of a vault as a whole: when it locks, when a backup is due, how many are kept. Stored inside the vault.
import { z } from 'zod';

/** Minutes without a key or a movement after which a vault locks. */
export const LOCK_CHOICES = [1, 2, 5, 10, 15, 30, 60] as const;
/** Weeks after which a backup is due; 0 is never. */
export const REMINDER_CHOICES = [1, 2, 4, 8, 12, 0] as const;
/** Good backups that are kept in their folders; 0 is all of them. */
export const KEEP_CHOICES = [0, 3, 5, 10] as const;

/** What papers are put in order by: when they were added, their own date, title, kind, plan. */
export const LIBRARY_ORDERS = ['added', 'date', 'title', 'kind', 'payer'] as const;
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number];

/** How the papers are shown. */
export const LibraryView = z.object({
  layout: z.enum(['list', 'grid']),
  order: z.enum(LIBRARY_ORDERS),
  /** From the other end: oldest first, from Z to A. */
  isReversed: z.boolean(),
});
export type LibraryView = z.infer<typeof LibraryView>;

export const Preferences = z.object({
  lockAfterMinutes: z.literal(LOCK_CHOICES),
  backupEveryWeeks: z.literal(REMINDER_CHOICES),
  keepBackups: z.literal(KEEP_CHOICES),
  library: LibraryView,
});
export type Preferences = z.infer<typeof Preferences>;

/** What holds until somebody chooses. No backup is ever removed unless a number was chosen. */
export const DEFAULT_PREFERENCES: Preferences = {
  lockAfterMinutes: 10,
  backupEveryWeeks: 2,
  keepBackups: 0,
  library: { layout: 'list', order: 'added', isReversed: false },
};
