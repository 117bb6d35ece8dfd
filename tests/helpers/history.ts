// A case with one handmade paper beside its denial, for reading treatments and scores.
import { careHistory } from '../../shared/cases/history/care-history.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { DocumentKind, IsoDate } from '../../shared/model/vocabulary.ts';
import { caseOf, paper, RULES } from './cases.ts';

/** The history of Jane Roe from a denial and a paper of the given kind and day. */
export function historyOf(kind: DocumentKind, text: string, letter_date: IsoDate = '2026-02-20') {
  const fields = { member_name: 'Jane Roe', letter_date };
  const denial: FullDocument = paper(1, 'denial-letter', 'Jane Roe\nWe cannot cover this service.', {
    reasons: { 'medical-necessity': 'cannot cover' },
    fields: { ...fields, letter_date: '2026-03-01' },
  });
  const told = paper(2, kind, kind === 'denial-letter' ? text : `Patient: Jane Roe\n\n${text}`, { fields });
  const documents = [denial, told];
  return { ...careHistory({ case: caseOf(documents), documents, rules: RULES }), told };
}
