// Chance that can be repeated: the same seed gives the same letter on every machine.

/** Draws numbers and items; the whole sequence follows from the seed. */
export interface Chance {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in the order drawn. */
  some<T>(items: readonly T[], count: number): T[];
  /** True with the given probability. */
  says(probability: number): boolean;
  /** Digits (`#`) and capitals (`A`) filled into a mask. */
  mask(mask: string): string;
}

/** mulberry32, a small generator of well-spread numbers (public domain, Tommy Ettinger). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(whole(0, left.length - 1), 1));
    return drawn;
  };
  const mask = (text: string): string =>
    text.replace(/[#A]/g, (mark) => (mark === '#' ? String(whole(0, 9)) : pick([...'BCDFGHKLMNPRSTVWXZ'])));
  return { next, whole, pick, some, says: (probability) => next() < probability, mask };
}

/** Puts a list into another order; `below` draws a whole number from 0 to before its argument. */
export function shuffle<Item>(list: Item[], below: (count: number) => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) continue;
    list[at] = two;
    list[other] = one;
  }
}
