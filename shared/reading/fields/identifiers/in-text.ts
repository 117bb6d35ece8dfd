// Identifiers inside running text: behind a label, behind the name of a group, behind the word for an approval.
import { oncePer } from '../../../once-per.ts';
import { matchesIn } from '../../../text/matches.ts';
import { flowOf } from '../../paper.ts';
import type { Pick } from '../collect.ts';
import { linesOutsideRights, textOutsideRights } from '../flows.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { identifierAt } from '../values.ts';
import type { IdField } from './labelled.ts';
import { isBehindNamedGroup, isIdentifier, isMedicareContract } from './shape.ts';

/** "group CTW9", "group FR-03". */
const SHORT_GROUP = /^[A-Z]{2,6}-?\d{1,2}$/;

/** Words between a label and its number: "ID is", "number on file", "your ID, for reference, is". */
const LINK = /^(?: on file)?(?:, for (?:your )?reference,)?(?: (?:is|was))? ?/;

/** The lines that may hold an identifier: it has three digits, and stands on the line of its label. */
const linesOfNumbers = oncePer((sheet: Sheet) =>
  sheet.paper.lines.filter((line, index) => /\d\D*\d\D*\d/.test(line.text) && isOpen(sheet, index)),
);

/** A label inside running text: "Member ID QHA 4471 90362-01, group 70-81542". */
export function inline(
  sheet: Sheet,
  field: IdField,
  ranks: number,
  fits: (value: string) => boolean,
): Pick | undefined {
  for (const pattern of sheet.labels.inText[field].slice(0, ranks)) {
    for (const line of linesOfNumbers(sheet)) {
      for (const hit of matchesIn(line.lower, pattern)) {
        const link = LINK.exec(line.text.slice(hit.index + hit[0].length))?.[0].length ?? 0;
        const at = hit.index + hit[0].length + link;
        const value = identifierAt(line.text.slice(at));
        if (
          value === undefined ||
          (!/\d/.test(value.value.split(' ')[0] ?? '') && !/[-\d]{5}/.test(value.value.replace(/ /g, ''))) ||
          !/^[\s.:#]*$/.test(line.text.slice(at, at + value.from)) ||
          value.value.length < 4 ||
          (value.value.replace(/\D/g, '').length < 3 && !(field === 'group_number' && SHORT_GROUP.test(value.value))) ||
          !fits(value.value) ||
          isMedicareContract(hit[0], value.value) ||
          isIdaho(line.text, hit.index, value.value) ||
          (field === 'group_number' && isBehindNamedGroup(line.text.slice(0, at + value.from))) ||
          (field === 'member_id' && isOfHouse(line.lower.slice(0, hit.index), hit[0], value.value)) ||
          !isIdentifier(line.text.slice(at), value)
        )
          continue;
        return { field, value: value.value, piece: line, from: at + value.from, to: at + value.to };
      }
    }
  }
  return field === 'group_number' ? groupNamed(sheet) : undefined;
}

/** "your member ID is" at the end of a line, "QWB 22 0771 1880." at the beginning of the next. */
export function memberBelow(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  for (const [index, line] of sheet.paper.lines.entries()) {
    const below = sheet.paper.lines[index + 1];
    if (below === undefined || !isOpen(sheet, index) || !MEMBER_AT_END.test(line.lower)) continue;
    const id = identifierAt(below.text);
    if (id === undefined || id.from > 0 || id.value.replace(/\D/g, '').length < 5 || !fits(id.value)) continue;
    if (isIdentifier(below.text, id))
      return { field: 'member_id', value: id.value, piece: below, from: id.from, to: id.to };
  }
  return undefined;
}

/** "your member ID is", "Your ID for all calls is", "with Quay Mutual, policy": the end of a line before a number. */
const MEMBER_AT_END = /\b(?:(?:member|subscriber|enrollee|your|plan) (?:id|number)(?: for [a-z ]{3,16})? is|, policy)$/;

/** Words before "ID" or "certificate" that make it the number of a house. */
const OF_HOUSE = /\b(?:tax|payee|payer|iro|provider|npi|specimen|facility|employer|federal|accession|pay-to) $/;
/** Policies on what is covered, not of a person: "Medical Policy QMP-22". */
const ON_CARE = /\b(?:medical|reimbursement|payment|coverage|clinical|drug|pharmacy|dental) $/;

/** "Tax ID 00-2207718", "PAYEE ID 0022071", "Reimbursement Policy QP-220": numbers of houses and of policies on care. */
function isOfHouse(before: string, label: string, value: string): boolean {
  return (
    OF_HOUSE.test(before) ||
    (label.startsWith('policy') && ON_CARE.test(before) && /^[A-Z]{2,4}[- ]?\d{1,4}$/.test(value))
  );
}

/** "Upper Tarn, ID 83999": the letters of the state before its ZIP code are no label. */
function isIdaho(text: string, at: number, value: string): boolean {
  return /^83\d{3}(?:-\d{4})?$/.test(value) && /\p{L},? $/u.test(text.slice(0, at)) && text.startsWith('ID ', at);
}

/** "Group number 88-30417" where the line ends within the label. */
const GROUP_NUMBER = /\b[Gg]roup (?:contract )?(?:number|no\.|#) ?(?=[A-Z]{0,4}-?\d)/;

/** "group Drumlin Cove Public Schools 8814-02": the employer's name before the number, in a sentence. */
function groupNamed(sheet: Sheet): Pick | undefined {
  const open = sheet.paper.lines.filter((line, index) => isOpen(sheet, index) && !line.running);
  const flow = flowOf(sheet.kind === 'plan-document' ? open : open.slice(0, 40));
  const hit =
    GROUP_NUMBER.exec(flow.text) ??
    /\b[Gg]roup:? (?:(?!(?:PPO|HMO|EPO|POS|Vision|Dental|P\.? ?O\.?|Box|BOX|Suite)\b)\p{Lu}[\p{L}&.'-]*,? ){1,6}(?=\(?[A-Z]{0,4}-?\d{2})/u.exec(
      flow.text,
    );
  if (hit === null) return undefined;
  const at = hit.index + hit[0].length;
  const id = identifierAt(flow.text.slice(at).replace('(', ' '));
  return id === undefined ||
    id.from > 1 ||
    id.value.replace(/\D/g, '').length < 3 ||
    !isIdentifier(flow.text.slice(at), id)
    ? undefined
    : { field: 'group_number', value: id.value, piece: flow, from: at + id.from, to: at + id.to };
}

/** "an approval, ST-11809, was on file", "the authorization on file (A-25-61104)": right behind the word, letters or digits in parts. */
const NAMED_APPROVAL =
  /\b(?<!OMB )(?:[Aa]pproval|[Aa]uthorization|(?:[Pp]re-?)?[Cc]ertification)(?: number| no\.)?(?: on file)?[,:]? \(?(?=(?:[A-Z]{1,5}|\d{1,2})-[A-Z0-9-]*\d{3})/g;

/** "The approval you had, BH-55201,", "an authorization for twelve visits (SG-77120)", "approved in advance under NF-25-7719", "precertified, LV-PC-20071": some words further on. */
const TOLD_APPROVAL =
  /\b(?:[Aa]pprov(?:al|ed)|(?:[Pp]re-?)?[Aa]uthoriz(?:ation|ed)|(?:[Pp]re-?)?[Cc]ertifi(?:cation|ed))\b(?:(?!\b(?:claim|member|appeal|policy|guideline|criteri\w+|group|plan|id|file|rule|section)\b)[^.;?()]){0,60}?(?: \(|,? under (?:number )?|, (?:it was:? )?| as | letter | )(?:(?:PA|cert\.|no\.|number|auth\.?) )?(?=(?:UM \d{1,2}-|[A-Z]{1,5}(?:-[A-Z]{1,5})?-?\d|\d{1,2}-[A-Z]{1,2}-)[A-Z0-9-]*\d{2})(?=(?:UM )?[A-Z0-9]*-)/g;

/** "your appeal arrived on May 4. Its number is GA-25-7719", "Appeal logged, no. HV-AP-7718". */
const NAMED_APPEAL =
  /\b[Aa]ppeal\b(?:[^.;?]{0,60}[.,;] [Ii]ts number is|[^.;?]{0,24},? (?:no\.|number)) (?=[A-Z]{1,5}-[A-Z0-9-]*\d{3})/g;

/** The number of an appeal named in a sentence of a letter that decides nothing. */
export function namedAppeal(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  return sheet.kind === 'correspondence' ? namedBy(sheet, NAMED_APPEAL, fits) : undefined;
}

/** The number of an approval named in a sentence. */
export function namedApproval(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  return namedBy(sheet, NAMED_APPROVAL, fits) ?? namedBy(sheet, TOLD_APPROVAL, fits);
}

function namedBy(sheet: Sheet, words: RegExp, fits: (value: string) => boolean): Pick | undefined {
  const flow = textOutsideRights(sheet);
  for (const hit of matchesIn(flow.text, words)) {
    const at = hit.index + hit[0].length;
    const text = flow.text.slice(at);
    const id = identifierAt(text);
    if (id === undefined || id.from > 0 || id.value.replace(/\D/g, '').length < 4) continue;
    if (fits(id.value) && isIdentifier(text, id))
      return { field: 'authorization_number', value: id.value, piece: flow, from: at, to: at + id.to };
  }
  return undefined;
}

/** "the approval, number PA-778120-25", "it was authorized (auth 4471-0093-25)"; not the number of a government form, "OMB Approval No. 0938-0976". */
export function approvalNumber(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  // In the section on rights numbers are the payer's.
  for (const line of linesOutsideRights(sheet)) {
    for (const hit of matchesIn(
      line.text,
      /(?<!\bOMB )\b(?:authoriz\w*|approv(?:al|ed)|certification|pre-?cert\w*|auth)\b[^.;]{0,40}?[,(]?\s*(?:\b(?:number|no\.|auth(?:orization)?)|#)\s*:?\s*(?=[A-Z]{0,5}[- ]?\d)|\b(?:approval|authorization|certification) (?=[A-Z]{1,5}-?\d{1,4}-\d{3})|\b(?:pre-?)?(?:authorized|approved|certified)\b[^.;()\d]{0,40}\((?=(?:[A-Z]{1,5}-){1,2}\d{3})/gi,
    )) {
      const at = hit.index + hit[0].length;
      const id = identifierAt(line.text.slice(at));
      if (id === undefined || id.from > 0 || id.value.replace(/\D/g, '').length < 4 || !fits(id.value)) continue;
      return { field: 'authorization_number', value: id.value, piece: line, from: at, to: at + id.to };
    }
  }
  // A sentence may go over the end of its line: "had been authorized by us, number AU-552817".
  const flow = textOutsideRights(sheet);
  for (const hit of matchesIn(
    flow.text,
    /\b(?:was|been|were|is|are) (?:pre-?)?(?:authorized|approved|certified)\b(?:[^.;\d]{0,30}[,(] ?(?:(?:under|as|with) )?(?:(?:approval|authorization) )?(?:number|no\.|#)|[^.;()]{0,70},? under (?:number |no\. )?(?=[A-Z]{1,5}(?:-[A-Z]{1,4})?-\d)|[^.;()]{0,60}\((?:reference|ref\.|auth\.?)(?: (?:number|no\.))?) ?(?=[A-Z]{0,5}[- ]?\d)|\b(?:approval|authorization|certification) (?:number|no\.) is:? (?=[A-Z]{0,5}(?:-[A-Z]{1,4})?-?\d)/g,
  )) {
    const at = hit.index + hit[0].length;
    const id = identifierAt(flow.text.slice(at));
    if (id !== undefined && id.from === 0 && id.value.replace(/\D/g, '').length >= 4 && fits(id.value))
      return { field: 'authorization_number', value: id.value, piece: flow, from: at, to: at + id.to };
  }
  return undefined;
}
