// Writing a note, and choosing the colour of its words.
import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { AnnotationColour, MOST_NOTE } from '../../../../shared/model/annotation.ts';
import { SENT_BEFORE_LOCK } from '../../../bridge/send-forms.ts';
import { lookInWords } from '../../../wording/annotations.ts';
import type { Draft, Said } from './drafting.ts';

interface NoteFormProps {
  readonly draft: Draft;
  readonly isBusy: boolean;
  readonly onSave: (said: Said) => void;
  readonly onLeave: () => void;
  /** Offered for one that is there. */
  readonly onRemove?: (() => void) | undefined;
}

/** Ctrl+Enter saves, Escape leaves. What was typed is saved before a lock. */
export function NoteForm({ draft, isBusy, onSave, onLeave, onRemove }: NoteFormProps) {
  const [note, setNote] = useState(draft.of?.note ?? '');
  const [colour, setColour] = useState(draft.of?.colour);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const isEmpty = note.trim() === '' && colour === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSave({ note, colour });
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="note-form"
      aria-label={draft.of === undefined ? 'New note' : 'Note'}
      {...SENT_BEFORE_LOCK}
      onSubmit={submit}
      onKeyDown={press}
    >
      <Text size="sm" lineClamp={2} className="note-quote">
        {draft.proof === undefined ? `About page ${draft.pageNumber} as a whole` : `“${draft.proof.quote}”`}
      </Text>
      <Textarea
        ref={field}
        label="Your note"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MOST_NOTE}
        autoComplete="off"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group gap="xs" align="flex-end" mt="xs">
        {draft.proof !== undefined && (
          <NativeSelect
            label="Highlight"
            value={colour ?? ''}
            data={[
              { value: '', label: 'None' },
              ...AnnotationColour.options.map((value) => ({ value, label: lookInWords({ colour: value }) })),
            ]}
            onChange={({ currentTarget }) => setColour(AnnotationColour.safeParse(currentTarget.value).data)}
          />
        )}
        <Button
          type="submit"
          disabled={isEmpty}
          loading={isBusy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title="Ctrl+Enter"
        >
          Save
        </Button>
        <Button variant="default" onClick={onLeave}>
          Cancel
        </Button>
        {onRemove !== undefined && (
          <Button variant="subtle" color="red" onClick={onRemove}>
            Remove
          </Button>
        )}
      </Group>
    </form>
  );
}
