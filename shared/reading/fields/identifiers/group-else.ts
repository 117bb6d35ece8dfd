// The number of the group where no label of a group gives it: a few signs behind the word, an account or a policy, the number behind the insurance.
import type { Cell } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { idOf } from './labelled.ts';
import { isOfHolder } from './member-id.ts';

/** "Group  36-OTT", "group VS-7", "Group 620 |", "Group 900 (Local 88)": few signs with a digit, and nothing of a sentence behind them. */
const SHORT =
  /(?<![\p{L}-])(?:[Gg]roup|GROUP|G(?:rp|RP)\.?)(?: (?:no\.?|number|#))?:?\s+((?:[A-Z]{1,6}-\d{1,3}|[A-Z]{2,6}\d{1,2}|\d{1,3}-[A-Z]{1,6}|\d[A-Z]{2}|\d{3}))(?=\s*(?:$|[,;()|·]|\s{2}))/u;
/** "Policy  LG-40992", "Policy no. 55-7714". */
const POLICY = [/^[^a-z0-9#]{0,4}(?:your )?(?:group )?policy(?: (?:numbers?|nos?\.?|#))?(?![a-z0-9])/];
/** "Account  0650028", "Employer account  A-7702". */
const ACCOUNT = [/^[^a-z0-9#]{0,4}(?:employer )?account(?: (?:numbers?|nos?\.?|#))?(?![a-z0-9])/];
/** Papers of those who treat or bill: they name the insurance on a line. */
const NAMES_INSURANCE: ReadonlySet<string> = new Set(['bill', 'receipt', 'medical-record']);
/** In parts with four digits and more, no span of years: "MOL-212" is a policy on what is covered, "2025-26" a year at school. */
const OF_GROUP = /^(?!20\d\d-\d\d$)(?!IND\b)(?=(?:\D*\d){4})\w+-[\w-]+$/;

/** "Insurance   Tarn Mutual / 61-40882": digits in two parts behind a stroke; a member's number is longer or has letters. */
const BEHIND_STROKE = /^(?:(?:[Pp]rimary )?[Ii]nsurance:? +)?\p{Lu}[\p{L}&'. -]{2,40} \/ (\d{2,3}-\d{4,6})$/u;

/** The number of the group that no label of a group gives. */
export function groupElse(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  return (
    numberOfName(sheet, member) ??
    shortGroup(sheet) ??
    policyOfGroup(sheet, member) ??
    policyOfHolder(sheet) ??
    accountOfGroup(sheet, member) ??
    behindInsurance(sheet, member)
  );
}

/** "(no. 22-0718)", "no. 220-7180", "(QT-2207)", "/ no. 22-0718": a number set off from a name. */
const SET_OFF = /^(?:\/ ?|\()?(?:no\.? ?|# ?)?((?:[A-Z]{1,4}-)?\d[\d-]{2,}(?:-[A-Z])?)\)?$/;
/** The employer's plan by its name, with the number behind it: "Employer plan: Tallow Quay Works (no. 7120)". */
const EMPLOYER = /^\W*(?:employer(?:'s)? plan|employer|policyholder)\b:?\s.*?(?:\(|, )no\. (\d[\w-]{2,})\)?$/i;

/** The number behind the name of the group, in a cell of its own, or behind the employer's. */
function numberOfName(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  const why = 'stands behind the name of the group';
  const pick = (piece: Cell, value: string): Candidate | undefined =>
    value === member?.value
      ? undefined
      : {
          field: 'group_number',
          value,
          piece,
          from: piece.text.lastIndexOf(value),
          to: piece.text.lastIndexOf(value) + value.length,
          confidence: 0.7,
          why,
        };
  for (const item of labelled(sheet, sheet.labels.byField.group_number.slice(0, 2))) {
    const cells = sheet.grid[item.line] ?? [];
    const next = item.tie === 'below' ? undefined : cells[cells.indexOf(item.piece) + 1];
    const value = next === undefined || !/^[(/]|^no\./.test(next.text) ? undefined : SET_OFF.exec(next.text)?.[1];
    if (next !== undefined && value !== undefined) return pick(next, value);
  }
  for (const [index, cells] of sheet.grid.entries()) {
    if (!isOpen(sheet, index)) continue;
    for (const cell of cells) {
      const value = EMPLOYER.exec(cell.text)?.[1];
      if (value !== undefined) return pick(cell, value);
    }
  }
  return undefined;
}

/** The certificate of a group: "Policyholder  Quay Grain Cooperative" and "Policy number  Q-22071". */
function policyOfHolder(sheet: Sheet): Candidate | undefined {
  const isOfGroup = sheet.paper.lines.slice(0, 20).some((line) => /^\W*(?:group )?policyholder\b/.test(line.lower));
  if (sheet.kind !== 'plan-document' || !isOfGroup || isOfHolder(sheet)) return undefined;
  for (const item of labelled(sheet, POLICY)) {
    const id = idOf('group_number', item);
    if (id === undefined || !/^(?=(?:\D*\d){4})\w+(?:-\w+)+$/.test(String(id.value))) continue;
    return { ...id, field: 'group_number', confidence: 0.7, why: 'is the policy of a group' };
  }
  return undefined;
}

function shortGroup(sheet: Sheet): Candidate | undefined {
  if (sheet.kind === 'plan-document') return undefined;
  for (const [index, line] of sheet.paper.lines.entries()) {
    if (!isOpen(sheet, index) || sheet.zones[index] === 'legend') continue;
    const hit = SHORT.exec(line.text);
    const value = hit?.[1];
    if (hit === null || value === undefined) continue;
    const from = hit.index + hit[0].length - value.length;
    const why = 'stands behind the word for a group';
    return { field: 'group_number', value, piece: line, from, to: from + value.length, confidence: 0.7, why };
  }
  return undefined;
}

/** The number beside "Policy" on a paper that gives the member's number beside another label: the group's. */
function policyOfGroup(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  return beside(sheet, member, POLICY, OF_GROUP, 'is the policy, and the member has another number');
}

/** The number beside "Account" on a paper of the payer: the employer's. */
function accountOfGroup(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  return sheet.kind === 'denial-letter' || sheet.kind === 'eob'
    ? beside(sheet, member, ACCOUNT, /^(?=(?:\D*\d){4})[\w-]+$/, 'is the account, and the member has another number')
    : undefined;
}

/** The number behind the name of the insurance on a paper of somebody else. */
function behindInsurance(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  if (!NAMES_INSURANCE.has(sheet.kind)) return undefined;
  for (const [index, cells] of sheet.grid.entries()) {
    if (!isOpen(sheet, index) || !/^(?:primary )?insurance\b/.test(cells[0]?.lower ?? '')) continue;
    for (const piece of cells.slice(0, 2)) {
      const value = BEHIND_STROKE.exec(piece.text)?.[1];
      if (value === undefined || value === member?.value) continue;
      const to = piece.text.length;
      const why = 'stands behind the name of the insurance';
      return { field: 'group_number', value, piece, from: to - value.length, to, confidence: 0.6, why };
    }
  }
  return undefined;
}

function beside(
  sheet: Sheet,
  member: Candidate | undefined,
  labels: readonly RegExp[],
  shape: RegExp,
  why: string,
): Candidate | undefined {
  if (typeof member?.value !== 'string') return undefined;
  for (const item of labelled(sheet, labels)) {
    const id = idOf('group_number', item);
    if (id === undefined || id.value === member.value || !shape.test(String(id.value))) continue;
    return { ...id, field: 'group_number', confidence: 0.7, why };
  }
  return undefined;
}
