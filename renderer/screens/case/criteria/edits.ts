// The user's word on a criterion, as the whole edit that says it: each change starts from what he said before.
import type { CriterionEdit, CriterionFact, CriterionState } from '../../../../shared/model/criteria.ts';
import type { Source } from '../../../../shared/model/source.ts';

const NOTHING_SAID = { facts: [], rejected: [], note: '', hidden: false, added: false } as const;

/** What the user has said of a criterion so far. */
export function editOf(edits: readonly CriterionEdit[], criterionId: string): CriterionEdit {
  return (
    edits.findLast((edit) => edit.criterionId === criterionId) ?? {
      criterionId,
      ...NOTHING_SAID,
      facts: [],
      rejected: [],
    }
  );
}

/** True when nothing is left of what the user said. */
export function saysNothing({ text, label, state, facts, rejected, note, hidden, added }: CriterionEdit): boolean {
  const isReworded = text !== undefined || label !== undefined || state !== undefined;
  return !isReworded && facts.length === 0 && rejected.length === 0 && note.trim() === '' && !hidden && !added;
}

/** With a state set by hand; without one the app decides again. */
export function withState(
  { state: _before, ...edit }: CriterionEdit,
  state: CriterionState | undefined,
): CriterionEdit {
  return state === undefined ? edit : { ...edit, state };
}

/** With a page linked: once, even when it is linked again with other words of the same start. */
export function withPage(edit: CriterionEdit, source: Source, why: string): CriterionEdit {
  const fact: CriterionFact = { source, why, byUser: true };
  const place = placeOf(source);
  return {
    ...edit,
    facts: [...edit.facts.filter((each) => placeOf(each.source) !== place), fact],
    rejected: edit.rejected.filter((each) => each !== place),
  };
}

/** Without a page: one the user linked is forgotten, one the app found is kept away. */
export function withoutPage(edit: CriterionEdit, { source, byUser }: CriterionFact): CriterionEdit {
  const place = placeOf(source);
  const facts = edit.facts.filter((each) => placeOf(each.source) !== place);
  if (byUser) return { ...edit, facts };
  return { ...edit, facts, rejected: [...new Set([...edit.rejected, place])] };
}

/** `documentId/page/from`, by which a page is known here. */
export function placeOf({ documentId, proof }: Source): string {
  return `${documentId}/${proof.pageNumber}/${proof.from}`;
}

/** The page a hidden criterion was read from, as its id tells; undefined for one the user added. */
export function pageOfId(
  criterionId: string,
): { readonly documentId: string; readonly pageNumber: number } | undefined {
  const match = /^(d_[0-9a-f]+)\/(\d+)\//.exec(criterionId);
  return match === null ? undefined : { documentId: match[1] ?? '', pageNumber: Number(match[2]) };
}
