// The user's word on reasons: what he says now, and how to take it back.
import type { Client } from '../../../../shared/contract/contract.ts';
import type { Reading, ReasonFinding } from '../../../../shared/model/finding.ts';
import type { ReasonId } from '../../../../shared/model/vocabulary.ts';

/** One call of `judgeReason`, without the paper it is about. */
export type Judgement = Omit<Parameters<Client['documents']['judgeReason']>[0], 'id'>;

/** What the user has said of a reason so far, as the judgement that says it again. */
export function saidOf(reading: Reading, reason: ReasonId): Judgement {
  const given = reading.reasons.find((finding) => finding.reason === reason);
  if (given?.byUser === 'added') return { reason, verdict: 'added', proof: given.proof };
  if (given?.byUser === 'confirmed') return { reason, verdict: 'confirmed' };
  const isDismissed = reading.dismissed?.some((finding) => finding.reason === reason) === true;
  return { reason, verdict: isDismissed ? 'dismissed' : 'none' };
}

/** The judgements that undo a judgement, to be made in this order; `before` is the reading before it was made. */
export function undoOf(before: Reading, { reason, becomes }: Judgement): readonly Judgement[] {
  return becomes === undefined ? [saidOf(before, reason)] : [saidOf(before, becomes), saidOf(before, reason)];
}

/** The judgement that takes a reason off the list: one the user added is forgotten, one the app read is kept as dismissed. */
export function awayWith({ reason, byUser }: ReasonFinding): Judgement {
  return { reason, verdict: byUser === 'added' ? 'none' : 'dismissed' };
}
