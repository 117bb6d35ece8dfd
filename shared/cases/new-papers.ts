// Papers that were read after a case last looked for evidence, and may help it: offered, never taken by themselves.
import type { DocumentId, EvidenceId } from '../ids.ts';
import type { Case, Evidence } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Rules } from '../rules/schema.ts';
import { suggestEvidence } from './evidence.ts';

interface Looking {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
  readonly newEvidenceId: () => EvidenceId;
}

/**
 * Suggestions from papers the case has not looked at, best first for each ground; none from papers that already stand at one of its grounds.
 * A case of before it was noted which papers were looked at has no new ones until it looks again.
 */
export function newSuggestions(looking: Looking): readonly Evidence[] {
  const { case: value, documents } = looking;
  if (value.searched === undefined) return [];
  const known = new Set<DocumentId>([...value.searched, ...value.evidence.map(({ documentId }) => documentId)]);
  if (documents.every(({ document }) => known.has(document.id))) return [];
  return suggestEvidence(looking).filter(({ documentId, state }) => state === 'suggested' && !known.has(documentId));
}

/** The case with all papers noted as looked at, and with the new suggestions where they are wanted. What was there stays as it is. */
export function withNewPapers(looking: Looking, isWanted: boolean): Case {
  const { case: value, documents } = looking;
  return {
    ...value,
    evidence: isWanted ? [...value.evidence, ...newSuggestions(looking)] : value.evidence,
    searched: documents.map(({ document }) => document.id),
  };
}
