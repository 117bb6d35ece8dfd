// Waits for changes that are still on their way to the core.
import type { QueryClient } from '@tanstack/react-query';

/** Longest time they hold up a lock, in milliseconds. */
const PATIENCE_MS = 2000;

/** Resolves when nothing is being saved any more, or after two seconds. */
export function untilSaved(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const look = () => {
      if (queries.isMutating() === 0) end();
    };
    const timer = window.setTimeout(end, PATIENCE_MS);
    // Looked at a moment later: a field may start its next save when the last one is done.
    const lookSoon = () => window.setTimeout(look);
    const unsubscribe = queries.getMutationCache().subscribe(lookSoon);
    lookSoon();
  });
}
