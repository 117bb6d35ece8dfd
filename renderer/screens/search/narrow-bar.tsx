// The choices that narrow a search down: kind, plan, provider, tag, case, days.
import { Button, Group, MultiSelect, Select } from '@mantine/core';
import { CaseId } from '../../../shared/ids.ts';
import { useCases, useDocuments } from '../../bridge/queries.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { KIND_CHOICES } from '../../wording/vocabulary.ts';
import { choicesOf, type Narrowing, narrowed } from './narrowing.ts';

interface NarrowBarProps {
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Offers only what the papers have. */
export function NarrowBar({ narrowing, onNarrow }: NarrowBarProps) {
  const documents = useDocuments().data ?? [];
  const cases = useCases().data ?? [];
  const choices = choicesOf(documents);
  const change = (part: Partial<Narrowing>) => onNarrow(narrowed(narrowing, part));
  const { kinds, payer, provider, tag, caseId, from, to } = narrowing;
  return (
    <Group component="fieldset" gap="xs" className="narrow-bar" aria-label="Narrow the search down">
      <MultiSelect
        aria-label="Kinds of paper"
        placeholder={kinds === undefined ? 'All kinds' : undefined}
        data={KIND_CHOICES.filter(({ value }) => choices.kinds.has(value))}
        value={[...(kinds ?? [])]}
        onChange={(values) =>
          change({ kinds: KIND_CHOICES.map(({ value }) => value).filter((kind) => values.includes(kind)) })
        }
        clearable
        hidePickedOptions
      />
      <Choice
        label="Plan or insurer"
        values={choices.payers}
        value={payer}
        onChoose={(value) => change({ payer: value })}
      />
      <Choice
        label="Provider"
        values={choices.providers}
        value={provider}
        onChoose={(value) => change({ provider: value })}
      />
      <Choice label="Tag" values={choices.tags} value={tag} onChoose={(value) => change({ tag: value })} />
      {cases.length > 0 && (
        <Select
          aria-label="Case"
          placeholder="All cases"
          data={cases.map(({ id, title }) => ({ value: id, label: title }))}
          value={caseId ?? null}
          onChange={(value) => change({ caseId: CaseId.safeParse(value).data })}
          clearable
        />
      )}
      <Group gap="xs" wrap="nowrap" className="narrow-days">
        <DayInput label="From" value={from ?? ''} onChange={(event) => change({ from: event.currentTarget.value })} />
        <DayInput label="To" value={to ?? ''} onChange={(event) => change({ to: event.currentTarget.value })} />
      </Group>
      {Object.keys(narrowing).length > 0 && (
        <Button variant="default" size="sm" onClick={() => onNarrow({})}>
          Search all papers
        </Button>
      )}
    </Group>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

/** A choice among what stands in the papers; nothing is shown when they name nothing. */
function Choice({ label, values, value, onChoose }: ChoiceProps) {
  if (values.length === 0 && value === undefined) return null;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={[...new Set([...values, ...(value === undefined ? [] : [value])])]}
      value={value ?? null}
      onChange={(chosen) => onChoose(chosen ?? undefined)}
      searchable
      clearable
    />
  );
}
