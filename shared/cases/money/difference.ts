// One difference between amounts, with the places of all of them.
import type { MoneyDifference, MoneyLine } from '../../model/money.ts';

/** `cents` may be negative: how far apart they are counts. Each place is named once. */
export function difference(
  id: string,
  what: string,
  cents: number,
  advice: string,
  lines: readonly MoneyLine[],
): MoneyDifference {
  const places = new Map(lines.map((line) => [line.id, line.source]));
  return { id, what, cents: Math.abs(cents), advice, sources: [...places.values()] };
}
