// The form of a money entry: folded away until it is wanted, sent by Enter.
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { SENT_BEFORE_LOCK } from '../../../bridge/send-forms.ts';
import { useFocusFirst } from '../../../parts/focus-first.ts';
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
export function EntryForm(props: EntryFormProps) {
  if (props.isOpen) return <OpenForm {...props} />;
  return (
    <Button variant="default" mt="sm" leftSection={<Icon name="add" size={17} />} onClick={() => props.onOpen(true)}>
      {props.name}
    </Button>
  );
}

function OpenForm({ name, onOpen, onSend, children }: EntryFormProps) {
  const [fault, setFault] = useState<string>();
  const form = useFocusFirst();
  return (
    <form
      {...SENT_BEFORE_LOCK}
      ref={form}
      className="surface entry-form"
      aria-label={name}
      onKeyDown={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        const sentence = onSend(new FormData(event.currentTarget));
        if (sentence === undefined) onOpen(false);
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
        <Button variant="default" onClick={() => onOpen(false)}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
