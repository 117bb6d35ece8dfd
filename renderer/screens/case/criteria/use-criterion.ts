// Saves what the user says of a criterion, with the way back.
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CriterionEdit } from '../../../../shared/model/criteria.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { editOf, saysNothing } from './edits.ts';

export interface CriterionDesk {
  /** What the user has said so far. */
  readonly edit: CriterionEdit;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Saves; with a message the way back is offered. */
  save(edit: CriterionEdit, message?: string, onDone?: () => void): void;
}

/** The desk of one criterion. */
export function useCriterion(view: CaseView, criterionId: string): CriterionDesk {
  const { id, criteria } = view.case;
  const edit = editOf(criteria, criterionId);
  const change = useCaseChange((client, next: CriterionEdit) =>
    saysNothing(next)
      ? client.record.resetCriterion({ id, criterionId })
      : client.record.editCriterion({ id, edit: next }),
  );
  return {
    edit,
    isBusy: change.isPending,
    error: change.error,
    save: (next, message, onDone) => {
      change.mutate(next, { onSuccess: () => onDone?.() });
      if (message !== undefined)
        offerUndo({ id: `criterion-${criterionId}`, message, undo: () => change.mutate(edit) });
    },
  };
}
