// Rows of money: what was read of a line, what was refused of it, and the words on the page that prove each amount.
import type { FullDocument } from '../../model/document.ts';
import type { MoneyKind, MoneyLine } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import type { Line, Paper } from '../../reading/paper.ts';
import { proseRefusals } from './prose-refusals.ts';
import { type Marks, marksOf } from './refusals.ts';
import type { Read, Role } from './row-kinds.ts';

/** A row of a paper with its amounts. */
export interface MoneyRow {
  readonly lines: readonly MoneyLine[];
  readonly isTotal: boolean;
  readonly claim?: string;
  readonly on?: IsoDate;
  readonly code?: string;
  /** The plan refused it, in part or whole. */
  readonly refused: boolean;
  /** The provider must bear what was refused. */
  readonly providersDuty: boolean;
}

/** A paper while it is read. */
export interface PaperInHand {
  readonly paper: Paper;
  readonly document: FullDocument;
  readonly role: Role;
  /** Claim numbers read of it. */
  readonly known: readonly string[];
}

/** A row as first read; what stands below it is added later. */
export interface Draft {
  readonly line: Line;
  readonly words: string;
  readonly tail: string;
  readonly reads: Read[];
  readonly isTotal: boolean;
  readonly claim: string | undefined;
  readonly on: IsoDate | undefined;
  readonly code: string | undefined;
  readonly below: Line[];
  readonly index: number;
  /** A blank line has come: nothing below belongs to it any more. */
  closed: boolean;
}

/** The row a draft stands for, with what was refused of it; undefined where nothing of it is money of a claim. */
export function rowOf(state: PaperInHand, draft: Draft): MoneyRow | undefined {
  const marks = marksOf(state.paper, draft.line, draft.tail, draft.below);
  const reads = [...draft.reads];
  const refusedRead = draft.isTotal ? undefined : refusedAmount(state.role, reads, marks);
  if (refusedRead !== undefined) reads.push(refusedRead);
  const lines = reads.flatMap((read) => lineOf(state, draft, read) ?? []);
  if (lines.length === 0) return undefined;
  const refused = lines.some((line) => line.kind === 'not-covered' && line.cents > 0);
  const share = reads.find((read) => read.kind === 'patient-share' && read.wholeShare === true);
  return {
    lines,
    isTotal: draft.isTotal,
    ...(draft.claim !== undefined && { claim: draft.claim }),
    ...(draft.on !== undefined && { on: draft.on }),
    ...(draft.code !== undefined && { code: draft.code }),
    refused,
    providersDuty: refused && !draft.isTotal && (marks.providersDuty || share?.amount.cents === 0),
  };
}

/** Where a table has no column for it: what was refused of a row that says so, by what the person is asked to pay, else by the charge. */
function refusedAmount(role: Role, reads: readonly Read[], marks: Marks): Read | undefined {
  if (role === 'provider' || reads.some((read) => read.kind === 'not-covered')) return undefined;
  const cents = (kind: Read['kind']): number | undefined => reads.find((read) => read.kind === kind)?.amount.cents;
  const charge = reads.find((read) => read.kind === 'charge');
  if (charge === undefined || charge.amount.cents === 0 || marks.costShare) return undefined;
  const paid = (cents('plan-payment') ?? 0) > 0 || (cents('allowed') ?? 0) > 0;
  const shared = (['copay', 'deductible', 'coinsurance'] as const).some((kind) => (cents(kind) ?? 0) > 0);
  const unpaid = cents('plan-payment') === 0 && !shared && marks.noted;
  if (paid || !(marks.word || unpaid)) return undefined;
  const share = reads.find((read) => read.kind === 'patient-share' && read.amount.cents > 0);
  return { ...(share ?? charge), kind: 'not-covered', total: false, derived: true };
}

function lineOf(state: PaperInHand, draft: Draft, read: Read): MoneyLine | undefined {
  if (read.kind === 'allowed') return undefined;
  const { proof, cents } = read.amount;
  const total = draft.isTotal || read.total === true;
  return {
    id: `${state.document.document.id}/${proof.pageNumber}/${proof.from}${read.derived === true ? '/refused' : ''}`,
    kind: read.kind as MoneyKind,
    cents,
    ...(draft.on !== undefined && !total && { on: draft.on }),
    ...(draft.claim !== undefined && { claim: draft.claim }),
    ...(draft.code !== undefined && !total && { code: draft.code }),
    label: labelOf(read.label !== '' && draft.code === undefined ? read.label : draft.words, read.label),
    isTotal: total,
    documentId: state.document.document.id,
    source: { documentId: state.document.document.id, proof },
  };
}

/** A row's words without its number, its day and the name of the amount. */
function labelOf(words: string, own: string): string {
  const plain = words
    .replace(/[|¦]|[.·…_]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = own !== '' && plain !== own && plain.endsWith(own) ? plain.slice(0, -own.length) : plain;
  return (
    cut
      .replace(
        /^(?:[-\d]{1,3} )?(?:(?:- ?|to |thru )?(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\p{L}{3,9}\.? \d{1,2}, \d{4})\s+(?=\S)){1,2}/u,
        '',
      )
      .replace(/[\s:$(-]+$/, '')
      .trim() || 'Total'
  );
}

/** What a letter says in sentences that it does not pay, where no label or table gives it. */
export function saidRefused(state: PaperInHand, rows: readonly MoneyRow[]): MoneyRow[] {
  if (rows.some((row) => row.refused)) return [];
  return proseRefusals(state.paper).map((said) => ({
    lines: [
      {
        id: `${state.document.document.id}/${said.proof.pageNumber}/${said.proof.from}`,
        kind: 'not-covered',
        cents: said.cents,
        ...(state.known.length === 1 && { claim: state.known[0]! }),
        label: said.label,
        isTotal: true,
        documentId: state.document.document.id,
        source: { documentId: state.document.document.id, proof: said.proof },
      },
    ],
    isTotal: true,
    refused: true,
    providersDuty: false,
  }));
}
