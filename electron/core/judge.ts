// The user's word on what was read from a paper, carried on to the cases made from it.
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Case, Ground } from '../../shared/model/case.ts';
import type { Corrections, Proof, Reading } from '../../shared/model/finding.ts';
import type { PlanType, ReasonId } from '../../shared/model/vocabulary.ts';
import { withVerdict } from '../../shared/reading/corrected.ts';
import { quoteOf } from '../../shared/text/quote.ts';
import type { Vault } from '../vault/types.ts';
import { newGroundId } from './new-id.ts';

export interface Judgement {
  readonly reason: ReasonId;
  readonly verdict: 'confirmed' | 'dismissed' | 'added' | 'none';
  readonly proof?: Proof | undefined;
  readonly becomes?: ReasonId | undefined;
}

/**
 * Stores the judgement and lets every case made from the paper follow. An added reason must name words of a page of this paper: its quote is taken
 * from the page, never from the caller. Throws page-not-found, reason-without-words.
 */
export function judge(vault: Vault, id: DocumentId, judgement: Judgement): Reading {
  const { reason, verdict, becomes } = judgement;
  const proof = judgement.proof === undefined ? undefined : wordsOf(vault, id, judgement.proof);
  if (verdict === 'added' && proof === undefined) throw new AppError('reason-without-words');
  const before = vault.documents.reading(id);
  const said = before.reasons.find((finding) => finding.reason === reason)?.proof;
  const apply = (current: Corrections): Corrections => {
    if (becomes === undefined) return withVerdict(current, { reason, verdict, ...(proof && { proof }) });
    const without = withVerdict(current, { reason, verdict: 'dismissed' });
    const at = proof ?? said;
    if (at === undefined) throw new AppError('reason-without-words');
    return withVerdict(without, { reason: becomes, verdict: 'added', proof: at });
  };
  const reading = vault.documents.correct(id, apply);
  for (const value of casesOf(vault, id)) vault.cases.save(followed(value, reading));
  return reading;
}

/** Stores the plan type the user confirmed; cases made from the paper follow. */
export function confirmPlanType(vault: Vault, id: DocumentId, planType: PlanType): Reading {
  const reading = vault.documents.correct(id, (current) => ({ ...current, planType }));
  for (const value of casesOf(vault, id))
    vault.cases.save({ ...value, planType: { ...value.planType, value: planType, byUser: true } });
  return reading;
}

function casesOf(vault: Vault, id: DocumentId): Case[] {
  return vault.cases.list().filter((value) => value.denialDocumentId === id);
}

/** A case whose grounds follow the reading: dismissed and confirmed ones marked, new ones added; answers and evidence stay. */
function followed(value: Case, reading: Reading): Case {
  const given = new Map(reading.reasons.map((finding) => [finding.reason, finding]));
  const dismissed = new Set((reading.dismissed ?? []).map((finding) => finding.reason));
  const grounds = value.grounds.map((ground): Ground => {
    const finding = given.get(ground.reason);
    if (
      dismissed.has(ground.reason) ||
      (finding === undefined && ground.state === 'added' && ground.source !== undefined)
    )
      return { ...ground, state: 'dismissed' };
    if (finding === undefined) return ground;
    return { ...ground, state: finding.byUser ?? (ground.state === 'dismissed' ? 'read' : ground.state) };
  });
  const known = new Set(grounds.map((ground) => ground.reason));
  const last = Math.max(-1, ...grounds.map((ground) => ground.order));
  const fresh = reading.reasons
    .filter((finding) => !known.has(finding.reason))
    .map(
      (finding, index): Ground => ({
        id: newGroundId(),
        reason: finding.reason,
        source: { documentId: value.denialDocumentId, proof: finding.proof },
        state: finding.byUser ?? 'read',
        why: [...finding.why],
        answer: '',
        order: last + 1 + index,
      }),
    );
  return { ...value, grounds: [...grounds, ...fresh] };
}

/** The proof with the page's own words as its quote. */
function wordsOf(vault: Vault, id: DocumentId, proof: Proof): Proof {
  const page = vault.documents.page(id, proof.pageNumber);
  const from = Math.min(proof.from, page.words.length);
  const to = Math.min(proof.to, page.words.length);
  if (from >= to) throw new AppError('reason-without-words');
  return { pageNumber: proof.pageNumber, from, to, quote: quoteOf(page, from, to) };
}
