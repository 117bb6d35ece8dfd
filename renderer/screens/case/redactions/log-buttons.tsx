// The redaction log of built versions: which pages, how many boxes, why; never the words.
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { redactionLogPath } from '../../../../shared/contract/assets.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { usePackets } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';

const NAMES = { pdf: 'PDF', txt: 'text' } as const;

/** One row for the newest version that has a log; nothing while there is none. */
export function LogButtons({ caseId }: { readonly caseId: CaseId }) {
  const packets = usePackets(caseId);
  const logged = (packets.data ?? []).filter(({ redactionLog }) => redactionLog !== undefined);
  const newest = logged.toSorted((a, b) => b.version - a.version)[0];
  if (newest === undefined) return null;
  return (
    <Stack gap={6}>
      <Text fw={600}>Redaction log of version {newest.version}</Text>
      <Text size="sm" c="dimmed">
        Lists the pages, the number of boxes and why. It never holds the words, so it can be handed on with the packet.
      </Text>
      <Group gap="xs">
        <LogButton packet={newest} format="pdf" />
        <LogButton packet={newest} format="txt" />
      </Group>
    </Stack>
  );
}

function LogButton({ packet, format }: { readonly packet: Packet; readonly format: 'pdf' | 'txt' }) {
  const host = useHost();
  const save = useMutation({
    mutationFn: () => host.client.redactions.saveLog({ packetId: packet.id, format }),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The redaction log was saved.' });
    },
  });
  const name = `Save log as ${NAMES[format]}`;
  const icon = <Icon name="download" size={17} />;
  const download = host.downloadUrl(redactionLogPath(packet.id, format));
  if (download !== undefined)
    return (
      <Button component="a" href={download} download variant="default" size="compact-md" leftSection={icon}>
        {name}
      </Button>
    );
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={icon}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {name}
      </Button>
      <ErrorNotice error={save.error} />
    </>
  );
}
