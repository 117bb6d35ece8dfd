// The one amount set in the lines of a letter's head that name the claim: what was billed.
import { linesAboutClaim } from '../claim-head.ts';
import type { Sheet } from '../sheet.ts';
import { moneyIn, serviceDatesIn } from '../values.ts';
import type { Sum } from './sum.ts';

/** Words before an amount that is something else than what was billed. */
const OTHER =
  /\b(?:paid|pays?|allowed|eligible|approved|owe|you|your|deductible|coinsurance|copay|benefits?|responsib\w+|liability|due|maximum|limit|premium|penalty|savings|left|balance|refund\w*|check|overpa\w+|recover\w*|dispute|over|more than|less than)\b/;

/** "Claim 26-0417, Holm Lake Imaging, 04/02/2026, $812.00": the amount, where the head names no other. */
export function onClaimLine(sheet: Sheet): Sum | undefined {
  const found: Sum[] = [];
  const lines = linesAboutClaim(sheet);
  if (!lines.some((index) => isBilled(sheet, index))) return undefined;
  for (const index of lines) {
    const line = sheet.paper.lines[index];
    if (line === undefined) continue;
    let last = 0;
    for (const { value, from, to } of moneyIn(line.text)) {
      const clause = line.lower.slice(last, from).split(/[;|]/).at(-1) ?? '';
      last = to;
      // "0.05 %" of a cream is no charge.
      if (value >= 1 && !OTHER.test(clause))
        found.push({ value, piece: line, from, to, confidence: 0.7, why: 'stands in the line of the claim' });
    }
  }
  const [first] = found;
  return new Set(found.map((sum) => sum.value)).size === 1 ? first : undefined;
}

/** The line names a claim or a day: what it speaks of was done and billed, not only asked for. */
function isBilled(sheet: Sheet, index: number): boolean {
  const line = sheet.paper.lines[index];
  return (
    line !== undefined && (/\b(?:claims?|bills?|billed)\b/.test(line.lower) || serviceDatesIn(line.text).length > 0)
  );
}
