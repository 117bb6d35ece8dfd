// The trash: papers that were put away, with the way back, and their end.
import { Button, Group, List, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { DocumentId } from '../../../shared/ids.ts';
import { useDocumentChange } from '../../bridge/queries.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { count } from '../../wording/format.ts';
import { useTrashed } from './use-backup.ts';

/** Lists the papers; what a case or packet names can only come back. */
export function TrashPart() {
  const trashed = useTrashed();
  const [isAsking, { open, close }] = useDisclosure(false);
  const restore = useDocumentChange((client, id: DocumentId) => client.documents.restore({ id }));
  const empty = useDocumentChange(async (client, _nothing: undefined) => {
    const { removed } = await client.upkeep.emptyTrash({});
    notifications.show({ message: `${count(removed, 'paper')} removed for good.` });
  });
  const papers = trashed.data ?? [];
  const removable = papers.filter(({ isUsed }) => !isUsed).length;
  return (
    <section aria-labelledby="trash-heading">
      <Stack gap="sm">
        <Title order={2} id="trash-heading">
          Trash
        </Title>
        <ErrorNotice error={trashed.error ?? empty.error} />
        {papers.length === 0 && <Text c="dimmed">The trash is empty.</Text>}
        <List listStyleType="none" spacing="xs">
          {papers.map(({ document, isUsed }) => (
            <List.Item key={document.id} styles={{ itemWrapper: { width: '100%' }, itemLabel: { flex: 1 } }}>
              <Group justify="space-between">
                <div>
                  <Text className="wrap-anywhere">{document.title}</Text>
                  {isUsed && (
                    <Text size="sm" c="dimmed">
                      A case or a packet names it, so it is kept.
                    </Text>
                  )}
                </div>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`Restore ${document.title}`}
                  onClick={() => restore.mutate(document.id)}
                >
                  Restore
                </Button>
              </Group>
            </List.Item>
          ))}
        </List>
        {removable > 0 && (
          <Group>
            <Button variant="default" onClick={open}>
              Empty the trash…
            </Button>
          </Group>
        )}
      </Stack>
      <Modal opened={isAsking} onClose={close} title={`Remove ${count(removable, 'paper')} for good?`}>
        <Stack>
          <Text>
            This cannot be undone. Backups that were made before may still hold these papers, and parts of them may
            survive on the disk, encrypted.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Keep them
            </Button>
            <Button color="red" loading={empty.isPending} onClick={() => empty.mutate(undefined, { onSettled: close })}>
              Remove for good
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}
