// Looks through a built packet: its pages as pictures, its index beside them.
import { ActionIcon, Group, NumberInput, Table, Text, UnstyledButton } from '@mantine/core';
import { packetPagePath } from '../../../../shared/contract/assets.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { shortDate } from '../../../wording/format.ts';
import { pageOfStamp } from './stamp-page.ts';

interface PacketViewerProps {
  readonly packet: Packet;
  /** One-based. */
  readonly pageNumber: number;
  readonly onTurn: (pageNumber: number) => void;
}

/** One page at a time; a row of the index leads to its first page. */
export function PacketViewer({ packet, pageNumber, onTurn }: PacketViewerProps) {
  const host = useHost();
  const turnTo = (next: number) => onTurn(Math.min(Math.max(1, next), packet.pageCount));
  return (
    <div className="packet-viewer">
      <div>
        <Group gap={6} mb="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Previous page"
            disabled={pageNumber === 1}
            onClick={() => turnTo(pageNumber - 1)}
          >
            <Icon name="left" size={18} />
          </ActionIcon>
          <NumberInput
            aria-label="Page of the packet"
            w={76}
            hideControls
            min={1}
            max={packet.pageCount}
            allowDecimal={false}
            value={pageNumber}
            onChange={(value) => turnTo(Number(value) || 1)}
          />
          <Text size="sm" role="status">
            of {packet.pageCount}
          </Text>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Next page"
            disabled={pageNumber === packet.pageCount}
            onClick={() => turnTo(pageNumber + 1)}
          >
            <Icon name="right" size={18} />
          </ActionIcon>
        </Group>
        <img
          className="packet-page"
          src={host.assetUrl(packetPagePath(packet.id, pageNumber))}
          alt={`Page ${pageNumber} of the packet`}
          draggable={false}
        />
      </div>
      <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6} aria-label="Index of exhibits">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Exhibit</Table.Th>
              <Table.Th>Pages</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {packet.index.map((row) => (
              <Table.Tr key={row.label}>
                <Table.Td>
                  <UnstyledButton onClick={() => turnTo(pageOfStamp(row.fromStamp, packet))} td="underline">
                    {row.label}. {row.title}
                  </UnstyledButton>
                  {row.date !== undefined && (
                    <Text size="sm" c="dimmed">
                      {shortDate(row.date)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {row.fromStamp}
                  {row.toStamp !== row.fromStamp && `–${row.toStamp}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
