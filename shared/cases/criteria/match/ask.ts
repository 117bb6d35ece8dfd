// What the matchers look at: the words of a criterion, the treatments and scores of the case, the pages that may prove it.
import type { Case } from '../../../model/case.ts';
import type { CriterionFact, CriterionState } from '../../../model/criteria.ts';
import type { FullDocument } from '../../../model/document.ts';
import type { Score, Treatment } from '../../../model/record.ts';
import type { Source } from '../../../model/source.ts';
import type { DocumentKind } from '../../../model/vocabulary.ts';
import { evidencePages, type PreparedPage, rarity } from '../../evidence-pages.ts';
import { proofOf } from '../../page-text.ts';

export interface CaseAtHand {
  readonly treatments: readonly Treatment[];
  readonly scores: readonly Score[];
  /** Pages about the person: records, letters, approvals, receipts. */
  readonly pages: readonly PreparedPage[];
  readonly denial: FullDocument | undefined;
  readonly rare: (stem: string) => number;
  /** The first and last day of the denied care; missing when it was not given or the days are not known. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  /** The day the criteria are measured at: the first day of the care, else the day of the letter. */
  readonly day: string | undefined;
}

/** What a matcher found for its part of a criterion. */
export interface Part {
  readonly state: CriterionState;
  readonly facts: readonly CriterionFact[];
  readonly why: string;
  /** Words of the criterion that this part deals with. */
  readonly covers: RegExp;
}

/** Answers a part of a criterion; undefined when the criterion does not ask for it. */
export type Matcher = (text: string, at: CaseAtHand) => Part | undefined;

const PERSONAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'medical-record',
  'letter-of-medical-necessity',
  'prior-authorization',
  'receipt',
]);

/** Gathers what the matchers look at, once for all criteria. */
export function caseAtHand(
  value: Case,
  documents: readonly FullDocument[],
  record: { readonly treatments: readonly Treatment[]; readonly scores: readonly Score[] },
): CaseAtHand {
  const pages = evidencePages(value, documents);
  const days = (value.facts.datesOfService.value ?? '').match(/\d{4}-\d{2}-\d{2}/g)?.sort() ?? [];
  return {
    treatments: record.treatments,
    scores: record.scores,
    pages: pages.filter((page) => PERSONAL.has(page.document.document.kind)),
    denial: documents.find(({ document }) => document.id === value.denialDocumentId),
    rare: rarity(pages),
    firstDay: days[0],
    lastDay: days.at(-1),
    day: days[0] ?? /\d{4}-\d{2}-\d{2}/.exec(value.facts.letterDate.value ?? '')?.[0],
  };
}

/** Words of a page as a source. */
export function sourceAt(page: PreparedPage, span: { readonly from: number; readonly to: number }): Source {
  return { documentId: page.document.document.id, proof: proofOf(page.page, span) };
}

const LONGEST_WHY = 500;

/** A page that speaks of a criterion. */
export function factOf(source: Source, why: string): CriterionFact {
  return { source, why: why.length > LONGEST_WHY ? `${why.slice(0, LONGEST_WHY - 1)}…` : why, byUser: false };
}

/** Facts for rows that stand on a page; rows the user typed have none. */
export function factsOf<T extends { readonly source?: Source | undefined }>(
  rows: readonly T[],
  why: (row: T) => string,
): CriterionFact[] {
  return rows.flatMap((row) => (row.source === undefined ? [] : [factOf(row.source, why(row))]));
}
