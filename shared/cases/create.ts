// Makes a case from a denial: parties, plan, level, grounds and first suggestions, each with the page it was read from.
import { AppError } from '../errors.ts';
import type { CaseId, DocumentId, EvidenceId, GroundId } from '../ids.ts';
import type { Case, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { ReasonFinding } from '../model/finding.ts';
import { FIRST_SETUP } from '../model/packet-setup.ts';
import type { DocumentKind, IsoDate } from '../model/vocabulary.ts';
import type { Rules } from '../rules/schema.ts';
import { isRealDate, longDate } from './calendar.ts';
import { suggestEvidence } from './evidence.ts';
import { identityOf, readFacts } from './facts.ts';
import { compact, kinship } from './kinship.ts';

/**
 * A new case for `denial`. `others` are all other papers; those that share a number with the denial fill what it does not state, and
 * statements and bills of the denied claims are attached.
 * Throws AppError('not-a-denial') when the paper gives no reason and is neither a denial letter nor an explanation of benefits.
 */
export function createCase(input: {
  readonly id: CaseId;
  readonly sequence: number;
  readonly today: IsoDate;
  readonly denial: FullDocument;
  readonly others: readonly FullDocument[];
  readonly rules: Rules;
  readonly newGroundId: () => GroundId;
  readonly newEvidenceId: () => EvidenceId;
}): Case {
  const { denial, rules } = input;
  const { kind } = denial.document;
  if (denial.reading.reasons.length === 0 && kind !== 'denial-letter' && kind !== 'eob')
    throw new AppError('not-a-denial');

  const others = input.others.filter((paper) => paper.document.id !== denial.document.id);
  const alone = identityOf(readFacts(denial, []));
  const facts = readFacts(
    denial,
    others.filter((paper) => kinship(alone, paper) === 'same-claim'),
  );
  const bare: Case = {
    id: input.id,
    title: titleOf(facts.payer.value, facts.letterDate.value, denial),
    denialDocumentId: denial.document.id,
    planType: planTypeOf(denial, others, identityOf(facts)),
    level: denial.reading.fields.appeal_level ?? 'initial-denial',
    facts,
    grounds: groundsOf(denial, input.newGroundId),
    evidence: [],
    attachments: claimPapers(others, identityOf(facts).claimNumbers),
    createdOn: input.today,
    sequence: input.sequence,
    ...NOTHING_YET,
  };
  const evidence = suggestEvidence({
    case: bare,
    documents: [denial, ...others],
    rules,
    newEvidenceId: input.newEvidenceId,
  });
  return { ...bare, evidence, searched: [denial, ...others].map(({ document }) => document.id) };
}

/** What only the user can add. */
export const NOTHING_YET = {
  status: 'preparing',
  gapMarks: [],
  criteria: [],
  record: { treatments: [], scores: [], hidden: [] },
  diary: [],
  tasks: [],
  money: [],
  letters: [],
  submissions: [],
  allowedPages: [],
  packetParts: [],
  packet: FIRST_SETUP,
  redactions: [],
  reviewNotes: [],
} satisfies Partial<Case>;

function titleOf(payer: string | undefined, letterDate: string | undefined, denial: FullDocument): string {
  const date = isRealDate(letterDate) ? longDate(letterDate) : undefined;
  const parts = [payer ?? denial.document.title, date].filter((part) => part !== undefined);
  return parts.join(', ').slice(0, 200);
}

const CLAIM_PAPERS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['eob', 'bill', 'receipt']);

/** Statements and bills of the very claims that were denied belong in the packet, whether or not a ground needs them. */
function claimPapers(others: readonly FullDocument[], claimNumbers: readonly string[]): DocumentId[] {
  const own = new Set(claimNumbers.map(compact));
  return others
    .filter((paper) => CLAIM_PAPERS.has(paper.document.kind))
    .filter((paper) => paper.reading.fields.claim_numbers?.some((number) => own.has(compact(number))))
    .map((paper) => paper.document.id);
}

/** The plan type the denial states, else one that a paper of the same claim or group states. */
function planTypeOf(
  denial: FullDocument,
  others: readonly FullDocument[],
  identity: Parameters<typeof kinship>[0],
): Case['planType'] {
  const related = others.filter((paper) => ['same-claim', 'same-group'].includes(kinship(identity, paper)));
  for (const paper of [denial, ...related]) {
    const value = paper.reading.fields.plan_type;
    if (value === undefined || value === 'unknown') continue;
    const finding = paper.reading.findings.find((each) => each.field === 'plan_type' && each.value === value);
    return {
      value,
      ...(finding && { source: { documentId: paper.document.id, proof: finding.proof } }),
      byUser: paper === denial && paper.reading.planTypeByUser === true,
    };
  }
  return { value: 'unknown', byUser: false };
}

/** One ground per reason, with its surest proof, in the order the paper gives them. */
function groundsOf(denial: FullDocument, newGroundId: () => GroundId): Ground[] {
  const byReason = new Map<string, ReasonFinding>();
  for (const finding of denial.reading.reasons) {
    const known = byReason.get(finding.reason);
    if (known === undefined || finding.confidence > known.confidence) byReason.set(finding.reason, finding);
  }
  return [...byReason.values()]
    .sort((a, b) => a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from)
    .map((finding, order) => ({
      id: newGroundId(),
      reason: finding.reason,
      source: { documentId: denial.document.id, proof: finding.proof },
      state: finding.byUser ?? 'read',
      why: [...finding.why],
      answer: '',
      order,
    }));
}
