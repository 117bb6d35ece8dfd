// Rows the user took out, with the way back.
import { Button, Text } from '@mantine/core';
import { Fold } from '../../../parts/fold.tsx';
import { count } from '../../../wording/format.ts';
import type { HistoryDesk } from './use-history.ts';

interface HiddenRowsProps {
  readonly desk: HistoryDesk;
  readonly hidden: readonly string[];
}

/** Nothing while none is taken out. */
export function HiddenRows({ desk, hidden }: HiddenRowsProps) {
  if (hidden.length === 0) return null;
  return (
    <Fold summary={`${count(hidden.length, 'row')} taken out`}>
      <Text size="sm">They are neither shown nor put into the packet. Their papers are untouched.</Text>
      <Button variant="default" size="compact-md" onClick={() => hidden.forEach(desk.bringBack)}>
        Bring {hidden.length === 1 ? 'it' : 'all'} back
      </Button>
    </Fold>
  );
}
