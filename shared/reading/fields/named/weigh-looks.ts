// Weighs looks: how far they speak for each of the fields whose values are chosen among all that a paper prints of their kind.
import type { Model } from '../../weigh/model.ts';

/** The fields whose values are chosen by weights, in the order of the classes of the weights. */
export const NAMED_FIELDS = ['provider', 'payer', 'member_name', 'criteria_cited'] as const;

/** Where the rule a decision rests on stands in `NAMED_FIELDS`. */
export const CRITERIA_AT = 3;

/** The sum of weights for each of `NAMED_FIELDS`. */
export function weighLooks(model: Model, looks: ReadonlySet<string>): Float64Array {
  const sums = new Float64Array(NAMED_FIELDS.length);
  const { row, starts } = model;
  for (const look of looks) {
    const start = starts.get(look);
    if (start === undefined) continue;
    const end = start + 2 * (row[start] ?? 0);
    for (let at = start + 1; at < end; at += 2) {
      const cls = row[at] ?? 0;
      sums[cls] = (sums[cls] ?? 0) + (row[at + 1] ?? 0) / 100;
    }
  }
  return sums;
}
