// Plain names of the facts of a case and the fields of a paper.
import type { Fact, PartyName } from '../../shared/model/case.ts';
import type { FieldFinding, FieldName } from '../../shared/model/finding.ts';
import { isAsPrinted } from '../../shared/reading/fields/as-printed.ts';
import { fieldValue } from './format.ts';
import { LEVEL_NAMES, PLAN_TYPE_NAMES } from './vocabulary.ts';

export const FACT_NAMES: Readonly<Record<PartyName, string>> = {
  memberName: 'Patient or member',
  senderAddress: 'Your address',
  senderPhone: 'Your phone',
  state: 'State you live in',
  memberId: 'Member number',
  groupNumber: 'Group number',
  planName: 'Plan',
  payer: 'Insurer or administrator',
  claimNumbers: 'Claim numbers',
  authorizationNumber: 'Authorization number',
  service: 'Service that was denied',
  provider: 'Provider',
  datesOfService: 'Dates of service',
  billedAmount: 'Amount billed',
  deniedAmount: 'Amount denied',
  letterDate: 'Date of the denial letter',
  criteriaCited: 'Criteria the plan cites',
  appealAddress: 'Where to send the appeal',
  appealFax: 'Fax for the appeal',
  appealPhone: 'Phone for the appeal',
};

/** The facts in the order they are shown, in groups. */
export const FACT_GROUPS: readonly { readonly heading: string; readonly names: readonly PartyName[] }[] = [
  { heading: 'You', names: ['memberName', 'senderAddress', 'state', 'senderPhone'] },
  { heading: 'The plan', names: ['payer', 'planName', 'memberId', 'groupNumber'] },
  {
    heading: 'What was denied',
    names: [
      'service',
      'provider',
      'datesOfService',
      'claimNumbers',
      'authorizationNumber',
      'billedAmount',
      'deniedAmount',
      'letterDate',
      'criteriaCited',
    ],
  },
  { heading: 'Where the appeal goes', names: ['appealAddress', 'appealFax', 'appealPhone'] },
];

const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  letter_date: 'Date',
  member_id: 'Member number',
  member_name: 'Member',
  group_number: 'Group number',
  claim_numbers: 'Claim number',
  authorization_number: 'Authorization number',
  provider: 'Provider',
  payer: 'Insurer or administrator',
  dates_of_service: 'Date of service',
  billed_amount: 'Amount billed',
  patient_responsibility: 'Patient owes',
  codes: 'Code',
  plan_type: 'Plan type',
  appeal_deadline_days: 'Days to appeal',
  appeal_deadline_from: 'Days count from',
  appeal_deadline_date: 'Appeal by',
  appeal_address: 'Appeal address',
  appeal_fax: 'Appeal fax',
  appeal_phone: 'Appeal phone',
  criteria_cited: 'Criteria cited',
  appeal_level: 'Level',
};

const SYSTEM_NAMES = {
  cpt_hcpcs: 'Service code (CPT/HCPCS)',
  icd10: 'Diagnosis code (ICD-10)',
  carc: 'Adjustment reason code (CARC)',
  rarc: 'Remark code (RARC)',
} as const;

/** The name of a field as found on a page. */
export function fieldName(finding: Pick<FieldFinding, 'field' | 'system'>): string {
  return finding.system === undefined ? FIELD_NAMES[finding.field] : SYSTEM_NAMES[finding.system];
}

/** The value of a field in plain words: closed vocabularies by their names, dates and dollars as people write them. */
export function findingValue({ field, value }: Pick<FieldFinding, 'field' | 'value'>): string {
  const names = VALUE_NAMES[field];
  return names?.[value] ?? fieldValue(field, value);
}

const VALUE_NAMES: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
  plan_type: PLAN_TYPE_NAMES,
  appeal_level: LEVEL_NAMES,
  appeal_deadline_from: { receipt: 'the day you received it', 'notice-date': 'the date of the letter' },
};

/** What to say of a value that stands on its scan in other signs; undefined where it is as printed. */
export function misreadInWords(finding: Pick<FieldFinding, 'field' | 'value' | 'proof'>): string | undefined {
  return isAsPrinted(finding, finding.proof.quote)
    ? undefined
    : `The scan was read as “${finding.proof.quote}”: please check.`;
}

/** Facts that are one number, copied from its page. */
const NUMBERS: Partial<Record<PartyName, FieldName>> = {
  memberId: 'member_id',
  groupNumber: 'group_number',
  authorizationNumber: 'authorization_number',
};

/** The same of a fact of a case that was read, not typed. */
export function misreadFact(name: PartyName, { value, source, byUser }: Fact): string | undefined {
  const field = NUMBERS[name];
  if (field === undefined || value === undefined || source === undefined || byUser) return undefined;
  return misreadInWords({ field, value, proof: source.proof });
}
