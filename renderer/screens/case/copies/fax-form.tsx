// The fax copy: all in one, or in transmissions of so many pages.
import { Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { faxParts } from '../../../../shared/packet/fax-parts.ts';
import { count } from '../../../wording/format.ts';
import type { CopyFormProps } from './make-copies.tsx';

/** A draft is not faxed: its mark would be lost. */
export function FaxForm({ packet, isBusy, onOrder }: CopyFormProps) {
  const [isSplit, setSplit] = useState(false);
  const [pages, setPages] = useState<number | string>(50);
  if (packet.draft)
    return (
      <Text size="sm">A draft is for looking at, not for sending. Build the packet without open points first.</Text>
    );
  const perTransmission = typeof pages === 'number' && pages >= 2 ? pages : undefined;
  const parts = isSplit ? faxParts(packet.pageCount, perTransmission).length : 1;
  return (
    <Stack gap="sm">
      <Text size="sm">
        Every page in black and white as a fax machine sends it, with a cover sheet that says the number of pages.
      </Text>
      <Radio.Group
        label="Send it"
        value={isSplit ? 'parts' : 'whole'}
        onChange={(value) => setSplit(value === 'parts')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="whole" label={`In one transmission of ${count(packet.pageCount + 1, 'page')}`} />
          <Radio value="parts" label="In several transmissions, each with its own cover sheet" />
        </Stack>
      </Radio.Group>
      {isSplit && (
        <NumberInput
          label="Pages of one transmission, cover sheet included"
          description={`Makes ${count(parts, 'transmission')}.`}
          w={320}
          min={2}
          max={2000}
          allowDecimal={false}
          value={pages}
          onChange={setPages}
        />
      )}
      <Group>
        <Button
          disabled={isBusy || (isSplit && perTransmission === undefined)}
          onClick={() =>
            onOrder({
              kind: 'fax',
              ...(isSplit && perTransmission !== undefined && { pagesPerTransmission: perTransmission }),
            })
          }
        >
          Make fax copy
        </Button>
      </Group>
    </Stack>
  );
}
