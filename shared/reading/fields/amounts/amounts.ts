// What was billed and what the patient is said to owe: the places of the paper that may say so, in their order.
import type { Candidate } from '../collect.ts';
import type { Sheet } from '../sheet.ts';
import { chargesOf, columnSum } from './column-sums.ts';
import { besideClaim, besideLabel, severalOwed } from './labelled.ts';
import { nothingOwed, saidBilled, saidOwed } from './sentences.ts';
import { totalsOf } from './totals.ts';

const BILLED_TITLE =
  /\b(?:billed|charged?|charges|submitted|amount charged|provider'?s? charge|fee|total charge|(?:full |retail |drug )?price)\b(?!.*\b(?:not|allowed|covered|approved|paid|discount|savings|owe)\b)/;
const OWED_TITLE =
  /\byou(?:r)? (?:may )?(?:owe|share|responsibility|cost|pay|balance|total|be billed|liability)\b|\bmay owe\b|\b(?:patient|member|mbr|pt|enrollee|subscriber)(?:'s)? (?:resp\w*|owes?|pays?|share|liability|cost|balance|amount)|\bamount you\b|\bwhat you\b|\byou(?:r part)?$|\bpt\.? resp|\byou (?:may )?(?:be )?billed\b|\byour? part\b|\byou pay\b|\bmay be billed\b|\byour$|\bresponsibility\b|^balance$|^(?:patient|member|you|enrollee)$/;
/** On a statement of drugs what was owed has been paid at the counter. */
const PAID_BY_YOU = /\b(?:you|member|patient)(?: have)? paid$/;

/** What was billed, and what the patient owes. A sum over several claims is proved by its last part. */
export function amounts(sheet: Sheet): Candidate[] {
  const { kind } = sheet;
  const found: Candidate[] = [];
  const billed =
    kind === 'medical-record' || kind === 'literature' || kind === 'medical-policy' || kind === 'plan-document'
      ? undefined
      : (besideLabel(sheet, 'billed_amount', 0) ??
        totalsOf(sheet, BILLED_TITLE) ??
        columnSum(sheet, BILLED_TITLE) ??
        besideLabel(sheet, 'billed_amount', 1) ??
        saidBilled(sheet) ??
        besideClaim(sheet) ??
        (kind === 'bill' ? chargesOf(sheet) : undefined));
  if (billed !== undefined) found.push({ field: 'billed_amount', ...billed });
  if (
    [
      'medical-record',
      'literature',
      'medical-policy',
      'plan-document',
      'letter-of-medical-necessity',
      'id-card',
      'authorization-form',
      'prior-authorization',
    ].includes(kind)
  )
    return found;
  if (!['denial-letter', 'eob', 'bill', 'receipt'].includes(kind)) {
    const stated = besideLabel(sheet, 'patient_responsibility', 0);
    return stated === undefined ? found : [...found, { field: 'patient_responsibility', ...stated }];
  }
  const total = totalsOf(sheet, OWED_TITLE);
  const owed =
    (total !== undefined && severalOwed(sheet) ? total : undefined) ??
    besideLabel(sheet, 'patient_responsibility', 0) ??
    total ??
    saidOwed(sheet) ??
    besideLabel(sheet, 'patient_responsibility', 1) ??
    columnSum(sheet, OWED_TITLE) ??
    totalsOf(sheet, PAID_BY_YOU) ??
    nothingOwed(sheet);
  if (owed !== undefined) found.push({ field: 'patient_responsibility', ...owed });
  return found;
}
