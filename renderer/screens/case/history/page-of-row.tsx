// The page a row of the history stands on, chosen or taken away in its dialog.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { ChoosePage } from '../../../parts/choose-page.tsx';
import { Icon } from '../../../parts/icons.tsx';

interface PageOfRowProps {
  readonly source: Source | undefined;
  readonly onChange: (source: Source | undefined) => void;
}

/** Folded until a page is to be chosen. */
export function PageOfRow({ source, onChange }: PageOfRowProps) {
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing) return <ChoosePage onChange={onChange} start={source} />;
  return (
    <Group gap="xs">
      <Text size="sm">
        {source === undefined ? 'No page is linked.' : `Page ${source.proof.pageNumber} is linked.`}
      </Text>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Icon name="link" size={16} />}
        onClick={() => setChoosing(true)}
      >
        {source === undefined ? 'Link a page' : 'Link another page'}
      </Button>
    </Group>
  );
}
