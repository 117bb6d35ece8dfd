// Other money that is looked for. The app keeps the list; it gives no advice to borrow.
import { Badge, Select, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { typed, typedChoice, typedDay } from '../../../parts/form-text.ts';
import { centsOf, dollarsTyped } from '../../../wording/dollars.ts';
import { shortDate } from '../../../wording/format.ts';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { FUNDING_NAMES, FUNDING_STATES } from '../../../wording/work.ts';
import { DollarInput, NO_AMOUNT } from './dollar-input.tsx';
import { EntryForm } from './entry-form.tsx';
import { RowButtons } from './row-buttons.tsx';
import { type EntryOf, useMoneyEntries } from './use-money-entries.ts';

type Funding = EntryOf<'funding'>;

/** Each with its state. */
export function FundingPart({ view }: { readonly view: CaseView }) {
  const { entries, add, save, remove } = useMoneyEntries(view, 'funding');
  const [edited, setEdited] = useState<Funding | 'new'>();
  useResume('funding', ({ about }) => setEdited(entries.find(({ id }) => id === about) ?? 'new'));
  const initial = edited === 'new' ? undefined : edited;
  const take = (data: FormData): string | undefined => {
    const amount = typed(data, 'amount');
    const cents = centsOf(amount);
    if (amount !== '' && cents === undefined) return NO_AMOUNT;
    const on = typedDay(data, 'on');
    const entry = {
      kind: 'funding' as const,
      funding: typedChoice(data, 'funding', FUNDING_NAMES) ?? 'other',
      from: typed(data, 'from'),
      state: typedChoice(data, 'state', FUNDING_STATES) ?? 'idea',
      note: typed(data, 'note'),
      ...(cents !== undefined && { cents }),
      ...(on !== undefined && { on }),
    };
    if (initial === undefined) add(entry);
    else save({ ...entry, id: initial.id });
    return undefined;
  };
  return (
    <FocusKeeper aria-labelledby="funding-heading">
      <Title order={2} id="funding-heading" mb="xs">
        Other money
      </Title>
      {entries.length === 0 && (
        <Text c="dimmed">
          Assistance programmes, grants, fundraising, family: what you asked for and how it stands. Many hospitals must
          offer financial assistance; ask for the form before you pay.
        </Text>
      )}
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.id} className="work-row">
            <span className="grow">
              <strong>{FUNDING_NAMES[entry.funding]}</strong>
              {entry.from !== '' && `: ${entry.from}`}
              {entry.cents !== undefined && `, ${formatCents(entry.cents)}`}
              {entry.on !== undefined && `, ${shortDate(entry.on)}`}{' '}
              <Badge className={entry.state === 'granted' || entry.state === 'received' ? 'tag tag-accent' : 'tag'}>
                {FUNDING_STATES[entry.state]}
              </Badge>
              {entry.note !== '' && <span className="hint"> {entry.note}</span>}
            </span>
            <RowButtons
              about={`${FUNDING_NAMES[entry.funding]} ${entry.from}`}
              onChange={() => setEdited(entry)}
              onRemove={() => remove(entry)}
            />
          </li>
        ))}
      </ul>
      <EntryForm
        form="funding"
        about={initial?.id}
        key={initial?.id ?? 'new'}
        name={initial === undefined ? 'Add other money' : 'Change the entry'}
        isOpen={edited !== undefined}
        onOpen={(open) => setEdited(open ? 'new' : undefined)}
        onSend={take}
      >
        {(first) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select
              name="funding"
              label="What it is"
              data={choicesOf(FUNDING_NAMES)}
              defaultValue={first('funding', initial?.funding ?? 'assistance-programme')}
              allowDeselect={false}
            />
            <TextInput
              name="from"
              label="From whom"
              maxLength={300}
              defaultValue={initial?.from ?? ''}
              autoComplete="off"
            />
            <Select
              name="state"
              label="How it stands"
              data={choicesOf(FUNDING_STATES)}
              defaultValue={first('state', initial?.state ?? 'applied')}
              allowDeselect={false}
            />
            <DollarInput name="amount" label="Amount (if known)" defaultValue={dollarsTyped(initial?.cents)} />
            <DayInput name="on" label="Day" defaultValue={initial?.on ?? ''} />
            <TextInput
              name="note"
              label="Note"
              maxLength={2000}
              defaultValue={initial?.note ?? ''}
              autoComplete="off"
            />
          </SimpleGrid>
        )}
      </EntryForm>
    </FocusKeeper>
  );
}
