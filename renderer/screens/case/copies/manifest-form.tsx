// The manifest: which file, which hash, which source became which exhibit.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ManifestFormat } from '../../../../shared/model/copy-order.ts';
import { HOW_TO_CHECK } from '../../../../shared/packet/manifest.ts';
import type { CopyFormProps } from './make-copies.tsx';

const FORMATS: Readonly<Record<ManifestFormat, string>> = {
  pdf: 'To read and print (PDF)',
  csv: 'As a table (CSV)',
  json: 'For programs (JSON)',
  sums: 'As a list of hashes for sha256sum (TXT)',
};

/** It lists every file made of this version so far: make it last. */
export function ManifestForm({ isBusy, onOrder }: CopyFormProps) {
  const [format, setFormat] = useState<ManifestFormat>('pdf');
  return (
    <Stack gap="sm">
      <Text size="sm">
        Lists the files of this version with their SHA-256, and each source with the exhibit and the stamps it became.
        Make it last: it tells of the files that are there. {HOW_TO_CHECK}
      </Text>
      <Radio.Group
        label="Form"
        value={format}
        onChange={(value) => setFormat(ManifestFormat.catch('pdf').parse(value))}
      >
        <Stack gap={6} mt={6}>
          {Object.entries(FORMATS).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button disabled={isBusy} onClick={() => onOrder({ kind: 'manifest', format })}>
          Make manifest
        </Button>
      </Group>
    </Stack>
  );
}
