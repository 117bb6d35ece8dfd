// The orders papers can stand in.
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { LibraryOrder, LibraryView } from '../../../shared/model/preferences.ts';
import { KINDS } from '../../wording/vocabulary.ts';

/** What each order is called. */
export const ORDER_WORDS: Readonly<Record<LibraryOrder, string>> = {
  added: 'When added',
  date: 'Date of the paper',
  title: 'Title',
  kind: 'Kind',
  payer: 'Plan or insurer',
};

/** What the two directions of each order mean: the usual one, and the other way round. */
export const DIRECTION_WORDS: Readonly<Record<LibraryOrder, readonly [usual: string, reversed: string]>> = {
  added: ['newest first', 'oldest first'],
  date: ['newest first', 'oldest first'],
  title: ['A to Z', 'Z to A'],
  kind: ['decisions first', 'decisions last'],
  payer: ['A to Z', 'Z to A'],
};

/** One collator for all comparisons: making one for each is what is slow. Numbers in titles count as numbers. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** The papers in an order; those that lack what they are ordered by stand at the end either way. */
export function inOrder(
  documents: readonly DocumentSummary[],
  { order, isReversed }: Pick<LibraryView, 'order' | 'isReversed'>,
): readonly DocumentSummary[] {
  const sign = isReversed ? -1 : 1;
  return documents.toSorted((a, b) => {
    const [left, right] = [KEYS[order](a), KEYS[order](b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || b.sequence - a.sequence;
    const usual =
      typeof left === 'number' || typeof right === 'number' ? Number(left) - Number(right) : compare(left, right);
    return sign * usual || b.sequence - a.sequence;
  });
}

/** What is compared, smallest first. Dates count backwards, so that the newest come first. */
const KEYS: Readonly<Record<LibraryOrder, (document: DocumentSummary) => number | string | undefined>> = {
  added: ({ sequence }) => -sequence,
  date: ({ date }) => (date === undefined ? undefined : -Date.parse(date)),
  title: ({ title }) => title,
  kind: ({ kind }) => KINDS.indexOf(kind),
  payer: ({ payer }) => payer,
};
