// Plain names of the reasons a denial can give, and the colour each wears on a page.
import reasonRules from '../../resources/rules/reasons.json' with { type: 'json' };
import type { ReasonId } from '../../shared/model/vocabulary.ts';

/** Names from the rule file, so that window, letter and packet say the same. */
export const REASON_NAMES = Object.fromEntries(reasonRules.reasons.map(({ id, name }) => [id, name])) as Readonly<
  Record<ReasonId, string> // the core refuses a rule file that lacks a reason
>;

/** All reasons, in the order they are offered. */
export const REASON_IDS = Object.keys(REASON_NAMES) as ReasonId[]; // the keys of a record of all reasons

/** Hues (degrees) that stay apart for most colour vision; reasons also carry a number, so colour is never the only sign. */
const HUES = [28, 205, 325, 95, 265, 55];

/** Hue of the n-th reason of a paper. */
export function reasonHue(index: number): number {
  return HUES[index % HUES.length] ?? 28;
}
