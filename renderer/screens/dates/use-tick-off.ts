// Ticks a task or a promise off from the list of dates, with the way back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseId } from '../../../shared/ids.ts';
import type { Case, CaseView } from '../../../shared/model/case.ts';
import type { Agenda } from '../../../shared/model/diary.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { takeCase } from '../../bridge/queries.ts';
import { offerUndo } from '../../parts/undo-notice.tsx';
import { today } from '../../wording/format.ts';

/** What ticking does; undefined for dates that can't be ticked off. */
export function useTickOff(item: Agenda): { readonly tick: () => void; readonly isBusy: boolean } | undefined {
  const { client } = useHost();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (isDone: boolean): Promise<CaseView> => {
      // The agenda tells the id alone; the entry is taken as it stands now.
      const { case: value } = await client.cases.get({ id: item.caseId as CaseId });
      return item.kind === 'task' ? setTask(value, isDone) : setPromise(value, isDone);
    },
    scope: { id: 'cases' },
    onSuccess: (view) => takeCase(queries, view),
  });
  const setTask = (value: Case, isDone: boolean) => {
    const task = value.tasks.find(({ id }) => id === item.entryId);
    if (task === undefined) return client.cases.get({ id: value.id });
    const { doneOn: _before, ...open } = task;
    return client.diary.saveTask({ id: value.id, task: isDone ? { ...open, doneOn: today() } : open });
  };
  const setPromise = (value: Case, kept: boolean) => {
    const entry = value.diary.find(({ id }) => id === item.entryId);
    if (entry === undefined) return client.cases.get({ id: value.id });
    return client.diary.saveEntry({ id: value.id, entry: { ...entry, kept } });
  };
  if (item.kind !== 'task' && item.kind !== 'promise') return undefined;
  const tick = () =>
    void change.mutateAsync(true).then(
      () =>
        offerUndo({
          id: `tick-${item.id}`,
          message: item.kind === 'task' ? `“${item.what}” is done.` : 'The promise is marked as kept.',
          undo: () => change.mutate(false),
        }),
      () => undefined, // the reason is shown by the query client
    );
  return { tick, isBusy: change.isPending };
}
