// Volumes for a portal that takes files up to a size.
import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { MEGABYTE } from '../../../../shared/packet/volumes.ts';
import { fileSize } from '../../../wording/format.ts';
import type { CopyFormProps } from './make-copies.tsx';

/** Limits that portals state (research of their help pages), in million bytes. */
const USUAL = [5, 10, 25, 50];

/** The packet is cut before exhibits where it can be; each file is complete in itself. */
export function VolumesForm({ packet, isBusy, onOrder }: CopyFormProps) {
  const [limit, setLimit] = useState<number | string>(10);
  const limitMb = typeof limit === 'number' && limit >= 0.2 ? limit : undefined;
  const fits = limitMb !== undefined && packet.byteLength <= limitMb * MEGABYTE;
  return (
    <Stack gap="sm">
      <Text size="sm">
        The packet becomes several PDFs, none above the limit. Page numbers run on, each file has a cover and the whole
        index, and links lead from file to file.
      </Text>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label="Largest file the portal takes, in MB"
          w={260}
          min={0.2}
          max={10_000}
          step={1}
          decimalScale={1}
          value={limit}
          onChange={setLimit}
        />
        {USUAL.map((each) => (
          <Button key={each} variant="default" onClick={() => setLimit(each)} aria-label={`${each} MB`}>
            {each}
          </Button>
        ))}
      </Group>
      {fits && (
        <Text size="sm" role="status">
          The packet is {fileSize(packet.byteLength)}, below this limit already: send it as it is.
        </Text>
      )}
      <Group>
        <Button
          disabled={isBusy || limitMb === undefined || fits}
          onClick={() => limitMb !== undefined && onOrder({ kind: 'volumes', limitMb })}
        >
          Make volumes
        </Button>
      </Group>
    </Stack>
  );
}
