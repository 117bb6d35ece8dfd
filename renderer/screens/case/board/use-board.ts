// Changes to the pages on the board: accept, reject, move to another reason. Each offers the way back.
import type { Client } from '../../../../shared/contract/contract.ts';
import type { EvidenceId, GroundId } from '../../../../shared/ids.ts';
import type { CaseView, Evidence } from '../../../../shared/model/case.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import { targetsOf, twinAt } from './move.ts';

export interface Board {
  readonly isBusy: boolean;
  setState(page: Evidence, state: Evidence['state'], onDone: () => void): void;
  move(page: Evidence, groundId: GroundId, onDone: () => void): void;
}

interface StateChange {
  readonly evidenceId: EvidenceId;
  readonly state: Evidence['state'];
}

const DONE: Readonly<Record<Evidence['state'], string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  suggested: 'A suggestion again',
};

/** The board of a case. */
export function useBoard(view: CaseView): Board {
  const { case: value } = view;
  const { id } = value;
  const accept = (client: Client, evidenceId: EvidenceId) =>
    client.cases.setEvidenceState({ id, evidenceId, state: 'accepted' });
  const set = useCaseChange(async (client, changes: readonly StateChange[]) => {
    let last = view;
    for (const change of changes) last = await client.cases.setEvidenceState({ id, ...change });
    return last;
  });
  const shift = useCaseChange(
    async (client, { page, groundId }: { readonly page: Evidence; readonly groundId: GroundId }) => {
      const { documentId, fromPage, toPage, proof } = page;
      const twin = twinAt(value, page, groundId);
      if (twin === undefined)
        await client.cases.linkEvidence({ id, groundId, documentId, fromPage, toPage, ...(proof && { proof }) });
      else await accept(client, twin.id);
      return client.cases.setEvidenceState({ id, evidenceId: page.id, state: 'rejected' });
    },
  );
  const title = (page: Evidence) => `${view.documents[page.documentId] ?? 'Paper'}, page ${page.fromPage}`;
  return {
    isBusy: set.isPending || shift.isPending,
    setState: (page, state, onDone) => {
      set.mutate([{ evidenceId: page.id, state }], { onSuccess: onDone });
      offerUndo({
        id: `evidence-${page.id}`,
        message: `${DONE[state]}: ${title(page)}.`,
        undo: () => set.mutate([{ evidenceId: page.id, state: page.state }]),
      });
    },
    move: (page, groundId, onDone) => {
      const target = targetsOf(value, page).find((ground) => ground.id === groundId);
      if (target === undefined) return;
      const before = twinAt(value, page, groundId)?.state ?? 'rejected';
      shift.mutate(
        { page, groundId },
        {
          onSuccess: (changed) => {
            onDone();
            const moved = twinAt(changed.case, page, groundId);
            offerUndo({
              id: `evidence-${page.id}`,
              message: `Moved to “${REASON_NAMES[target.reason]}”: ${title(page)}.`,
              undo: () =>
                set.mutate([
                  { evidenceId: page.id, state: 'accepted' },
                  ...(moved === undefined ? [] : [{ evidenceId: moved.id, state: before }]),
                ]),
            });
          },
        },
      );
    },
  };
}
