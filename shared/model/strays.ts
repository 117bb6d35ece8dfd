// Files in a vault folder that belong to nothing, and what sweeping them did, in plain words.
import { z } from 'zod';

const count = z.number().int().min(0);

/** What was found that belongs to nothing. */
export const Strays = z.object({
  /** Stored files that no row names, and those of them that a sweep would set aside now. */
  orphans: count,
  due: count,
  /** Stored files in quarantine, and those of them that a sweep would remove now. */
  setAside: count,
  removable: count,
  /** Unfinished files of work that was cut off. */
  leftovers: count,
  /** Copies a sync program made of the vault's parts, as paths from the folder above the vault. Never touched. */
  conflicts: z.array(z.string()),
});
export type Strays = z.infer<typeof Strays>;

/** What a sweep did: stored files put in quarantine, removed from it, put back because a row names them; unfinished files removed. */
export const Swept = z.object({ setAside: count, removed: count, putBack: count, leftovers: count });
export type Swept = z.infer<typeof Swept>;

/** What to do about copies a sync program made. */
export const CONFLICT_ADVICE =
  'A sync program made these copies because the vault was written to in two places. The vault uses only the files under their own names. Close the app everywhere, make a backup, and keep the vault in a folder that is not synced. Delete nothing yet: to see what a copy holds, copy the whole vault folder elsewhere, give the copy the name of the file it was made of, and open that folder for reading only.';

/** True when a sweep would do something now. */
export function isSweepDue({ due, removable, leftovers }: Strays): boolean {
  return due + removable + leftovers > 0;
}

/** What was found, as sentences; none when there is nothing. */
export function strayedSentences({ orphans, due, setAside, removable, leftovers, conflicts }: Strays): string[] {
  return [
    orphans > 0 &&
      `${counted(orphans, 'stored file belongs', 'stored files belong')} to nothing any more; ${due} of them for 30 days or longer.`,
    setAside > 0 &&
      `${counted(setAside, 'stored file was', 'stored files were')} set aside by a sweep; ${removable} of them can be removed by the next one.`,
    leftovers > 0 && `${counted(leftovers, 'unfinished file was', 'unfinished files were')} left behind.`,
    conflicts.length > 0 && `Copies made by a sync program: ${conflicts.join('; ')}. ${CONFLICT_ADVICE}`,
  ].filter((sentence) => sentence !== false);
}

/** What a sweep did, as sentences. */
export function sweptSentences({ setAside, removed, putBack, leftovers }: Swept): string[] {
  const done = [
    setAside > 0 &&
      `${counted(setAside, 'stored file was', 'stored files were')} set aside; after 7 days another sweep removes what still belongs to nothing.`,
    removed > 0 &&
      `${counted(removed, 'stored file was', 'stored files were')} removed that belonged to nothing when they were set aside and belong to nothing now.`,
    putBack > 0 && `${counted(putBack, 'stored file was', 'stored files were')} put back, because it is needed.`,
    leftovers > 0 && `${counted(leftovers, 'unfinished file was', 'unfinished files were')} removed.`,
  ].filter((sentence) => sentence !== false);
  return done.length > 0 ? done : ['There was nothing to sweep.'];
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
