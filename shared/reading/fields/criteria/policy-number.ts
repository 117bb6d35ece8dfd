// The number at the head of a medical policy.
import type { Candidate } from '../collect.ts';
import type { Sheet } from '../sheet.ts';

/** The number a medical policy bears at its head, alone in its cell or behind its label. */
export function policyNumber(sheet: Sheet): Candidate | undefined {
  const titled = inTitle(sheet);
  if (titled !== undefined) return titled;
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

/** "Surgery 4.07" alone in its cell, "COVERAGE BULLETIN 2026-11: Nerve Stimulation": the chapter or the kind of paper is part of the number. */
const TITLED =
  /^(?:\p{Lu}\p{Ll}{3,} \d{1,2}\.\d{2,3}(?=$)|(?:\p{Lu}\p{L}+ ){1,3}(?:BULLETIN|GUIDELINE|Bulletin|Guideline) (?:No\. )?[A-Z]{0,4}-?\d[\w.-]*(?=:))/u;

function inTitle(sheet: Sheet): Candidate | undefined {
  for (const cell of sheet.grid.slice(0, 4).flat()) {
    const value = TITLED.exec(cell.text)?.[0];
    if (value === undefined) continue;
    const range = { piece: cell, from: 0, to: value.length };
    return { field: 'criteria_cited', value, ...range, confidence: 0.8, why: 'is the number of the policy' };
  }
  return undefined;
}
