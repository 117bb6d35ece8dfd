// Adds a score, or corrects one that was read.
import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ScaleId, type Score } from '../../../../shared/model/record.ts';
import { Source } from '../../../../shared/model/source.ts';
import { useKeptForm } from '../../../bridge/use-kept-form.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { dateAsTyped, dateTyped, isDateOrEmpty, PartialDateInput } from '../../../parts/partial-date-input.tsx';
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

/** What is kept of the form when it was not sent. */
const Unsent = z.object({
  scale: ScaleId,
  value: z.number().optional(),
  on: z.string(),
  moment: z.string(),
  source: Source.optional(),
});

/** Scale and value must be there; the day may stay blank. */
export function ScoreDialog({ desk, score, onClose }: ScoreDialogProps) {
  const [id] = useState(() => score?.id ?? newRowId());
  const kept = useKeptForm('score', score?.id);
  const [before] = useState(() => kept.state(Unsent));
  const [scale, setScale] = useState<ScaleId>(before?.scale ?? score?.scale ?? 'PHQ-9');
  const [value, setValue] = useState<number | undefined>(before === undefined ? score?.value : before.value);
  const [on, setOn] = useState(() => dateAsTyped(before?.on) ?? dateTyped(score?.on));
  const [moment, setMoment] = useState(before?.moment ?? score?.moment ?? '');
  const [source, setSource] = useState(before === undefined ? score?.source : before.source);
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
  const title = score === undefined ? 'Add a score' : 'Change the score';
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        {...kept.as(title, { scale, value, on: on.text, moment, source })}
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
