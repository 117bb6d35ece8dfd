// Identifiers of a paper: of the member, the group, the claims, the request or case.

import type { Candidate, Pick } from '../collect.ts';
import { labelled } from '../labels.ts';
import { isLogOfCalls } from '../log.ts';
import type { Sheet } from '../sheet.ts';
import { claimNumbers } from './claim-numbers.ts';
import { groupElse } from './group-else.ts';
import { approvalNumber, inline, namedAppeal, namedApproval } from './in-text.ts';
import { type IdField, idOf } from './labelled.ts';
import { behindName, besideName, insuranceLine, isNamedElse, isOfChart, isOfHolder, isOfSeveral } from './member-id.ts';
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
    oneOf(sheet, 'group_number', (value) => value !== member?.value) ?? groupElse(sheet, member),
    // On a receipt "auth" is the card's.
    sheet.kind === 'receipt' ? undefined : oneOf(sheet, 'authorization_number', (value) => !taken.has(value)),
  ].flatMap((item) => item ?? []);
  return [...found, ...claims];
}

/** A member's number that no label names. */
function unlabelledMember(sheet: Sheet): Candidate | undefined {
  return [besideName, insuranceLine, behindName]
    .flatMap((find) => find(sheet) ?? [])
    .find(({ value }) => !isOfChart(sheet, String(value)) && !isNamedElse(sheet, String(value)));
}

/** In a log of calls a reference is that of one call, on a bill that of the account, as is a collector's file. */
const OF_OTHERS = /^(?:call )?ref|^(?:our |your )?file/;

function oneOf(sheet: Sheet, field: IdField, fits: (value: string) => boolean = () => true): Candidate | undefined {
  const patterns = sheet.labels.byField[field];
  const isLog = field === 'authorization_number' && isLogOfCalls(sheet.paper);
  const isOthers = isLog || (field === 'authorization_number' && sheet.kind === 'bill');
  const ofLog = isLog ? caseOfLog(sheet, fits) : undefined;
  if (ofLog !== undefined) return { ...ofLog, field, confidence: 0.85, why: 'heads the notes of calls' };
  const items = labelled(sheet, patterns).flatMap((item) => {
    const id = idOf(field, item);
    if (id === undefined || !fits(String(id.value)) || (isOthers && OF_OTHERS.test(item.label))) return [];
    return [{ id, rank: item.rank }];
  });
  // The first rank of a request is an approval's own number: it is looked for in sentences, too, before a mere case number counts.
  const sure = field === 'authorization_number' ? 1 : patterns.length;
  const inText = (ranks: number): Pick | undefined => inline(sheet, field, isOthers ? Math.min(1, ranks) : ranks, fits);
  const hit =
    items.find((item) => item.rank === 0)?.id ??
    (field === 'authorization_number' ? (approvalNumber(sheet, fits) ?? inText(1)) : undefined) ??
    items[0]?.id ??
    (field === 'authorization_number' ? namedApproval(sheet, fits) : undefined) ??
    inText(field === 'authorization_number' ? 2 : sure) ??
    (field === 'authorization_number' ? (namedAppeal(sheet, fits) ?? givenNumber(sheet, fits)) : undefined);
  return hit === undefined ? undefined : { ...hit, field, confidence: 0.92, why: 'stands beside its label' };
}
