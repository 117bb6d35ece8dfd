// Adds a treatment, or corrects one that was read.
import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { Treatment, TreatmentKind, TreatmentOutcome } from '../../../../shared/model/record.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { useKeptForm } from '../../../bridge/use-kept-form.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { dateAsTyped, dateTyped, isDateOrEmpty, PartialDateInput } from '../../../parts/partial-date-input.tsx';
import { OUTCOME_NAMES, TREATMENT_KINDS } from '../../../wording/care.ts';
import { DRUG_CLASSES, drugClassOf } from '../../../wording/drug-classes.ts';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { newRowId } from '../new-row-id.ts';
import { PageOfRow } from './page-of-row.tsx';
import type { HistoryDesk } from './use-history.ts';

interface TreatmentDialogProps {
  readonly desk: HistoryDesk;
  /** The treatment to correct; missing for a new one. */
  readonly treatment: Treatment | undefined;
  readonly onClose: () => void;
}

/** What is kept of the form when it was not sent. */
const Unsent = z.object({ draft: Treatment, from: z.string(), to: z.string() });

/** Only the name must be there: everything else may stay blank. */
export function TreatmentDialog({ desk, treatment, onClose }: TreatmentDialogProps) {
  const kept = useKeptForm('treatment', treatment?.id);
  const [before] = useState(() => kept.state(Unsent));
  const [draft, setDraft] = useState<Treatment>(() => before?.draft ?? treatment ?? blankTreatment());
  const [from, setFrom] = useState(() => dateAsTyped(before?.from) ?? dateTyped(draft.from));
  const [to, setTo] = useState(() => dateAsTyped(before?.to) ?? dateTyped(draft.to));
  const change = (part: Partial<Treatment>) => setDraft((old) => ({ ...old, ...part }));
  const isNew = treatment === undefined;
  const isWhole = draft.name.trim() !== '' && isDateOrEmpty(from) && (draft.ongoing || isDateOrEmpty(to));
  const title = isNew ? 'Add a treatment' : `Change: ${treatment.name}`;
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        {...kept.as(title, { draft, from: from.text, to: to.text })}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) desk.saveTreatment(tidy(draft, from.date, draft.ongoing ? undefined : to.date), onClose);
        }}
      >
        <Stack>
          <ErrorNotice error={desk.error} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label="Name"
              placeholder="for example sertraline"
              required
              withAsterisk={false}
              maxLength={300}
              autoComplete="off"
              value={draft.name}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
              onBlur={() => {
                if (draft.kind !== 'drug' || (draft.drugClass ?? '') !== '') return;
                const drugClass = drugClassOf(draft.name);
                if (drugClass !== undefined) change({ drugClass });
              }}
              data-autofocus
            />
            <Select
              label="Kind"
              data={TREATMENT_KINDS.map(({ id, one }) => ({ value: id as string, label: one }))}
              value={draft.kind}
              allowDeselect={false}
              onChange={(value) => {
                const kind = TreatmentKind.safeParse(value).data;
                if (kind !== undefined) change({ kind });
              }}
            />
            {draft.kind === 'drug' && (
              <Autocomplete
                label="Class (optional)"
                data={[...DRUG_CLASSES]}
                maxLength={200}
                autoComplete="off"
                value={draft.drugClass ?? ''}
                onChange={(drugClass) => change({ drugClass })}
              />
            )}
            {draft.kind === 'drug' && (
              <TextInput
                label="Given to strengthen (optional)"
                maxLength={300}
                autoComplete="off"
                value={draft.augments ?? ''}
                onChange={({ currentTarget }) => change({ augments: currentTarget.value })}
              />
            )}
            <TextInput
              label={draft.kind === 'drug' ? 'Dose' : 'Dose or setting'}
              placeholder="for example 200 mg a day"
              maxLength={200}
              autoComplete="off"
              value={draft.dose ?? ''}
              onChange={({ currentTarget }) => change({ dose: currentTarget.value })}
            />
            <TextInput
              label="Length or number"
              placeholder="for example 12 weeks"
              maxLength={200}
              autoComplete="off"
              value={draft.length ?? ''}
              onChange={({ currentTarget }) => change({ length: currentTarget.value })}
            />
            <PartialDateInput label="From" value={from} onChange={setFrom} />
            <PartialDateInput label="To" value={to} onChange={setTo} disabled={draft.ongoing} />
          </SimpleGrid>
          <Checkbox
            label="Still going on"
            checked={draft.ongoing}
            onChange={({ currentTarget }) => change({ ongoing: currentTarget.checked })}
          />
          <Select
            label="How it went"
            data={choicesOf(OUTCOME_NAMES)}
            value={draft.outcome}
            allowDeselect={false}
            onChange={(value) => {
              const outcome = TreatmentOutcome.safeParse(value).data;
              if (outcome !== undefined) change({ outcome });
            }}
          />
          <Textarea
            label="In words"
            description="As the page says it, or in your own words."
            autosize
            minRows={2}
            maxLength={1000}
            autoComplete="off"
            value={draft.outcomeWords ?? ''}
            onChange={({ currentTarget }) => change({ outcomeWords: currentTarget.value })}
          />
          <PageOfRow source={draft.source} onChange={(source) => setDraft((old) => withSource(old, source))} />
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

function blankTreatment(): Treatment {
  return { id: newRowId(), name: '', kind: 'drug', ongoing: false, outcome: 'unknown', also: [], byUser: true };
}

function withSource({ source: _before, ...draft }: Treatment, source: Source | undefined): Treatment {
  return source === undefined ? draft : { ...draft, source };
}

/** Without the fields that were left empty. */
function tidy(draft: Treatment, from: Treatment['from'], to: Treatment['to']): Treatment {
  const { id, name, kind, ongoing, outcome, source, also, drugClass, augments, dose, length, outcomeWords } = draft;
  const isDrug = kind === 'drug';
  return {
    ...{ id, name: name.trim(), kind, ongoing, outcome, also, byUser: true },
    ...(source !== undefined && { source }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(isDrug && filled('drugClass', drugClass)),
    ...(isDrug && filled('augments', augments)),
    ...filled('dose', dose),
    ...filled('length', length),
    ...filled('outcomeWords', outcomeWords),
  };
}

function filled<Name extends string>(name: Name, text: string | undefined): { [key in Name]?: string } {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? {} : ({ [name]: trimmed } as { [key in Name]?: string }); // the one key that was asked for
}
