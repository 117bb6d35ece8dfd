// Change and remove, at the end of a row.
import { Button, Group } from '@mantine/core';

interface RowButtonsProps {
  /** What the row is about, for those who hear the buttons alone. */
  readonly about: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** Two small buttons. */
export function RowButtons({ about, onChange, onRemove }: RowButtonsProps) {
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-md" aria-label={`Change: ${about}`} onClick={onChange}>
        Change
      </Button>
      <Button variant="default" size="compact-md" aria-label={`Remove: ${about}`} onClick={onRemove}>
        Remove
      </Button>
    </Group>
  );
}
