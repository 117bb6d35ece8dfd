// The values a letter may name: facts of the case and values worked out from its papers, each with the pages it was read from.
import { isRealDate, listWords, longDate, longDates } from '../../cases/calendar.ts';
import { formatCents } from '../../cases/money/format.ts';
import { spanWords } from '../../cases/spans.ts';
import type { DocumentId } from '../../ids.ts';
import { PartyName } from '../../model/case.ts';
import type { FieldFinding } from '../../model/finding.ts';
import type { Inline } from '../../model/letter.ts';
import type { Source } from '../../model/source.ts';
import { reasonRule } from '../../rules/lookup.ts';
import { cite } from '../inline.ts';
import { groundsInForce } from '../input.ts';
import { lowerFirst } from '../names.ts';
import { dueSpokenOf } from './due.ts';
import { type CaseForLetters, casePapers } from './input.ts';
import type { SlotName } from './schema.ts';

export type Cite = Extract<Inline, { kind: 'cite' }>;

/** A value in words. Without cites it was typed, or is not about a paper. */
export interface SlotValue {
  readonly text: string;
  readonly cites: readonly Cite[];
  /** The rule the value comes from. */
  readonly law?: {
    readonly citation: string;
    readonly checkedOn: string;
    readonly trust: 'verified' | 'to-be-verified';
  };
}

/** The value of a slot; undefined when nothing tells it. */
export function slotValue(slot: SlotName, input: CaseForLetters): SlotValue | undefined {
  const party = PartyName.safeParse(slot);
  if (party.success) return factValue(party.data, input);
  switch (slot as Exclude<SlotName, PartyName>) {
    case 'today':
      return plain(longDate(input.today));
    case 'codes':
      return fromFindings(codeFindings(input, 'cpt_hcpcs'));
    case 'diagnosis':
      return fromFindings(codeFindings(input, 'icd10'));
    case 'criteriaNames':
      return criteriaNames(input);
    case 'deciders':
      return deciders(input);
    case 'reasonNames':
      return reasonNames(input);
    case 'atStake':
      return atStake(input);
    case 'patientPaid':
      return patientPaid(input);
    case 'balance':
      return balance(input);
    case 'appealSentOn':
      return appealDay(input, 'on');
    case 'appealReceivedOn':
      return appealDay(input, 'receivedOn');
    case 'dueOn':
    case 'dueTime':
    case 'dueRule':
      return dueValue(slot as 'dueOn' | 'dueTime' | 'dueRule', input);
  }
}

/** The cite of a source, each page once. */
export function citesOf(sources: readonly Source[], most = 3): Cite[] {
  const cites = new Map<string, Cite>();
  for (const source of sources) cites.set(`${source.documentId} ${source.proof.pageNumber}`, cite(source) as Cite);
  return [...cites.values()].slice(0, most);
}

function plain(text: string): SlotValue {
  return { text, cites: [] };
}

function factValue(name: PartyName, input: CaseForLetters): SlotValue | undefined {
  const fact = input.case.facts[name];
  const value = fact.value?.trim();
  if (value === undefined || value === '') return undefined;
  return { text: inWords(name, value), cites: fact.source === undefined ? [] : citesOf([fact.source]) };
}

function inWords(name: PartyName, value: string): string {
  if (name === 'letterDate') return isRealDate(value) ? longDate(value) : value;
  if (name === 'datesOfService') return longDates(value.split(/,\s*/));
  return value;
}

/** Code findings of one system: those of the denial, else those of the first paper of the case that has any. */
function codeFindings(input: CaseForLetters, system: FieldFinding['system']): FoundIn[] {
  for (const paper of casePapers(input)) {
    const found = paper.reading.findings.filter((each) => each.field === 'codes' && each.system === system);
    if (found.length > 0) return found.map((finding) => ({ finding, documentId: paper.document.id }));
  }
  return [];
}

interface FoundIn {
  readonly finding: FieldFinding;
  readonly documentId: DocumentId;
}

