// The print set, for printing on both sides.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CopyFormProps } from './make-copies.tsx';

/** Only what stands on blank backs is to be chosen. */
export function PrintForm({ isBusy, onOrder }: CopyFormProps) {
  const [backs, setBacks] = useState<'nothing' | 'intentionally-blank'>('nothing');
  return (
    <Stack gap="sm">
      <Text size="sm">
        For printing on both sides: every part, tab sheet and exhibit starts on the front of a sheet. Stamped numbers
        stay the same; blank backs have none.
      </Text>
      <Radio.Group
        label="Blank backs"
        value={backs}
        onChange={(value) => setBacks(value === 'nothing' ? 'nothing' : 'intentionally-blank')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="nothing" label="Stay empty" />
          <Radio value="intentionally-blank" label="Say “This page is intentionally blank.”" />
        </Stack>
      </Radio.Group>
      <Group>
        <Button disabled={isBusy} onClick={() => onOrder({ kind: 'print', backs })}>
          Make print set
        </Button>
      </Group>
    </Stack>
  );
}
