// The diary: every call, letter and visit the user noted, the newest first, with what was promised.
import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { DiaryEntry } from '../../../../shared/model/diary.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { DiaryCard } from './diary-card.tsx';
import { NoteCallButton } from './note-call-button.tsx';

/** So many entries are shown at first. */
const AT_FIRST = 5;

/** Entries can be changed, removed and brought back. */
export function DiaryPart({ view }: { readonly view: CaseView }) {
  const { id, diary } = view.case;
  const [showsAll, setShowsAll] = useState(false);
  const save = useCaseChange((client, entry: DiaryEntry) => client.diary.saveEntry({ id, entry }));
  const remove = useCaseChange((client, entry: DiaryEntry) => client.diary.removeEntry({ id, entryId: entry.id }));
  const removeWithUndo = (entry: DiaryEntry) =>
    void remove.mutateAsync(entry).then(
      () => offerUndo({ id: `entry-${entry.id}`, message: 'The note is removed.', undo: () => save.mutate(entry) }),
      () => undefined, // the reason is shown by the query client
    );
  const sorted = diary.toSorted((a, b) => whenOf(b).localeCompare(whenOf(a)));
  const shown = showsAll ? sorted : sorted.slice(0, AT_FIRST);
  return (
    <FocusKeeper aria-labelledby="diary-heading">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="diary-heading">
          Calls and notes
        </Title>
        <NoteCallButton caseId={id} />
      </Group>
      {sorted.length === 0 && (
        <Text c="dimmed">
          Nothing noted yet. Write down every call: the day, the name, the reference number and what was promised. It
          counts later. Press F2 while you are on the phone.
        </Text>
      )}
      <div className="diary">
        {shown.map((entry) => (
          <DiaryCard
            key={entry.id}
            entry={entry}
            view={view}
            onKept={(kept) => save.mutate({ ...entry, kept })}
            onRemove={() => removeWithUndo(entry)}
          />
        ))}
      </div>
      {shown.length < sorted.length && (
        <Button variant="default" mt="sm" onClick={() => setShowsAll(true)}>
          Show all {sorted.length} notes
        </Button>
      )}
    </FocusKeeper>
  );
}

function whenOf({ on, time }: DiaryEntry): string {
  return `${on} ${time ?? ''}`;
}
