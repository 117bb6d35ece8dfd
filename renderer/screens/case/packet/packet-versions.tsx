// Built versions of the packet: what was checked in each, look through one, save it.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { packetPath } from '../../../../shared/contract/assets.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { count, fileSize, longDate } from '../../../wording/format.ts';
import { PacketChecks } from './packet-checks.tsx';
import { PacketViewer } from './packet-viewer.tsx';

/** The latest version first; it is the one a person wants to see. */
export function PacketVersions({ packets }: { readonly packets: readonly Packet[] }) {
  const sorted = packets.toSorted((a, b) => b.version - a.version);
  const [shown, setShown] = useState<{ readonly id: string; readonly page: number }>();
  return (
    <section aria-labelledby="versions-heading">
      <Title order={2} id="versions-heading" mb="xs">
        Built packets
      </Title>
      <Stack gap="sm">
        {sorted.map((packet) => {
          const isShown = packet.id === shown?.id;
          const turnTo = (page: number) => setShown({ id: packet.id, page });
          return (
            <article
              key={packet.id}
              className="surface"
              style={{ padding: 16 }}
              aria-label={`Version ${packet.version}`}
            >
              <Group justify="space-between">
                <div>
                  <Group gap="xs">
                    <Text fw={700}>Version {packet.version}</Text>
                    {packet.draft && <Badge className="tag tag-warn">Draft</Badge>}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {longDate(packet.createdOn)} · {count(packet.pageCount, 'page')} · {fileSize(packet.byteLength)}
                  </Text>
                </div>
                <Group gap="xs">
                  <Button
                    variant="default"
                    aria-expanded={isShown}
                    aria-label={`${isShown ? 'Close' : 'Look through'} version ${packet.version}`}
                    onClick={() => (isShown ? setShown(undefined) : turnTo(1))}
                  >
                    {isShown ? 'Close' : 'Look through'}
                  </Button>
                  <Save packet={packet} />
                </Group>
              </Group>
              <PacketChecks checks={packet.checks} onPage={turnTo} />
              {isShown && <PacketViewer packet={packet} pageNumber={shown.page} onTurn={turnTo} />}
            </article>
          );
        })}
      </Stack>
    </section>
  );
}

function Save({ packet }: { readonly packet: Packet }) {
  const host = useHost();
  const save = useMutation({
    mutationFn: () => host.client.packets.save({ id: packet.id }),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The packet was saved.' });
    },
  });
  const label = `Save PDF of version ${packet.version}`;
  const icon = <Icon name="download" size={17} />;
  const download = host.downloadUrl(packetPath(packet.id));
  if (download === undefined)
    return (
      <Button leftSection={icon} aria-label={label} loading={save.isPending} onClick={() => save.mutate()}>
        Save PDF
      </Button>
    );
  return (
    <Button component="a" href={download} download leftSection={icon} aria-label={label}>
      Save PDF
    </Button>
  );
}
