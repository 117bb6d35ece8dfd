// Says what a new blank stands for.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { typed } from '../../../../parts/form-text.ts';

interface BlankDialogProps {
  readonly onChoose: (label: string) => void;
  readonly onClose: () => void;
}

/** A blank has a name, so that preflight can tell what is missing. */
export function BlankDialog({ onChoose, onClose }: BlankDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Leave a blank">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const label = typed(new FormData(event.currentTarget), 'label');
          if (label !== '') onChoose(label);
        }}
      >
        <Stack>
          <TextInput
            name="label"
            label="What is still missing here?"
            description="A packet with open blanks can only be built as a draft."
            placeholder="for example: the day you called"
            maxLength={200}
            autoComplete="off"
            required
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Leave a blank</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
