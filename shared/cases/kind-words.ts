// The kinds of paper in plain words.
import type { DocumentKind } from '../model/vocabulary.ts';

const WORDS: Readonly<Record<DocumentKind, string>> = {
  'denial-letter': 'Denial letter',
  eob: 'Explanation of benefits',
  bill: 'Bill',
  receipt: 'Receipt',
  'medical-record': 'Medical record',
  'letter-of-medical-necessity': 'Letter of medical necessity',
  'prior-authorization': 'Prior authorization',
  'plan-document': 'Plan document',
  'medical-policy': 'Medical policy',
  literature: 'Publication',
  correspondence: 'Correspondence',
  'id-card': 'Member card',
  'authorization-form': 'Signed form',
  other: 'Other paper',
};

/** A kind of paper as a reader would call it, with a capital. */
export function kindInWords(kind: DocumentKind): string {
  return WORDS[kind];
}
