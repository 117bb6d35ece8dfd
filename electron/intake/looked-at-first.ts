// Papers in the order given, but the one somebody looks at first.
import type { DocumentId } from '../../shared/ids.ts';
import type { Attention } from '../core/attention.ts';

/** So many papers that are looked at are begun beside the others; further ones are next in line. */
const MOST_EARLY = 2;

/**
 * Works on items, `limit` at a time. An item somebody looks at is begun at once, or next. `idOf` is the paper of an item, if it is one.
 * Throws the first failure, once the others have ended.
 */
export async function lookedAtFirst<T>(
  items: readonly T[],
  limit: number,
  {
    attention,
    idOf,
  }: { readonly attention: Attention | undefined; readonly idOf: (item: T) => DocumentId | undefined },
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = items.map((item, index) => ({ item, index }));
  const early = new Set<Promise<void>>();
  let earlyRunning = 0;
  let failure: { readonly cause: unknown } | undefined;

  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next.item, next.index);
  };
  const begin = async ({ item, index }: { readonly item: T; readonly index: number }) => {
    earlyRunning += 1;
    try {
      await work(item, index);
    } catch (cause) {
      failure ??= { cause };
    } finally {
      earlyRunning -= 1;
    }
  };
  const stop = attention?.onLook((id) => {
    const place = waiting.findIndex(({ item }) => idOf(item) === id);
    const [looked] = place < 0 ? [] : waiting.splice(place, 1);
    if (looked === undefined) return;
    if (earlyRunning < MOST_EARLY) early.add(begin(looked));
    else waiting.unshift(looked);
  });
  try {
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    await Promise.all(early);
  } finally {
    stop?.();
  }
  if (failure !== undefined) throw failure.cause;
}
