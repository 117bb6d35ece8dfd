// Identifiers of a paper: of the member, the group, the claims, the request or case.

import type { Candidate, Pick } from '../collect.ts';
import { labelled } from '../labels.ts';
import { isLogOfCalls } from '../log.ts';
import type { Sheet } from '../sheet.ts';
import { claimNumbers } from './claim-numbers.ts';
import { groupElse } from './group-else.ts';
import { numberAlone, numberOfHead } from './head-numbers.ts';
import { approvalNumber, inline, memberBelow, namedAppeal, namedApproval } from './in-text.ts';
import { type IdField, idOf } from './labelled.ts';
import {
  beforeGroup,
  behindName,
  besideName,
  insuranceLine,
  isNamedElse,
  isOfChart,
  isOfHolder,
  isOfSeveral,
} from './member-id.ts';
import { isNoGroup } from './shape.ts';
import { caseOfLog, givenNumber } from './told-numbers.ts';

/** Identifiers with a label beside them. */
export function identifierCandidates(sheet: Sheet): Candidate[] {
  if (['medical-policy', 'literature'].includes(sheet.kind)) return [];
  // The document of a plan is nobody's own.
  const member =
    (sheet.kind === 'plan-document' && !isOfHolder(sheet)) || isOfSeveral(sheet)
      ? undefined
      : (oneOf(sheet, 'member_id', (value) => !isOfChart(sheet, value)) ?? unlabelledMember(sheet));
  const claims = claimNumbers(sheet);
  const taken = new Set([member?.value, ...claims.map((claim) => claim.value)]);
  const found = [
    member,
    oneOf(sheet, 'group_number', (value) => value !== member?.value && !isNoGroup(value)) ?? groupElse(sheet, member),
    // On a receipt "auth" is the card's.
    sheet.kind === 'receipt' ? undefined : oneOf(sheet, 'authorization_number', (value) => !taken.has(value)),
  ].flatMap((item) => item ?? []);
  return [...found, ...claims];
}

/** A member's number that no label names. */
function unlabelledMember(sheet: Sheet): Candidate | undefined {
  return [besideName, insuranceLine, behindName, beforeGroup]
    .flatMap((find) => find(sheet) ?? [])
    .find(({ value }) => !isOfChart(sheet, String(value)) && !isNamedElse(sheet, String(value)));
}

/** In a log of calls a reference is that of one call, on a bill that of the account, as is a collector's file. */
const OF_OTHERS = /^(?:call )?ref|^(?:our |your )?file/;

function oneOf(sheet: Sheet, field: IdField, fits: (value: string) => boolean = () => true): Candidate | undefined {
  if (field === 'authorization_number') return caseNumber(sheet, fits);
  const items = labelledIds(sheet, field, fits);
  const hit =
    items.find((item) => item.rank === 0)?.id ??
    items[0]?.id ??
    inline(sheet, field, sheet.labels.byField[field].length, fits) ??
    (field === 'member_id' ? memberBelow(sheet, fits) : undefined);
  return hit === undefined ? undefined : { ...hit, field, confidence: 0.92, why: 'stands beside its label' };
}

/** The identifiers beside the labels of a field, the best label first. */
function labelledIds(
  sheet: Sheet,
  field: IdField,
  fits: (value: string) => boolean,
): ReadonlyArray<{ id: Pick; rank: number; label: string }> {
  return labelled(sheet, sheet.labels.byField[field]).flatMap((item) => {
    const id = idOf(field, item);
    if (id === undefined || !fits(String(id.value)) || isOfPharmacy(sheet, item.line, String(id.value))) return [];
    return [{ id, rank: item.rank, label: item.label }];
  });
}

/** "BIN 004999  PCN STAR  GRP STQ": a few letters for pharmacies, not the group. */
function isOfPharmacy(sheet: Sheet, line: number, value: string): boolean {
  return /^[A-Z]{2,4}$/.test(value) && /\b(?:bin|pcn)\b/.test(sheet.paper.lines[line]?.lower ?? '');
}

/** Digits that the number of a request or case has at least: "L4-5" is a place in the spine. */
const CASE_DIGITS = 4;

/** The number of the request or case. An approval's own number counts before an appeal's, also where only a sentence gives it. */
function caseNumber(sheet: Sheet, isFree: (value: string) => boolean): Candidate | undefined {
  const field = 'authorization_number';
  const fits = (value: string): boolean => isFree(value) && value.replace(/\D/g, '').length >= CASE_DIGITS;
  const isLog = isLogOfCalls(sheet.paper);
  const ofLog = isLog ? caseOfLog(sheet, fits) : undefined;
  if (ofLog !== undefined) return { ...ofLog, field, confidence: 0.85, why: 'heads the notes of calls' };
  const isOthers = isLog || sheet.kind === 'bill';
  const items = labelledIds(sheet, field, fits).filter(({ label }) => !(isOthers && OF_OTHERS.test(label)));
  // The request that a letter refuses, before what it says was approved instead.
  const refused = sheet.kind === 'denial-letter' ? items.find(({ rank }) => rank === 1) : undefined;
  const hit =
    items.find(({ rank }) => rank === 0)?.id ??
    refused?.id ??
    approvalNumber(sheet, fits) ??
    inline(sheet, field, 1, fits) ??
    items[0]?.id ??
    namedApproval(sheet, fits) ??
    inline(sheet, field, isOthers ? 1 : 2, fits) ??
    numberOfHead(sheet, fits) ??
    namedAppeal(sheet, fits) ??
    givenNumber(sheet, fits) ??
    numberAlone(sheet, fits);
  return hit === undefined ? undefined : { ...hit, field, confidence: 0.92, why: 'stands beside its label' };
}
