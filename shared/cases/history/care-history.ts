// The treatments and scores of a case: read from the papers of its person, then corrected and completed by the user.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Score, Treatment } from '../../model/record.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Rules } from '../../rules/schema.ts';
import { relatedPapers } from '../related.ts';
import { mergedTreatments } from './merge.ts';
import { mergedScores } from './merge-scores.ts';
import { readPaper } from './read-paper.ts';

/** Papers that say something of the person's care. Policies, plans and literature never do. */
const TELLING: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'medical-record',
  'letter-of-medical-necessity',
  'correspondence',
  'bill',
  'receipt',
  'eob',
  'prior-authorization',
  'denial-letter',
]);

/**
 * Treatments (in order of time) and scores (by scale, in order of time). What was read names its words; the same thing in several papers stands once.
 * The user's rows replace those with the same id or are added; rows he took out are left out.
 */
export function careHistory(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
}): { treatments: Treatment[]; scores: Score[] } {
  const papers = relatedPapers(input.case, input.documents).filter(({ document }) => TELLING.has(document.kind));
  const read = papers.map((paper) => readPaper(paper, input.rules));
  const { record } = input.case;
  return {
    treatments: edited(
      mergedTreatments(read.flatMap(({ treatments }) => treatments)),
      record.treatments,
      record.hidden,
    ),
    scores: edited(mergedScores(read.flatMap(({ scores }) => scores)), record.scores, record.hidden),
  };
}

/** The rows read, with those of the user in their place or behind them, without those taken out. */
function edited<T extends { readonly id: string }>(
  read: readonly T[],
  typed: readonly T[],
  hidden: readonly string[],
): T[] {
  const changed = new Map(typed.map((row) => [row.id, row]));
  const rows = read.map((row) => changed.get(row.id) ?? row);
  const known = new Set(read.map(({ id }) => id));
  return [...rows, ...typed.filter(({ id }) => !known.has(id))].filter(({ id }) => !hidden.includes(id));
}
