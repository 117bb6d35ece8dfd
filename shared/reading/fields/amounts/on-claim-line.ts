// The one amount set in the lines of a letter's head that name the claim: what was billed.
import { linesAboutClaim } from '../claim-head.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { moneyIn, serviceDatesIn } from '../values.ts';
import type { Sum } from './sum.ts';

/** Words before an amount that is something else than what was billed. */
const OTHER =
  /\b(?:paid|pays?|allowed|eligible|approved|owe|you|your|deductible|coinsurance|copay|benefits?|responsib\w+|liability|due|maximum|limit|premium|penalty|savings|left|balance|refund\w*|check|statement|overpa\w+|recover(?!y (?:[\w-]+ )?(?:hospital|center|institute|clinic|house|services|program))\w*|dispute|over|more than|less than)\b/;

/** Words that an amount of a charge stands with. */
const SPENT =
  /\b(?:charges?|charged|claims?|bills?|billed|fees?|visits?|surgery|trips?|stay|scans?|study|services?|sessions?|treatments?|tests?)\b/;

/** "Claim 26-0417, Holm Lake Imaging, 04/02/2026, $812.00": the amount, where the head names no other. */
export function onClaimLine(sheet: Sheet): Sum | undefined {
  const found = amountsOfHead(sheet);
  const [first] = found;
  return new Set(found.map((sum) => sum.value)).size === 1 && !areClaims(found) ? first : undefined;
}

/** "Claim A  2606-11-4401   $1,380.00" above "Claim B  2606-11-4402   $1,380.00": two claims of the same amount. */
function areClaims(sums: readonly Sum[]): boolean {
  const claims = sums.flatMap((sum) => /(?=\S*\d{4})[\w/-]*\d-[\w/-]+/.exec(sum.piece.text)?.[0] ?? []);
  return new Set(claims).size > 1;
}

/** True where the head lists claims of several amounts: none of them is the whole. */
export function severalOnClaimLines(sheet: Sheet): boolean {
  return new Set(amountsOfHead(sheet).map((sum) => sum.value)).size > 1;
}

function amountsOfHead(sheet: Sheet): Sum[] {
  const found: Sum[] = [];
  const lines = linesAboutClaim(sheet);
  if (!lines.some((index) => isBilled(sheet, index))) return [];
  for (const index of lines) {
    const line = sheet.paper.lines[index];
    if (line === undefined) continue;
    let last = 0;
    for (const { value, from, to } of moneyIn(line.text)) {
      const clause = line.lower.slice(last, from).split(/[;|]/).at(-1) ?? '';
      last = to;
      // "0.05 %" of a cream is no charge.
      if (
        value >= 1 &&
        !OTHER.test(clause) &&
        !/^ (?:each|per|a (?:day|visit|unit|week))\b/.test(line.lower.slice(to, to + 10))
      )
        found.push({ value, piece: line, from, to, confidence: 0.7, why: 'stands in the line of the claim' });
    }
  }
  return found;
}

/** The line names a claim or a day: what it speaks of was done and billed, not only asked for. */
function isBilled(sheet: Sheet, index: number): boolean {
  const line = sheet.paper.lines[index];
  return (
    line !== undefined && (/\b(?:claims?|bills?|billed)\b/.test(line.lower) || serviceDatesIn(line.text).length > 0)
  );
}

/** Of these words those that tell what an amount is, also in a letter that a member writes: "you refused to pay for my test ($3,900)". */
const OTHER_TO_MEMBER =
  /\b(?:paid|allowed|deductible|coinsurance|copay|maximum|limit|premium|penalty|savings|balance|statement|refund\w*|check|overpa\w+|recover\w*|over|more than|less than)\b[^.]{0,60}$/;

/** "we cannot pay the $214.00", "will not pay for". */
const REFUSED_TO_PAY = /\b(?:cannot|can't|can not|not|won't|unable to|without|refused to|declined to) pay(?:ing)?\b/g;

/** "your appeal about the visit on May 19, 2026 (97811; $240.00)": the only amount of a letter about a claim, told with a visit or a charge. */
export function onlyAmount(sheet: Sheet): Sum | undefined {
  if (sheet.kind !== 'denial-letter' && sheet.kind !== 'correspondence') return undefined;
  const isOwn = sheet.kind === 'correspondence';
  const found: Sum[] = [];
  const told: Sum[] = [];
  const values = new Set<number>();
  let about = false;
  for (const [index, line] of sheet.paper.lines.entries()) {
    if (!isOpen(sheet, index) || sheet.zones[index] === 'rights' || sheet.zones[index] === 'legend') continue;
    about ||= /\bclaims?\b/.test(line.lower);
    for (const { value, from, to } of moneyIn(line.text)) {
      const before = `${sheet.paper.lines[index - 1]?.lower ?? ''} ${line.lower.slice(0, from)}`.slice(-110);
      // "the $1,916.00 emergency room bill": what it was spent on may stand behind it.
      const around = `${before} ${line.lower.slice(to, to + 40)}`;
      if (value < 20) continue;
      const isOther = (isOwn ? OTHER_TO_MEMBER : OTHER).test(before.slice(-60).replace(REFUSED_TO_PAY, ''));
      if ((isOther && isOwn) || /\bcop(?:y|ies|ying)\b/.test(before)) return undefined;
      values.add(value);
      // Said again, also as what the patient owes, it need not be told with the service again.
      const sum = { value, piece: line, from, to, confidence: 0.6, why: 'is the only amount told with the service' };
      told.push(sum);
      if (!isOther && SPENT.test(around)) found.push(sum);
    }
  }
  return about && values.size === 1 && !areClaims(told) ? found[0] : undefined;
}
