// The payer below the signature of a letter.
import type { Candidate } from '../collect.ts';
import { HOUSE, isHouse } from '../houses.ts';
import type { Sheet } from '../sheet.ts';
import { PAYS } from './houses-that-pay.ts';

/** The house below the signature: "Utilization Management", "Brackenfold Health Plan". */
export function signedBy({ paper }: Sheet): Candidate | undefined {
  const closing = paper.lines.findLastIndex((line) =>
    /^(?:sincerely|(?:with )?(?:kind |best |warm )?regards|respectfully|yours|cordially|very truly|thank you)\b.{0,14}$/.test(
      line.lower.trim(),
    ),
  );
  if (closing < 0) return undefined;
  for (const line of paper.lines.slice(closing + 1, closing + 9)) {
    const value = line.text.split(/,? +(?=\d)|\s{2,}/)[0]?.replace(/,$/, '') ?? '';
    if (!HOUSE.test(value) || !PAYS.test(value) || !isHouse(value) || value.split(' ').length > 8) continue;
    if (
      /\b(?:department|manager|director|nurse|reviewer|unit|md|rn|appeals|claims|officer|coordinator|analyst|examiner|supervisor)\b/i.test(
        value,
      )
    )
      continue;
    return {
      field: 'payer',
      value,
      piece: line,
      from: 0,
      to: value.length,
      confidence: 0.65,
      why: 'signed the letter',
    };
  }
  return undefined;
}
