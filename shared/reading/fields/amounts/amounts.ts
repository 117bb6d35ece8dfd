// What was billed and what the patient is said to owe: the places of the paper that may say so, in their order.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import type { Candidate } from '../collect.ts';
import type { Sheet } from '../sheet.ts';
import { chargesOf, columnSum } from './column-sums.ts';
import { besideClaim, besideLabel } from './labelled.ts';
import { onClaimLine, onlyAmount } from './on-claim-line.ts';
import { provenCharges, provenOwed } from './proven.ts';
import { isSlipOfSeveral, severalOwed, totalOfReceipt } from './receipts.ts';
import { nothingOwed, saidBilled, saidOwed } from './sentences.ts';
import type { Sum } from './sum.ts';
import { totalsOf } from './totals.ts';

const BILLED_TITLE =
  /\b(?:billed|charged?|charges|submitted|amount charged|provider'?s? charge|fee|total charge|(?:full |retail |drug )?price)\b(?!.*\b(?:not|allowed|covered|approved|paid|discount|savings|owe)\b)/;
const OWED_TITLE =
  /\byou(?:r)? (?:may )?(?:owe|share|responsibility|cost|pay|balance|total|be billed|liability)\b|\bmay owe\b|\b(?:patient|member|mbr|pt|enrollee|subscriber)(?:'s)? (?:resp\w*|owes?|pays?|share|liability|cost|balance|amount)|\bamount you\b|\bwhat you\b|\byou(?:r part)?$|\bp(?:a)?t[.-]? ?(?:resp|owes?)|\bowed\b|\byou (?:may )?(?:be )?billed\b|\byour? part\b|\byou pay\b|\bmay be billed\b|\byour$|\bresponsibility\b|^balance$|\bemp(?:loyee)?\.? resp|\bleft (?:to|for) you\b|^yours$|^(?:patient|member|you|enrollee)$|\bto patient\b|\bleft over$/;
/** On a statement of drugs what was owed has been paid at the counter. */
const PAID_BY_YOU = /\b(?:you|member|patient)(?: have)? paid$/;

/** Papers that bill nothing. */
const BILLS_NOTHING: ReadonlySet<DocumentKind> = new Set([
  'medical-record',
  'literature',
  'medical-policy',
  'plan-document',
]);
/** Papers by which nothing is owed. */
const OWES_NOTHING: ReadonlySet<DocumentKind> = new Set([
  ...BILLS_NOTHING,
  'letter-of-medical-necessity',
  'id-card',
  'authorization-form',
  'prior-authorization',
]);

/** What was billed, and what the patient owes: only sums the paper prints. */
export function amounts(sheet: Sheet): Candidate[] {
  const billed = BILLS_NOTHING.has(sheet.kind) ? undefined : billedOf(sheet);
  const owed = OWES_NOTHING.has(sheet.kind) ? undefined : owedOf(sheet);
  return [
    ...(billed === undefined ? [] : [{ field: 'billed_amount' as const, ...billed }]),
    ...(owed === undefined ? [] : [{ field: 'patient_responsibility' as const, ...owed }]),
  ];
}

function billedOf(sheet: Sheet): Sum | undefined {
  // The price of one drug is not that of all, and what was paid at the counter is no price.
  if (isOfCollector(sheet) || isSlipOfSeveral(sheet)) return undefined;
  const sure = provenCharges(sheet) ?? besideLabel(sheet, 'billed_amount', 0);
  if (sure !== undefined) return sure;
  const total = totalsOf(sheet, BILLED_TITLE);
  // Each claim has a total of its own: what a sentence says of one is not the whole.
  if (total === null) return columnSum(sheet, BILLED_TITLE, true) ?? besideLabel(sheet, 'billed_amount', 1);
  return (
    total ??
    columnSum(sheet, BILLED_TITLE, true) ??
    besideLabel(sheet, 'billed_amount', 1) ??
    besideClaim(sheet) ??
    saidBilled(sheet) ??
    onClaimLine(sheet) ??
    onlyAmount(sheet) ??
    (sheet.kind === 'bill' ? chargesOf(sheet) : undefined)
  );
}

/** A collector says what is left of a debt, not what was charged for the care. */
function isOfCollector({ kind, paper }: Sheet): boolean {
  return (
    kind === 'bill' &&
    paper.lines.some((line) => /\b(?:debt collector|(?:collect|collection of) (?:a|the|this) debt)\b/.test(line.lower))
  );
}

function owedOf(sheet: Sheet): Sum | undefined {
  if (!['denial-letter', 'eob', 'bill', 'receipt'].includes(sheet.kind))
    return besideLabel(sheet, 'patient_responsibility', 0);
  const proven = provenOwed(sheet);
  if (proven !== undefined) return proven;
  const total = totalsOf(sheet, OWED_TITLE);
  // What is paid for each thing on a receipt comes to its total.
  const paid =
    sheet.kind === 'receipt' && (severalOwed(sheet) || isSlipOfSeveral(sheet)) ? totalOfReceipt(sheet) : undefined;
  if (paid !== undefined) return paid;
  // Each claim says its own part: only what they come to is what is owed.
  if (total !== undefined && severalOwed(sheet)) return total ?? undefined;
  return (
    (total === undefined ? columnSum(sheet, OWED_TITLE) : undefined) ??
    besideLabel(sheet, 'patient_responsibility', 0, total === undefined) ??
    total ??
    saidOwed(sheet) ??
    besideLabel(sheet, 'patient_responsibility', 1) ??
    totalsOf(sheet, PAID_BY_YOU) ??
    nothingOwed(sheet)
  );
}
