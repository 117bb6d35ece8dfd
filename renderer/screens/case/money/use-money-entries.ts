// Saving and removing what the user notes of money.
import type { CaseView } from '../../../../shared/model/case.ts';
import type { MoneyEntry } from '../../../../shared/model/money.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { newEntryId } from '../timeline/new-entry.ts';

type Kind = MoneyEntry['kind'];
export type EntryOf<K extends Kind> = Extract<MoneyEntry, { kind: K }>;
export type NewEntryOf<K extends Kind> = Omit<EntryOf<K>, 'id'>;

/** The entries of one kind, and what can be done with them. */
export function useMoneyEntries<K extends Kind>(view: CaseView, kind: K) {
  const { id, money } = view.case;
  const save = useCaseChange((client, entry: MoneyEntry) => client.money.saveEntry({ id, entry }));
  const remove = useCaseChange((client, entry: MoneyEntry) => client.money.removeEntry({ id, entryId: entry.id }));
  return {
    entries: money.filter((entry): entry is EntryOf<K> => entry.kind === kind),
    add: (entry: NewEntryOf<K>) => save.mutate({ ...entry, id: newEntryId() } as unknown as MoneyEntry), // a kind with its own fields and an id
    save: (entry: EntryOf<K>) => save.mutate(entry),
    remove: (entry: EntryOf<K>) =>
      void remove.mutateAsync(entry).then(
        () => offerUndo({ id: `money-${entry.id}`, message: 'The entry is removed.', undo: () => save.mutate(entry) }),
        () => undefined, // the reason is shown by the query client
      ),
  };
}
