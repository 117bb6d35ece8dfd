// What is blacked out in a case and could be, and every change to it; each change offers the way back.
import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Redaction } from '../../../../shared/model/redaction.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS, useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { count } from '../../../wording/format.ts';

/** The pages of the exhibits, what is suggested, and where blacked-out words still stand. */
export function useRedactionsView(id: CaseView['case']['id']) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.redactions(id), queryFn: () => client.redactions.get({ id }) });
}

export interface RedactionDesk {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Adds redactions; `message` says what was done. */
  add(redactions: readonly Redaction[], message: string, onDone?: () => void): void;
  /** Puts a changed redaction in the place of the one with its id. */
  change(redaction: Redaction, message: string, onFailed?: () => void): void;
  remove(redactions: readonly Redaction[], message?: string): void;
}

/** Changes the redactions of a case. */
export function useRedactionDesk(view: CaseView): RedactionDesk {
  const { id, redactions: current } = view.case;
  const put = useCaseChange((client, redactions: readonly Redaction[]) =>
    client.redactions.put({ id, redactions: [...redactions] }),
  );
  const take = useCaseChange((client, redactions: readonly Redaction[]) =>
    client.redactions.remove({ id, redactionIds: redactions.map((each) => each.id) }),
  );
  return {
    isBusy: put.isPending || take.isPending,
    error: put.error ?? take.error,
    add: (redactions, message, onDone) =>
      put.mutate(redactions, {
        onSuccess: () => {
          offerUndo({ id: `redactions-${redactions[0]?.id}`, message, undo: () => take.mutate(redactions) });
          onDone?.();
        },
      }),
    change: (redaction, message, onFailed) => {
      const before = current.find((each) => each.id === redaction.id);
      put.mutate([redaction], {
        onSuccess: () => {
          if (before === undefined) return;
          offerUndo({ id: `redactions-${redaction.id}`, message, undo: () => put.mutate([before]) });
        },
        ...(onFailed !== undefined && { onError: onFailed }),
      });
    },
    remove: (redactions, message = `Not blacked out any more: ${count(boxCount(redactions), 'place')}.`) =>
      take.mutate(redactions, {
        onSuccess: () =>
          offerUndo({ id: `redactions-${redactions[0]?.id}`, message, undo: () => put.mutate(redactions) }),
      }),
  };
}

/** How many boxes redactions have together. */
export function boxCount(redactions: readonly Redaction[]): number {
  return redactions.reduce((sum, { boxes }) => sum + boxes.length, 0);
}
