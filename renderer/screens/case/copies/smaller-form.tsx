// The smaller copy: how strongly, and what it would be like.
import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { packetPagePath, smallerPagePath } from '../../../../shared/contract/assets.ts';
import type { PacketId } from '../../../../shared/ids.ts';
import type { SmallerChoice, SmallerPreview } from '../../../../shared/model/copy-order.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { fileSize } from '../../../wording/format.ts';
import type { CopyFormProps } from './make-copies.tsx';
import { useSmallerPreview } from './use-copies.ts';

const RESOLUTIONS = [
  { value: '100', label: '100 dots per inch: for the screen' },
  { value: '150', label: '150 dots per inch: also for printing' },
  { value: '200', label: '200 dots per inch: for small print' },
];
const QUALITIES = [
  { value: '40', label: 'Low: smallest' },
  { value: '60', label: 'Middle' },
  { value: '80', label: 'High' },
];

/** Scans alone get smaller; the sizes and a page of both are shown before anything is made. */
export function SmallerForm({ packet, isBusy, onOrder }: CopyFormProps) {
  const [dpi, setDpi] = useState('150');
  const [quality, setQuality] = useState('60');
  const choice = { dpi: Number(dpi), quality: Number(quality) };
  const preview = useSmallerPreview(packet.id, choice);
  const isWorth = preview.data !== undefined && preview.data.bytesAfter < preview.data.bytesBefore * 0.98;
  return (
    <Stack gap="sm">
      <Text size="sm">Scanned pages get fewer dots. Text stays text, black-and-white scans stay as they are.</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label="Finest scans"
          data={RESOLUTIONS}
          value={dpi}
          onChange={(value) => value !== null && setDpi(value)}
          allowDeselect={false}
        />
        <Select
          label="Quality"
          data={QUALITIES}
          value={quality}
          onChange={(value) => value !== null && setQuality(value)}
          allowDeselect={false}
        />
      </SimpleGrid>
      <ErrorNotice error={preview.error} />
      {preview.isPending && <Loading label="Trying it on some pages" />}
      {preview.data !== undefined && (
        <>
          <Text role="status">{sizeWords(preview.data)}</Text>
          {isWorth && <Compare key={packet.id} packetId={packet.id} choice={choice} pages={preview.data.pages} />}
        </>
      )}
      <Group>
        <Button disabled={isBusy || !isWorth} onClick={() => onOrder({ kind: 'smaller', ...choice })}>
          Make smaller copy
        </Button>
      </Group>
    </Stack>
  );
}

function sizeWords({ scans, bytesBefore, bytesAfter, isExact }: SmallerPreview): string {
  if (scans === 0) return 'There are no scans in this packet that could get smaller.';
  if (bytesAfter >= bytesBefore * 0.98) return 'With this choice the packet would hardly get smaller.';
  return `${fileSize(bytesBefore)} becomes ${isExact ? '' : 'about '}${fileSize(bytesAfter)}.`;
}

interface CompareProps {
  readonly packetId: PacketId;
  readonly choice: SmallerChoice;
  readonly pages: readonly number[];
}

/** A page now, and as it would be. */
function Compare({ packetId, choice, pages }: CompareProps) {
  const host = useHost();
  const [page, setPage] = useState(pages[0] ?? 1);
  const pictures = [
    { name: 'Now', path: packetPagePath(packetId, page) },
    { name: 'Smaller', path: smallerPagePath(packetId, page, choice) },
  ];
  return (
    <Stack gap="xs">
      <Select
        label="Page to compare"
        w={200}
        data={pages.map((each) => ({ value: String(each), label: `Page ${each}` }))}
        value={String(page)}
        onChange={(value) => value !== null && setPage(Number(value))}
        allowDeselect={false}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {pictures.map(({ name, path }) => (
          <figure key={name} style={{ margin: 0 }}>
            <Text component="figcaption" size="sm" fw={600}>
              {name}
            </Text>
            <img className="packet-page" src={host.assetUrl(path)} alt={`Page ${page}, ${name.toLowerCase()}`} />
          </figure>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
