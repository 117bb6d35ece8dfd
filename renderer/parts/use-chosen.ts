// What the user has just chosen stands on the screen at once, not only when it is saved: a box that springs back looks like a lost click.
import { useEffect, useRef, useState } from 'react';

export interface Chosen<T> {
  /** What was chosen last, else what is saved. */
  readonly shown: T;
  /** The same for code that runs before the screen is drawn again. */
  current(): T;
  /** Shows `value` and saves it; shows what is saved again when that fails, and fails as `save` did. */
  choose(value: T, save: (value: T) => Promise<unknown>): Promise<void>;
}

/**
 * Follows a saved value. Two choices can come before the first is drawn: a field that is left by choosing something else, a row moved twice.
 * So what was chosen last counts until the screen has what was saved, not only until it is saved.
 */
export function useChosen<T>(saved: T): Chosen<T> {
  const [chosen, setChosen] = useState<{ readonly value: T }>();
  const newest = useRef<{ readonly value: T }>(undefined);
  const saving = useRef(0);
  const take = (next: { readonly value: T } | undefined) => {
    newest.current = next;
    setChosen(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value that was saved is what it waits for
  useEffect(() => {
    if (saving.current === 0) take(undefined);
  }, [saved]);
  return {
    shown: chosen === undefined ? saved : chosen.value,
    current: () => (newest.current === undefined ? saved : newest.current.value),
    choose: async (value, save) => {
      const mine = { value };
      take(mine);
      saving.current += 1;
      try {
        await save(value);
      } catch (cause) {
        if (newest.current === mine) take(undefined);
        throw cause;
      } finally {
        saving.current -= 1;
      }
    },
  };
}
