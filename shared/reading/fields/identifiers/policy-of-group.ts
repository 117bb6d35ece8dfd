// The policy of an employer or a school as the number of the group, where the member has a number of their own.
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { idOf } from './labelled.ts';

/** "Policy  LG-40992", "Policy no. 55-7714". */
const POLICY = [/^[^a-z0-9#]{0,4}(?:your )?(?:group )?policy(?: (?:numbers?|nos?\.?|#))?(?![a-z0-9])/];

/** In parts with four digits and more: "MOL-212" is a policy on what is covered. */
const OF_GROUP = /^(?=(?:\D*\d){4})\w+-[\w-]+$/;

/** The number beside "Policy" on a paper that gives the member's number beside another label: the group's. */
export function policyOfGroup(sheet: Sheet, member: Candidate | undefined): Candidate | undefined {
  if (typeof member?.value !== 'string') return undefined;
  for (const item of labelled(sheet, POLICY)) {
    const id = idOf('group_number', item);
    if (id === undefined || id.value === member.value || !OF_GROUP.test(String(id.value))) continue;
    return { ...id, field: 'group_number', confidence: 0.7, why: 'is the policy, and the member has another number' };
  }
  return undefined;
}
