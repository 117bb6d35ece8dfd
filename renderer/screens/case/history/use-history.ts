// Changes to the rows of the history, each with the way back.
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Score, Treatment } from '../../../../shared/model/record.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { isOwn, type Row, wordOfUser } from './rows.ts';

export interface HistoryDesk {
  readonly isBusy: boolean;
  readonly error: unknown;
  saveTreatment(treatment: Treatment, onDone: () => void): void;
  saveScore(score: Score, onDone: () => void): void;
  /** Takes a row out; `name` is what the notice calls it. */
  takeOut(row: Row, name: string): void;
  bringBack(rowId: string): void;
  /** Makes a corrected row say again what the page says. */
  reset(row: Row, name: string): void;
  /** Whether the user changed a row that was read. */
  isCorrected(rowId: string): boolean;
}

type Change =
  | { readonly do: 'save'; readonly row: Row }
  | { readonly do: 'hide'; readonly rowId: string; readonly hidden: boolean }
  | { readonly do: 'reset'; readonly rowId: string };

/** The desk of the history of a case. */
export function useHistory(view: CaseView): HistoryDesk {
  const { id, record } = view.case;
  const change = useCaseChange((client, asked: Change) => {
    if (asked.do === 'hide') return client.record.hideRow({ id, rowId: asked.rowId, hidden: asked.hidden });
    if (asked.do === 'reset') return client.record.resetRow({ id, rowId: asked.rowId });
    const { row } = asked;
    return 'scale' in row
      ? client.record.saveScore({ id, score: row })
      : client.record.saveTreatment({ id, treatment: row });
  });
  const save = (row: Row, onDone: () => void) => change.mutate({ do: 'save', row }, { onSuccess: onDone });
  const again = (row: Row) => change.mutate({ do: 'save', row });
  return {
    isBusy: change.isPending,
    error: change.error,
    saveTreatment: save,
    saveScore: save,
    takeOut: (row, name) => {
      const rowId = row.id;
      change.mutate(isOwn(row) ? { do: 'reset', rowId } : { do: 'hide', rowId, hidden: true });
      offerUndo({
        id: `row-${rowId}`,
        message: `Taken out: ${name}.`,
        undo: () => (isOwn(row) ? again(row) : change.mutate({ do: 'hide', rowId, hidden: false })),
      });
    },
    bringBack: (rowId) => change.mutate({ do: 'hide', rowId, hidden: false }),
    reset: (row, name) => {
      change.mutate({ do: 'reset', rowId: row.id });
      offerUndo({ id: `row-${row.id}`, message: `${name}: as the page says again.`, undo: () => again(row) });
    },
    isCorrected: (rowId) => wordOfUser(record, rowId) === 'corrected',
  };
}
