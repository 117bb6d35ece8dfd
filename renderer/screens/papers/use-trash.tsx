// Moves a paper to the trash and offers to bring it back.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useDocumentChange } from '../../bridge/queries.ts';

/** How long the way back is offered, in milliseconds. */
const OFFER_MS = 15_000;

/** A function that moves a paper to the trash. */
export function useTrash(): (document: DocumentSummary) => void {
  const restore = useDocumentChange((client, document: DocumentSummary) =>
    client.documents.restore({ id: document.id }),
  );
  const trash = useDocumentChange(async (client, document: DocumentSummary) => {
    await client.documents.trash({ id: document.id });
    const noticeId = `trash-${document.id}`;
    notifications.show({
      id: noticeId,
      autoClose: OFFER_MS,
      withCloseButton: true,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text lineClamp={2}>“{document.title}” is in the trash.</Text>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              notifications.hide(noticeId);
              restore.mutate(document);
            }}
          >
            Undo
          </Button>
        </Group>
      ),
    });
  });
  // Stable, so that the rows of a long list need not be drawn anew.
  const { mutate } = trash;
  return useCallback((document) => mutate(document), [mutate]);
}
