// Adds a score, or corrects one that was read.
import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ScaleId, type Score } from '../../../../shared/model/record.ts';
import { SENT_BEFORE_LOCK } from '../../../bridge/send-forms.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { dateTyped, isDateOrEmpty, PartialDateInput } from '../../../parts/partial-date-input.tsx';
import { SCALE_NAMES } from '../../../wording/care.ts';
import { bandInWords, scaleRange } from '../../../wording/scales.ts';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { newRowId } from '../new-row-id.ts';
import { PageOfRow } from './page-of-row.tsx';
import type { HistoryDesk } from './use-history.ts';

interface ScoreDialogProps {
  readonly desk: HistoryDesk;
  /** The score to correct; missing for a new one. */
  readonly score: Score | undefined;
  readonly onClose: () => void;
}

/** Scale and value must be there; the day may stay blank. */
export function ScoreDialog({ desk, score, onClose }: ScoreDialogProps) {
  const [id] = useState(() => score?.id ?? newRowId());
  const [scale, setScale] = useState<ScaleId>(score?.scale ?? 'PHQ-9');
  const [value, setValue] = useState<number | undefined>(score?.value);
  const [on, setOn] = useState(dateTyped(score?.on));
  const [moment, setMoment] = useState(score?.moment ?? '');
  const [source, setSource] = useState(score?.source);
  const { min, max } = scaleRange(scale);
  const isWhole = value !== undefined && value >= min && value <= max && isDateOrEmpty(on);
  const save = () => {
    if (value === undefined || !isWhole) return;
    const next: Score = {
      ...{ id, scale, value, also: score?.also ?? [], byUser: true },
      ...(on.date !== undefined && { on: on.date }),
      ...(moment.trim() !== '' && { moment: moment.trim() }),
      ...(source !== undefined && { source }),
    };
    desk.saveScore(next, onClose);
  };
  return (
    <Modal opened onClose={onClose} title={score === undefined ? 'Add a score' : 'Change the score'} size="lg">
      <form
        {...SENT_BEFORE_LOCK}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <ErrorNotice error={desk.error} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select
              label="Scale"
              data={choicesOf(SCALE_NAMES)}
              value={scale}
              allowDeselect={false}
              onChange={(chosen) => setScale((old) => ScaleId.safeParse(chosen).data ?? old)}
              data-autofocus
            />
            <NumberInput
              label="Score"
              description={
                value === undefined ? `From ${min} to ${max}` : (bandInWords(scale, value) ?? `From ${min} to ${max}`)
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              error={
                value !== undefined && (value < min || value > max)
                  ? `This scale goes from ${min} to ${max}.`
                  : undefined
              }
              min={min}
              max={max}
              clampBehavior="none"
              value={value ?? ''}
              onChange={(typed) => setValue(typed === '' ? undefined : Number(typed))}
            />
            <PartialDateInput label="Day" value={on} onChange={setOn} />
            <TextInput
              label="When in the treatment (optional)"
              placeholder="for example before the first infusion"
              maxLength={300}
              autoComplete="off"
              value={moment}
              onChange={({ currentTarget }) => setMoment(currentTarget.value)}
            />
          </SimpleGrid>
          <PageOfRow source={source} onChange={setSource} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!isWhole} loading={desk.isBusy}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
