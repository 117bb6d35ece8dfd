// The notes and highlights of a paper, in the order of its pages.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { EntryId } from '../../../../shared/ids.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useFocusNext } from '../../../parts/focus-next.ts';
import { Icon } from '../../../parts/icons.tsx';
import { annotationName, lookInWords } from '../../../wording/annotations.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { AnnotationRow, annotationElementId } from './annotation-row.tsx';
import { annotationOf, type Draft } from './drafting.ts';
import { NoteForm } from './note-form.tsx';
import { useAnnotationDesk, useAnnotations } from './use-annotations.ts';

interface AnnotationListProps {
  readonly route: PaperRoute;
  readonly pageCount: number;
}

/** The element that takes the focus when what had it is gone. */
const LIST_ID = 'notes-and-highlights';

/** Each with its words and what can be done with it; a note on the page that is shown can be begun here, too. */
export function AnnotationList({ route, pageCount }: AnnotationListProps) {
  const { id } = route;
  const pageNumber = Math.min(route.pageNumber, Math.max(1, pageCount));
  const list = useAnnotations(id);
  const desk = useAnnotationDesk();
  const focusNext = useFocusNext();
  /** What is being written here: a note on the page, or one of the list. */
  const [writing, setWriting] = useState<EntryId | 'page'>();
  const all = list.data ?? [];
  const endPageNote = () => {
    setWriting(undefined);
    focusNext(LIST_ID);
  };
  const pageDraft: Draft = { pageNumber, proof: undefined, of: undefined };
  return (
    <div id={LIST_ID} tabIndex={-1} className="focus-target">
      <ErrorNotice error={list.error} />
      {list.isSuccess && all.length === 0 && (
        <Text size="sm" c="dimmed">
          {desk.canChange
            ? 'None yet. Choose words on the page, then a colour or “Add a note”. By keyboard: Shift and arrows, then H or N.'
            : 'None.'}
        </Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list annotation-list">
        {all.map((each) => (
          <AnnotationRow
            key={each.id}
            annotation={each}
            isShown={route.pageNumber === each.pageNumber && route.mark?.from === each.proof?.from}
            desk={desk}
            isEdited={writing === each.id}
            onEdit={(isOn) => {
              setWriting(isOn ? each.id : undefined);
              if (!isOn) focusNext(annotationElementId(each.id));
            }}
            onSave={(said) =>
              desk.put(
                annotationOf(id, { pageNumber: each.pageNumber, proof: each.proof, of: each }, said),
                each,
                `Changed: ${lookInWords(said)}, ${annotationName(each)}.`,
                () => {
                  setWriting(undefined);
                  focusNext(annotationElementId(each.id));
                },
              )
            }
            onRemove={() => {
              const stays = each.uses.length > 0 ? ' It stays evidence in its case.' : '';
              desk.remove(each, `Removed: ${lookInWords(each)}, ${annotationName(each)}.${stays}`);
              focusNext(LIST_ID);
            }}
          />
        ))}
      </Stack>
      {writing === 'page' && (
        <div className="surface annotation-row">
          <NoteForm
            key={pageNumber}
            draft={pageDraft}
            isBusy={desk.isBusy}
            onLeave={endPageNote}
            onSave={(said) =>
              desk.put(annotationOf(id, pageDraft, said), undefined, `Kept: note on page ${pageNumber}.`, endPageNote)
            }
          />
        </div>
      )}
      {desk.canChange && pageCount > 0 && writing !== 'page' && (
        <Group mt="xs">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<Icon name="note" size={16} />}
            onClick={() => setWriting('page')}
          >
            Note on page {pageNumber}
          </Button>
        </Group>
      )}
    </div>
  );
}
