// A notice that something was done, with the way back.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** How long the way back is offered, in milliseconds. */
const OFFER_MS = 15_000;

interface UndoOffer {
  /** One notice for each: a second offer with the same id takes the place of the first. */
  readonly id: string;
  readonly message: string;
  readonly undo: () => void;
}

/** Says what was done and offers to undo it. */
export function offerUndo({ id, message, undo }: UndoOffer): void {
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: OFFER_MS,
    withCloseButton: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text lineClamp={2}>{message}</Text>
        <Button
          variant="default"
          size="compact-md"
          style={{ flex: 'none' }}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
