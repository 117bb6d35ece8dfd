// The facts a case starts with: read from the denial, else from other papers of the same claim, else blank.
import type { Fact, PartyName } from '../model/case.ts';
import { PartyName as PartyNames } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { FieldFinding, FieldName } from '../model/finding.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import type { Identity } from './kinship.ts';
import { addresseeBlock, labelledFacts } from './labelled.ts';
import { stateCode, stateName } from './us-states.ts';

const BLANK: Fact = { byUser: false };

const SINGLE: Readonly<Partial<Record<PartyName, FieldName>>> = {
  memberName: 'member_name',
  memberId: 'member_id',
  groupNumber: 'group_number',
  payer: 'payer',
  provider: 'provider',
  authorizationNumber: 'authorization_number',
  letterDate: 'letter_date',
  appealAddress: 'appeal_address',
  appealFax: 'appeal_fax',
  appealPhone: 'appeal_phone',
  criteriaCited: 'criteria_cited',
};
const LISTS: Readonly<Partial<Record<PartyName, FieldName>>> = {
  claimNumbers: 'claim_numbers',
  datesOfService: 'dates_of_service',
};
const AMOUNTS: Readonly<Partial<Record<PartyName, FieldName>>> = { billedAmount: 'billed_amount' };

/** Facts that may come from another paper of the same claim, and the kinds of paper they may come from (in order of trust). */
const FROM_OTHERS: Readonly<Partial<Record<PartyName, readonly DocumentKind[]>>> = {
  memberName: ['eob', 'denial-letter', 'letter-of-medical-necessity', 'bill'],
  memberId: ['eob', 'denial-letter', 'id-card', 'letter-of-medical-necessity'],
  groupNumber: ['eob', 'denial-letter', 'id-card', 'letter-of-medical-necessity'],
  planName: ['eob', 'denial-letter', 'id-card'],
  payer: ['eob', 'denial-letter'],
  service: ['prior-authorization', 'letter-of-medical-necessity'],
  provider: ['eob', 'denial-letter', 'bill'],
  claimNumbers: ['eob'],
  datesOfService: ['eob'],
  billedAmount: ['eob'],
  deniedAmount: ['eob'],
  appealAddress: ['eob', 'denial-letter'],
  appealFax: ['eob', 'denial-letter'],
  appealPhone: ['eob', 'denial-letter'],
  senderAddress: ['eob', 'denial-letter', 'bill'],
  state: ['eob', 'denial-letter', 'bill'],
};

/** All facts of a new case; `kin` are papers that share the member id, a claim or an authorization number with the denial. */
export function readFacts(denial: FullDocument, kin: readonly FullDocument[]): Record<PartyName, Fact> {
  const own = factsOf(denial, undefined);
  const memberName =
    own.memberName?.value ?? kin.find((paper) => paper.reading.fields.member_name)?.reading.fields.member_name;
  const fromDenial = memberName === undefined ? own : { ...own, ...senderOf(denial, memberName) };
  const others = kin.map((paper) => ({ kind: paper.document.kind, facts: factsOf(paper, memberName) }));
  const facts = Object.fromEntries(
    PartyNames.options.map((name) => [name, fromDenial[name] ?? fromOthers(name, others) ?? BLANK]),
  );
  return facts as Record<PartyName, Fact>; // every name of the closed list is set above
}

/** What is known of the person before a case exists. */
export function identityOf(facts: Readonly<Record<PartyName, Fact>>): Identity {
  return {
    memberName: facts.memberName.value,
    memberId: facts.memberId.value,
    groupNumber: facts.groupNumber.value,
    claimNumbers: (facts.claimNumbers.value ?? '')
      .split(/[,;\n]+/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    authorizationNumber: facts.authorizationNumber.value,
  };
}

function fromOthers(
  name: PartyName,
  others: readonly { readonly kind: DocumentKind; readonly facts: Partial<Record<PartyName, Fact>> }[],
): Fact | undefined {
  for (const kind of FROM_OTHERS[name] ?? []) {
    const found = others.find((other) => other.kind === kind && other.facts[name] !== undefined);
    if (found !== undefined) return found.facts[name];
  }
  return undefined;
}

function factsOf(document: FullDocument, memberName: string | undefined): Partial<Record<PartyName, Fact>> {
  const facts: Partial<Record<PartyName, Fact>> = { ...labelledFacts(document) };
  for (const [name, field] of pairs(SINGLE))
    setFact(facts, name, best(document, field), (finding) => String(finding.value));
  for (const [name, field] of pairs(AMOUNTS))
    setFact(facts, name, best(document, field), (finding) => money(finding.value));
  for (const [name, field] of pairs(LISTS)) {
    const all = document.reading.findings.filter((finding) => finding.field === field);
    const values = [...new Set(all.map((finding) => String(finding.value)))];
    setFact(facts, name, all[0], () => values.join(', '));
  }
  function setFact(
    to: typeof facts,
    name: PartyName,
    finding: FieldFinding | undefined,
    say: (finding: FieldFinding) => string,
  ) {
    if (finding === undefined) return;
    to[name] = {
      value: say(finding),
      source: { documentId: document.document.id, proof: finding.proof },
      byUser: false,
    };
  }
  return memberName === undefined ? facts : { ...facts, ...senderOf(document, memberName) };
}

function senderOf(document: FullDocument, memberName: string): { senderAddress?: Fact; state?: Fact } {
  const senderAddress = addresseeBlock(document, memberName);
  if (senderAddress === undefined) return {};
  const code = /\b([A-Z]{2})\.? +\d{5}(?:-\d{4})?$/.exec(senderAddress.value ?? '')?.[1];
  return {
    senderAddress,
    ...(stateCode(code) !== undefined && { state: { ...senderAddress, value: stateName(code) ?? '' } }),
  };
}

/** The finding of a field whose value the reading settled on, else the surest one. */
function best(document: FullDocument, field: FieldName): FieldFinding | undefined {
  const all = document.reading.findings.filter((finding) => finding.field === field);
  const settled = document.reading.fields[field];
  return all.find((finding) => finding.value === settled) ?? [...all].sort((a, b) => b.confidence - a.confidence)[0];
}

function money(value: string | number): string {
  return typeof value === 'number'
    ? `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
    : value;
}

function pairs(map: Readonly<Partial<Record<PartyName, FieldName>>>): [PartyName, FieldName][] {
  return Object.entries(map) as [PartyName, FieldName][]; // the keys are those of the maps above
}
