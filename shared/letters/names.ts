// How a letter calls a paper.
import { longDate } from '../cases/calendar.ts';
import { kindInWords } from '../cases/kind-words.ts';
import type { FullDocument } from '../model/document.ts';
import type { DocumentKind } from '../model/vocabulary.ts';

/** The plan's own words: they set the standard the other pages meet. */
export const STANDARDS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['plan-document', 'medical-policy']);

/** “The letter of medical necessity of October 6, 2026”; plan papers and publications by their own title when they have one. */
export function nameOf({ document, reading }: FullDocument): string {
  const kind = lowerFirst(kindInWords(document.kind));
  const titled = STANDARDS.has(document.kind) || document.kind === 'literature';
  const title = titled && reading.title !== undefined && reading.title.length <= 120 ? ` “${reading.title}”` : '';
  const date = title === '' && !titled && document.date !== undefined ? ` of ${longDate(document.date)}` : '';
  return `The ${kind}${title}${date}`;
}

/** The words with a small first letter, for the middle of a sentence. */
export function lowerFirst(value: string): string {
  return value.charAt(0).toLowerCase() + value.slice(1);
}
