// What is marked on a page: reasons, numbered as in the panel, and fields.
import type { Reading } from '../../../shared/model/finding.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { fieldName } from '../../wording/facts.ts';
import { REASON_NAMES } from '../../wording/reasons.ts';

export interface Mark extends WordRange {
  readonly label: string;
  /** Place of the reason in the list, from zero; missing for a field. */
  readonly reasonIndex?: number;
}

/** The marks of one page, fields first so that reasons lie above them. */
export function marksOf(reading: Reading, pageNumber: number): readonly Mark[] {
  const fields = reading.findings
    .filter(({ proof }) => proof.pageNumber === pageNumber)
    .map((finding) => ({ from: finding.proof.from, to: finding.proof.to, label: fieldName(finding) }));
  const reasons = reading.reasons.flatMap(({ reason, proof }, reasonIndex) =>
    proof.pageNumber === pageNumber
      ? [{ from: proof.from, to: proof.to, label: `Reason ${reasonIndex + 1}: ${REASON_NAMES[reason]}`, reasonIndex }]
      : [],
  );
  return [...fields, ...reasons];
}