function fromFindings(found: readonly FoundIn[]): SlotValue | undefined {
  if (found.length === 0) return undefined;
  return {
    text: listWords([...new Set(found.map(({ finding }) => String(finding.value)))]),
    cites: citesOf(found.map(({ finding, documentId }) => ({ documentId, proof: finding.proof }))),
  };
}

function criteriaNames(input: CaseForLetters): SlotValue | undefined {
  const cited = factValue('criteriaCited', input);
  if (cited !== undefined) return cited;
  const denial = input.documents.get(input.case.denialDocumentId);
  const named = denial?.reading.notice?.criteria.slice(0, 4) ?? [];
  if (denial === undefined || named.length === 0) return undefined;
  return {
    text: listWords([...new Set(named.map(({ name }) => name))]),
    cites: citesOf(named.map(({ proof }) => ({ documentId: denial.document.id, proof }))),
  };
}

function deciders(input: CaseForLetters): SlotValue | undefined {
  const denial = input.documents.get(input.case.denialDocumentId);
  const named = denial?.reading.notice?.deciders.slice(0, 4) ?? [];
  if (denial === undefined || named.length === 0) return undefined;
  return {
    text: listWords([...new Set(named.map(({ name, credentials }) => nameWith(name, credentials)))]),
    cites: citesOf(named.map(({ proof }) => ({ documentId: denial.document.id, proof }))),
  };
}

function nameWith(name: string, credentials: string | undefined): string {
  return credentials === undefined || name.includes(credentials) ? name : `${name}, ${credentials}`;
}

function reasonNames(input: CaseForLetters): SlotValue | undefined {
  const grounds = groundsInForce(input);
  if (grounds.length === 0) return undefined;
  return {
    text: grounds.map(({ reason }) => lowerFirst(reasonRule(input.rules, reason).name)).join('; '),
    cites: citesOf(grounds.flatMap(({ source }) => source ?? [])),
  };
}

function atStake(input: CaseForLetters): SlotValue | undefined {
  const amount = input.money?.atStake;
  if (amount === undefined) return factValue('deniedAmount', input);
  return { text: formatCents(amount.cents), cites: citesOf(amount.sources) };
}

function patientPaid(input: CaseForLetters): SlotValue | undefined {
  const paid = input.money?.patientPaid;
  if (paid === undefined || paid.cents === 0) return undefined;
  return { text: formatCents(paid.cents), cites: citesOf(paid.sources) };
}

/** The largest balance a bill asks for. */
function balance(input: CaseForLetters): SlotValue | undefined {
  const balances = [...(input.money?.balances ?? [])].sort((a, b) => b.cents - a.cents);
  const [largest] = balances;
  if (largest === undefined || largest.cents === 0) return undefined;
  return { text: formatCents(largest.cents), cites: citesOf([largest.source]) };
}

/** The day the appeal of this case went out or was received, by the newest submission, with the paper that proves it. */
function appealDay(input: CaseForLetters, what: 'on' | 'receivedOn'): SlotValue | undefined {
  const sent = input.case.submissions.filter((each) => each.what === 'appeal').sort((a, b) => b.on.localeCompare(a.on));
  const day = sent[0]?.[what] ?? (what === 'on' ? input.case.appealSentOn : undefined);
  if (day === undefined) return undefined;
  const proof = sent[0]?.proofDocumentId;
  const shown = proof !== undefined && input.documents.has(proof);
  return { text: longDate(day), cites: shown ? [{ kind: 'cite', documentId: proof, pageNumber: 1 }] : [] };
}

function dueValue(slot: 'dueOn' | 'dueTime' | 'dueRule', input: CaseForLetters): SlotValue | undefined {
  const due = dueSpokenOf(input.planDue);
  if (due === undefined) return undefined;
  const { citation, checkedOn, trust } = due;
  if (slot === 'dueTime') return plain(spanWords(due));
  if (slot === 'dueRule') return { text: citation, cites: [], law: { citation, checkedOn, trust } };
  const day = due.due;
  return day === undefined ? undefined : plain(longDate(day));
}
