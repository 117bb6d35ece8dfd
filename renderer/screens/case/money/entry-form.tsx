// The form of a money entry: folded away until it is wanted, sent by Enter.
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sendOnCtrlEnter } from '../../../parts/form-text.ts';
import { Icon } from '../../../parts/icons.tsx';

interface EntryFormProps {
  /** What the button says, e.g. “Add a payment”. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Takes the fields, or gives the sentence why it can't. */
  readonly onSend: (data: FormData) => string | undefined;
  readonly children: ReactNode;
}

/** Opens at a button; closes when what was typed is taken. */
export function EntryForm({ name, isOpen, onOpen, onSend, children }: EntryFormProps) {
  const [fault, setFault] = useState<string>();
  const show = (open: boolean) => {
    setFault(undefined);
    onOpen(open);
  };
  if (!isOpen)
    return (
      <Button variant="default" mt="sm" leftSection={<Icon name="add" size={17} />} onClick={() => show(true)}>
        {name}
      </Button>
    );
  return (
    <form
      className="surface entry-form"
      aria-label={name}
      onKeyDown={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        const sentence = onSend(new FormData(event.currentTarget));
        if (sentence === undefined) show(false);
        else setFault(sentence);
      }}
    >
      {children}
      {fault !== undefined && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {fault}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        <Button type="submit">Save</Button>
        <Button variant="default" onClick={() => show(false)}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
