// Weighs looks: how far they speak for each of the fields whose values are chosen among all that a paper prints of their kind.
import { addWeights, type Model, softmax } from '../../weigh/model.ts';

/** The fields whose values are chosen by weights, in the order of the classes of the weights. */
export const NAMED_FIELDS = ['provider', 'payer', 'member_name', 'criteria_cited'] as const;

/** Where the rule a decision rests on stands in `NAMED_FIELDS`. */
export const CRITERIA_AT = 3;

/** The sum of weights for each of `NAMED_FIELDS`. */
export function weighLooks(model: Model, looks: ReadonlySet<string>): Float64Array {
  const sums = new Float64Array(NAMED_FIELDS.length);
  for (const look of looks) addWeights(sums, model, look, 1);
  return sums;
}

/** The likeliest of some sums and how sure it is, 0.3 to `most`; undefined where `none`, the sum of choosing nothing, is likelier than all. */
export function likeliest(
  sums: readonly number[],
  none: number,
  most: number,
): { readonly at: number; readonly confidence: number } | undefined {
  const chances = softmax(Float64Array.from([...sums, none]));
  const at = chances.reduce((to, chance, index) => (chance > (chances[to] ?? 0) ? index : to), 0);
  if (at === sums.length) return undefined;
  return { at, confidence: Math.round(Math.min(most, Math.max(0.3, chances[at] ?? 0)) * 100) / 100 };
}
