// The papers of a case: about its person, or about nobody in particular (plan, policy, literature).
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import { oncePerPair } from '../once-per.ts';
import { identityOf } from './facts.ts';
import { kinship, mayServe } from './kinship.ts';

/**
 * The denial first, then every paper that may serve its person, in the order of import. Papers of other people are left out. Found once for a case and
 * its papers: one look at a case asks many times.
 */
export const relatedPapers: (value: Case, documents: readonly FullDocument[]) => readonly FullDocument[] =
  oncePerPair(findRelated);

function findRelated(value: Case, documents: readonly FullDocument[]): FullDocument[] {
  const identity = identityOf(value.facts);
  const denial = documents.filter(({ document }) => document.id === value.denialDocumentId);
  const others = documents.filter(
    (paper) => paper.document.id !== value.denialDocumentId && mayServe(kinship(identity, paper), paper.document.kind),
  );
  return [...denial, ...others];
}
