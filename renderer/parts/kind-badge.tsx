// The kind of a paper as a small label.
import { Badge } from '@mantine/core';
import { kindInWords } from '../../shared/cases/kind-words.ts';
import type { DocumentKind } from '../../shared/model/vocabulary.ts';

/** The kind in words; the papers a denial comes in stand out. */
export function KindBadge({ kind }: { readonly kind: DocumentKind }) {
  const isDecision = kind === 'denial-letter' || kind === 'eob';
  return <Badge className={isDecision ? 'tag tag-accent' : 'tag'}>{kindInWords(kind)}</Badge>;
}
