// Who pays: the plan or insurer as printed.
import type { Candidate } from '../collect.ts';
import { HOUSE, letterheadName } from '../houses.ts';
import type { Sheet } from '../sheet.ts';
import { continued, isAddressee, medicarePlan } from './letterhead.ts';
import { behalf, besidePlan, insuredBy, isReviewFor, REVIEWER, standsForItself, VENDOR } from './on-behalf.ts';
import {
  addressedHouse,
  besideLabel,
  besideWideLabel,
  claimsAdministrator,
  headOfForm,
  paidBy,
} from './on-papers-of-others.ts';
import { signedBy } from './signature.ts';

/** A reviewer, a manager of one kind of care, or counsel: by the name, or by the lines below it. */
function decidesForOthers({ paper }: Sheet, head: string): boolean {
  const below = paper.lines
    .slice(0, 5)
    .map((line) => line.lower)
    .join(' ');
  return (
    REVIEWER.test(head) ||
    VENDOR.test(head) ||
    /\b(?:delegated review(?:er)?|utilization review for|independent (?:medical |external )?review|external review|review organization|independent review entity|reconsideration contractor|quality improvement organization|office of personnel management|administrative hearings|fair hearings?|(?:counsel(?:l?ors)?|attorneys?) at law)\b/.test(
      below,
    )
  );
}

/** Papers written by somebody else than the payer. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'correspondence',
  'plan-document',
  'id-card',
  'authorization-form',
]);

/** The payer: beside its label on papers of others, else the one on whose behalf the letter is written, else the letterhead. */
export function payerCandidate(sheet: Sheet): Candidate | undefined {
  const { paper, kind } = sheet;
  if (kind === 'literature') return undefined;
  if (OF_OTHERS.has(kind)) {
    const named =
      (kind === 'plan-document' ? claimsAdministrator(sheet) : undefined) ??
      besideLabel(sheet) ??
      (kind === 'plan-document' ? undefined : besideWideLabel(sheet)) ??
      (kind === 'authorization-form' ? headOfForm(sheet) : undefined);
    if (named !== undefined) return named;
    if (kind !== 'correspondence' && kind !== 'plan-document')
      return kind === 'bill' || kind === 'receipt'
        ? paidBy(sheet)
        : kind === 'letter-of-medical-necessity'
          ? addressedHouse(sheet)
          : undefined;
  }
  const named = letterheadName(paper);
  // A letter without a head begins with the one it is addressed to.
  const head = named !== undefined && isAddressee(sheet, named) ? undefined : named;
  // A reviewer from outside decides about a plan it does not pay for.
  const reviewed =
    head !== undefined && decidesForOthers(sheet, String(head.value))
      ? (besideLabel(sheet) ?? besidePlan(sheet))
      : undefined;
  if (reviewed !== undefined) return { ...reviewed, isFollowed: true };
  const onBehalf = sheet.grid.slice(0, 12).flatMap((cells) => cells.flatMap((cell) => behalf(cell) ?? []))[0];
  if (onBehalf !== undefined && head !== undefined && isReviewFor(onBehalf))
    return {
      ...onBehalf,
      field: 'payer',
      confidence: 0.85,
      why: 'is named as the plan for which somebody else reviews',
    };
  if (onBehalf !== undefined && (head === undefined || !standsForItself(head.piece.text, onBehalf)))
    return {
      ...onBehalf,
      field: 'payer',
      confidence: 0.85,
      why: 'is named as the plan on whose behalf the letter is written',
    };
  if (
    /\bmedicare summary notice\b/i.test(
      paper.lines
        .slice(0, 6)
        .map((line) => line.text)
        .join(' '),
    )
  ) {
    const line = paper.lines.find((other) => /medicare summary notice/i.test(other.text));
    const at = line?.lower.indexOf('medicare') ?? -1;
    if (line !== undefined && at >= 0)
      return {
        field: 'payer',
        value: line.text.slice(at, at + 8),
        piece: line,
        from: at,
        to: at + 8,
        confidence: 0.9,
        why: 'is the sender of the notice',
        isFollowed: true,
      };
  }
  const full = head === undefined ? undefined : continued(sheet, head);
  if (full !== undefined)
    return { ...full, field: 'payer', confidence: 0.85, why: 'is the letterhead, over two lines', isFollowed: true };
  if (head !== undefined && (kind !== 'correspondence' || HOUSE.test(String(head.value))))
    return { ...head, field: 'payer', confidence: 0.85, why: 'is the letterhead' };
  return medicarePlan(sheet) ?? besidePlan(sheet) ?? signedBy(sheet) ?? insuredBy(sheet);
}
