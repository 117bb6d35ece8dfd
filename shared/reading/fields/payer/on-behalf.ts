// The plan on whose behalf somebody else writes: named below the letterhead, beside "plan", or in the small print.
import type { Piece } from '../../paper.ts';
import type { Candidate, Pick } from '../collect.ts';
import { HOUSE, isHouse, organisationOf } from '../houses.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { PAYS } from './houses-that-pay.ts';

/** Houses that only review what others decided. */
export const REVIEWER =
  /\b(?:independent|external|medical|federal|peer) (?:medical )?review\b|\breview (?:organization|entity|partners)\b|\biro\b/i;

export function behalf(cell: Piece): Pick | undefined {
  const hit =
    /^(?:acting for|for|(?:\p{Lu}[\p{L}&' ]{3,50}, )?on behalf of|(?:delegated|contracted) \w+ for|(?:\w+ ){1,2}program administrator for|underwritten by|administering|administered for|insured by|client:|payer:?(?= )|(?!.*\b(?:pharmacy|drug|rx)\b.* for)[\w' -]{0,50}\b(?:review|review agent|reviewer|utilization management|recovery|audit) for)\s+(?:the\s+)?(\p{Lu}[^(]*?)(?:\s*\(|$)/iu.exec(
      cell.text,
    );
  const value = hit?.[1]
    ?.split(/, (?!(?:Inc|LLC|Ltd|Co|Corp)\b)| - (?=(?:Commercial|Individual|Group|Marketplace|Medicare|Medicaid)\b)/)[0]
    ?.trim();
  if (
    hit === null ||
    value === undefined ||
    !/^\p{Lu}/u.test(value) ||
    (!/\b(?:advantage|choice)\b/i.test(value) && !HOUSE.test(value))
  )
    return undefined;
  const from = hit[0].indexOf(value);
  const found: Pick = { field: 'payer', value, piece: cell, from, to: from + value.length };
  return /employee/i.test(value) && !isReviewFor(found) ? undefined : found;
}

/** "Delegated reviewer for Ostrow Health", "Utilization review for …": who is named reviews the claims of that plan, whatever else it is called. */
export function isReviewFor({ piece, from }: Pick): boolean {
  return /\b(?:review(?:er| agent)?|utilization management) for (?:the )?$/i.test(piece.text.slice(0, from));
}

/** "Unison Federated Health, Exchange Gold 1500": the name without what kind of plan it is. */
function shortName(name: string): string {
  return name
    .replace(/, (?:id|an?|exchange|marketplace|commercial|individual|group|bronze|silver|gold)\b.*$/i, '')
    .trim();
}

/** Houses that review, audit or collect for a payer. */
export const VENDOR =
  /\b(?:payment integrity|claims? accuracy|(?:benefits?|test|laboratory|imaging|radiology|oncology|musculoskeletal|specialty|cardiac|sleep) management|utilization (?:management|review)|medical review|recovery|audits?)\b/i;

/** "Brightmoor Interim Health … underwritten by Brightmoor Life": the letterhead already names who decides. */
export function standsForItself(head: string, other: Pick): boolean {
  const first = (text: string): string => text.toLowerCase().split(/\s+/)[0] ?? '';
  return (PAYS.test(head) && !VENDOR.test(head)) || first(head) === first(String(other.value));
}

/** "Plan: Umber County Employees' Health Plan". */
export function besidePlan(sheet: Sheet): Candidate | undefined {
  const plan = labelled(sheet, [
    /^(?:plan|(?:(?:medicare|medicaid) )?health plan|(?:medicare )?plan name|(?:health )?carrier|issuer|insurer|mco|managed care (?:plan|organization)|(?:our )?client)(?![a-z])/,
  ]).flatMap((item) => organisationOf(item) ?? [])[0];
  return plan === undefined
    ? undefined
    : { ...plan, field: 'payer', value: shortName(String(plan.value)), confidence: 0.75, why: 'stands beside "plan"' };
}

/** "Insured by Larkin Inlet Mutual, home office …", "Coverage is underwritten by …": in the small print of the foot. */
export function insuredBy({ paper }: Sheet): Candidate | undefined {
  for (const line of paper.lines) {
    const hit =
      /\b(?:insured|underwritten|issued|provided|offered|administered|a product|a plan|a service)(?: and (?:insured|administered|issued))?(?: of| by|, by) (?:the )?(\p{Lu}[\p{L}&'.-]*(?: (?:\p{Lu}[\p{L}&'.-]*|of|and|&))*(?:, (?:Inc|LLC|Ltd)\b\.?)?)/iu.exec(
        line.text,
      );
    const value = hit?.[1]
      ?.split(/(?<=\p{Ll}{3})\.(?: |$)/u)[0]
      ?.replace(/ (?:of|and|&)$/, '')
      .replace(/\.$/, '');
    if (hit === null || value === undefined || !isHouse(value) || !HOUSE.test(value) || !/^\p{Lu}/u.test(value))
      continue;
    const from = hit.index + hit[0].indexOf(value);
    return {
      field: 'payer',
      value,
      piece: line,
      from,
      to: from + value.length,
      confidence: 0.7,
      why: 'is named as the one who insures',
    };
  }
  return undefined;
}
