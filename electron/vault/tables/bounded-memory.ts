// A memory with room for so much: what was asked for lately stays, what wasn't makes room.

export interface BoundedMemory<Value> {
  /** What is kept under a name; it then counts as asked for just now. */
  get(name: string): Value | undefined;
  /** Keeps a value that was just asked for, in place of the earlier one; or doesn't, when the room goes to better use. */
  keep(name: string, value: Value, size: number): void;
  /** True while it is kept; does not count as asking. */
  holds(name: string): boolean;
  forget(name: string): void;
  clear(): void;
}

interface Kept<Value> {
  readonly value: Value;
  readonly size: number;
}

/**
 * A memory for values of up to the size `most` together, in whatever unit. The one not asked for longest goes first, but only if the newcomer itself was asked for
 * since (or never before): when all values are asked for again and again and there are more than there is room for, each would otherwise be pushed
 * out just before its turn, and none ever found. So most of them are.
 */
export function createBoundedMemory<Value>(most: number): BoundedMemory<Value> {
  /** In the order in which they were last asked for. */
  const kept = new Map<string, Kept<Value>>();
  /** When each name was last asked for, kept or not, on a clock that counts questions. */
  const asked = new Map<string, number>();
  let clock = 0;
  let size = 0;

  const note = (name: string) => {
    clock += 1;
    asked.set(name, clock);
  };
  const remove = (name: string) => {
    size -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  /** Makes room for so much with what was last asked for before `since`; false when that doesn't do. */
  const makeRoom = (wanted: number, since: number): boolean => {
    for (const name of kept.keys()) {
      if (size + wanted <= most) return true;
      if ((asked.get(name) ?? 0) > since) return false;
      remove(name);
    }
    return size + wanted <= most;
  };

  return {
    get: (name) => {
      const found = kept.get(name);
      if (found === undefined) return undefined;
      note(name);
      kept.delete(name);
      kept.set(name, found);
      return found.value;
    },
    keep: (name, value, wanted) => {
      const since = asked.get(name) ?? Number.POSITIVE_INFINITY;
      remove(name);
      note(name);
      if (wanted <= most && makeRoom(wanted, since)) {
        kept.set(name, { value, size: wanted });
        size += wanted;
      }
    },
    holds: (name) => kept.has(name),
    forget: (name) => {
      remove(name);
      asked.delete(name);
    },
    clear: () => {
      kept.clear();
      asked.clear();
      size = 0;
    },
  };
}
