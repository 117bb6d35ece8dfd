// The number at the head of a medical policy.
import type { Candidate } from '../collect.ts';
import type { Sheet } from '../sheet.ts';

/** The number a medical policy bears at its head, alone in its cell or behind its label. */
export function policyNumber(sheet: Sheet): Candidate | undefined {
  for (const cells of sheet.grid.slice(0, 14)) {
    for (const [at, cell] of cells.entries()) {
      const label =
        /^(?:policy|guideline|bulletin|medical policy|coverage policy|document|criteria)(?: (?:no\.?|number|#|id))?:?$/i;
      const hit =
        /^(?:(?:policy|guideline|bulletin|medical policy|coverage policy|document)(?: (?:no\.?|number|#|id))?:?\s+)?([A-Z]{1,5}(?:[-.][A-Z]{1,4})*[-. ]?\d[\w.-]*|\d+\.\d+\.\d+)$/i.exec(
          cell.text,
        );
      if (hit?.[1] === undefined || !/\d/.test(hit[1])) continue;
      if (hit[0] === hit[1] && /:$/.test(cells[at - 1]?.text ?? '') && !label.test(cells[at - 1]?.text ?? '')) continue;
      return {
        field: 'criteria_cited',
        value: hit[1],
        piece: cell,
        from: hit[0].length - hit[1].length,
        to: hit[0].length,
        confidence: 0.85,
        why: 'is the number of the policy',
      };
    }
  }
  return undefined;
}
