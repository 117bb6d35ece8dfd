// Turning the pages of the packet: back, forth, to a number.
import { ActionIcon, Group, Text } from '@mantine/core';
import { Icon } from '../../../parts/icons.tsx';

interface PageTurnerProps {
  readonly at: number;
  readonly count: number;
  readonly onTurn: (page: number) => void;
}

/** “Page 3 of 40” between two arrows. */
export function PageTurner({ at, count, onTurn }: PageTurnerProps) {
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="Previous page"
        disabled={at <= 1}
        onClick={() => onTurn(at - 1)}
      >
        <Icon name="left" size={18} />
      </ActionIcon>
      <Text size="sm" role="status" className="page-turner-place">
        Page {at} of {count}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="Next page"
        disabled={at >= count}
        onClick={() => onTurn(at + 1)}
      >
        <Icon name="right" size={18} />
      </ActionIcon>
    </Group>
  );
}

/** Where a key leads: Page Up and Down, Home and End, arrows; undefined for other keys. */
export function pageByKey(key: string, at: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    PageDown: at + 1,
    PageUp: at - 1,
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 1,
    End: count,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.min(Math.max(1, place), count);
}
