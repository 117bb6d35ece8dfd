// What is marked on a page: reasons, numbered as in the panel, and fields.

import type { Reading } from '../../../shared/model/finding.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { fieldName } from '../../wording/facts.ts';
import { REASON_NAMES } from '../../wording/reasons.ts';

export interface Mark extends WordRange {
  readonly label: string;
  /** Place of the reason in the list, from zero; missing for a field. */
  readonly reasonIndex?: number;
  readonly isHit?: boolean;
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

/** The words of a page that begin like a word of the search. */
export function hitsOf(page: Page, query: string): readonly Mark[] {
  const wanted = plain(query)
    .split(' ')
    .filter((part) => part.length > 1);
  if (wanted.length === 0) return [];
  return page.words.flatMap((word, index) => {
    const parts = plain(word.text).split(' ');
    const isHit = parts.some((part) => wanted.some((start) => part.startsWith(start)));
    return isHit ? [{ from: index, to: index + 1, label: 'Found by the search', isHit }] : [];
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
