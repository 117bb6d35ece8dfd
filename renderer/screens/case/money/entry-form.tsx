// The form of a money entry: folded away until it is wanted, sent by Enter.
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeptFormName } from '../../../../shared/model/kept-form.ts';
import { refuseForm } from '../../../bridge/send-forms.ts';
import { useKeptForm } from '../../../bridge/use-kept-form.ts';
import { useFocusFirst } from '../../../parts/focus-first.ts';
import { sendOnCtrlEnter } from '../../../parts/form-text.ts';
import { Icon } from '../../../parts/icons.tsx';

interface EntryFormProps {
  /** What it is kept as while it is not sent, and the entry that it changes. */
  readonly form: KeptFormName;
  readonly about?: string | undefined;
  /** What is kept beside the fields. */
  readonly state?: object;
  /** What the button says, e.g. “Add a payment”. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Takes the fields, or gives the sentence why it can't. */
  readonly onSend: (data: FormData) => string | undefined;
  /** The fields. `first` says what a choice begins with: what was kept, or the given one. */
  readonly children: (first: (name: string, otherwise: string) => string) => ReactNode;
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

function OpenForm({ form: kind, about, state, name, onOpen, onSend, children }: EntryFormProps) {
  const kept = useKeptForm(kind, about);
  const [fault, setFault] = useState<string>();
  const form = useFocusFirst();
  return (
    <form
      {...kept.as(name, state)}
      ref={form}
      className="surface entry-form"
      aria-label={name}
      onKeyDown={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        const sentence = onSend(new FormData(event.currentTarget));
        if (sentence === undefined) onOpen(false);
        else {
          refuseForm(event.currentTarget);
          setFault(sentence);
        }
      }}
    >
      {children(kept.field)}
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
