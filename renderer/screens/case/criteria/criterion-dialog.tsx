// Types a criterion, or corrects the words of one that was read, with a note of the user's own.
import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CriterionEdit, CrosswalkRow } from '../../../../shared/model/criteria.ts';
import { useKeptForm } from '../../../bridge/use-kept-form.ts';
import { newRowId } from '../new-row-id.ts';
import { useCriterion } from './use-criterion.ts';

interface CriterionDialogProps {
  readonly view: CaseView;
  /** The criterion to correct; missing for a new one. */
  readonly row?: CrosswalkRow;
  readonly onClose: () => void;
}

/** What is kept of the form when it was not sent. */
const Unsent = z.object({ label: z.string(), text: z.string(), note: z.string() });

/** Label, words and note. */
export function CriterionDialog({ view, row, onClose }: CriterionDialogProps) {
  const [id] = useState(() => row?.criterion.id ?? newRowId());
  const desk = useCriterion(view, id);
  const kept = useKeptForm('criterion', row?.criterion.id);
  const [before] = useState(() => kept.state(Unsent));
  const [label, setLabel] = useState(before?.label ?? row?.criterion.label ?? '');
  const [text, setText] = useState(before?.text ?? row?.criterion.text ?? '');
  const [note, setNote] = useState(before?.note ?? desk.edit.note);
  const isNew = row === undefined;
  const save = () => {
    const edit: CriterionEdit = {
      ...desk.edit,
      ...(isNew && { added: true }),
      ...(text.trim() !== row?.criterion.text && { text: text.trim() }),
      ...(label.trim() !== (row?.criterion.label ?? '') && { label: label.trim() }),
      note: note.trim(),
    };
    desk.save(edit, isNew ? 'The criterion was added.' : 'The criterion was changed.', onClose);
  };
  const title = isNew ? 'Add a criterion' : 'Correct the criterion';
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        {...kept.as(title, { label, text, note })}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            label="Number or letter (optional)"
            placeholder="for example 4.1"
            maxLength={40}
            autoComplete="off"
            value={label}
            onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          />
          <Textarea
            label="What the policy asks"
            description="As the policy words it."
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={3000}
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            data-autofocus
          />
          <Textarea
            label="Your note (optional)"
            description="For you only; it does not go into the packet."
            autosize
            minRows={2}
            maxLength={5000}
            autoComplete="off"
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={text.trim() === ''} loading={desk.isBusy}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
