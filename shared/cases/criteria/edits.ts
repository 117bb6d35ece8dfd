// The user's word on criteria: wording, state, pages linked or taken away, criteria added or hidden. It always wins.
import type { Criterion, CriterionEdit, CriterionFact, CrosswalkRow } from '../../model/criteria.ts';

/** The criteria with the user's wording, without those he hid, and with those he added at the end. */
export function correctedCriteria(read: readonly Criterion[], edits: readonly CriterionEdit[]): Criterion[] {
  const known = read.map((criterion) => reworded(criterion, lastEdit(edits, criterion.id)));
  const added = edits
    .filter((edit) => edit.added && !read.some(({ id }) => id === edit.criterionId))
    .filter((edit) => (edit.text ?? '').trim() !== '' && lastEdit(edits, edit.criterionId) === edit)
    .map(
      (edit): Criterion => ({
        id: edit.criterionId,
        ...(edit.label !== undefined && { label: edit.label }),
        text: edit.text ?? '',
        needs: 'all',
        byUser: true,
      }),
    );
  return [...known, ...added].filter(({ id }) => lastEdit(edits, id)?.hidden !== true);
}

/** What the user said of a criterion, the last word when there are several. */
export function lastEdit(edits: readonly CriterionEdit[], id: string): CriterionEdit | undefined {
  return edits.findLast((edit) => edit.criterionId === id);
}

function reworded(criterion: Criterion, edit: CriterionEdit | undefined): Criterion {
  if (edit?.text === undefined && edit?.label === undefined) return criterion;
  return {
    ...criterion,
    ...(edit.text !== undefined && { text: edit.text }),
    ...(edit.label !== undefined && { label: edit.label }),
    byUser: true,
  };
}

/** A row with the pages the user linked or took away, and the state he set. */
export function correctedRow(row: CrosswalkRow, edit: CriterionEdit | undefined): CrosswalkRow {
  if (edit === undefined) return row;
  const rejected = new Set(edit.rejected);
  const kept = row.facts.filter((fact) => !rejected.has(placeOf(fact)));
  const own = edit.facts.map((fact) => ({ ...fact, byUser: true }));
  const taken = new Set(own.map(placeOf));
  const facts = [...own, ...kept.filter((fact) => !taken.has(placeOf(fact)))];
  if (edit.state !== undefined) return { ...row, facts, state: edit.state, why: 'You said so', byUser: true };
  const fewer = kept.length < row.facts.length;
  if (fewer && facts.length === 0) {
    return { ...row, facts, state: 'not-shown', why: 'You took away the pages that were found', byUser: true };
  }
  if (fewer && row.state === 'met') {
    return { ...row, facts, state: 'unclear', why: `You took away a page. Before: ${row.why}`, byUser: true };
  }
  if (own.length > 0 && row.state === 'not-shown') {
    return { ...row, facts, state: 'unclear', why: 'You linked a page; say whether it settles this', byUser: true };
  }
  return { ...row, facts, byUser: fewer || own.length > 0 || row.byUser };
}

/** `documentId/page/from`, by which a page is taken away. */
function placeOf({ source: { documentId, proof } }: CriterionFact): string {
  return `${documentId}/${proof.pageNumber}/${proof.from}`;
}
