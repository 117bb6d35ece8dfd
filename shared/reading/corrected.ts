// A reading with the user's word applied: it wins over what was read and survives every new reading.
import type { Corrections, Reading, ReasonFinding, Verdict } from '../model/finding.ts';

/** Corrections when the user has said nothing. */
export const NO_CORRECTIONS: Corrections = { verdicts: [] };

/** The reading as the user left it: reasons confirmed, dismissed (kept apart) and added; the plan type he set. Pure; the reading itself stays as it is. */
export function corrected(reading: Reading, corrections: Corrections): Reading {
  const verdictOf = (finding: ReasonFinding): Verdict | undefined =>
    corrections.verdicts.find((verdict) => verdict.reason === finding.reason && verdict.verdict !== 'added');
  const dismissed = reading.reasons.filter((finding) => verdictOf(finding)?.verdict === 'dismissed');
  const kept = reading.reasons
    .filter((finding) => !dismissed.includes(finding))
    .map((finding) => (verdictOf(finding) === undefined ? finding : { ...finding, byUser: 'confirmed' as const }));
  const added = corrections.verdicts.flatMap(addedFinding);
  const replaced = new Set(added.map((finding) => finding.reason));
  const reasons = [...kept.filter((finding) => !replaced.has(finding.reason)), ...added].sort(inOrder);
  return {
    ...reading,
    reasons,
    ...(dismissed.length === 0 ? {} : { dismissed }),
    ...(corrections.planType === undefined
      ? {}
      : { fields: { ...reading.fields, plan_type: corrections.planType }, planTypeByUser: true }),
  };
}

/** The corrections with one more verdict; a later word on the same reason replaces an earlier one, `none` takes it back. */
export function withVerdict(
  corrections: Corrections,
  verdict: Omit<Verdict, 'verdict'> & { readonly verdict: Verdict['verdict'] | 'none' },
): Corrections {
  const others = corrections.verdicts.filter((other) => other.reason !== verdict.reason);
  const { verdict: word, ...rest } = verdict;
  return { ...corrections, verdicts: word === 'none' ? others : [...others, { ...rest, verdict: word }] };
}

function addedFinding(verdict: Verdict): ReasonFinding[] {
  if (verdict.verdict !== 'added' || verdict.proof === undefined) return [];
  return [
    { reason: verdict.reason, proof: verdict.proof, confidence: 1, why: ['You added this reason.'], byUser: 'added' },
  ];
}

function inOrder(a: ReasonFinding, b: ReasonFinding): number {
  return a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from;
}
