// Payment plans agreed with a provider, with their instalments.
import { SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import { instalments } from '../../../../shared/cases/money/instalments.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { Fold } from '../../../parts/fold.tsx';
import { typed, typedDay } from '../../../parts/form-text.ts';
import { centsOf, dollarsTyped } from '../../../wording/dollars.ts';
import { count, daysInWords, longDate, shortDate, today } from '../../../wording/format.ts';
import { DollarInput, NO_AMOUNT } from './dollar-input.tsx';
import { EntryForm } from './entry-form.tsx';
import { RowButtons } from './row-buttons.tsx';
import { type EntryOf, useMoneyEntries } from './use-money-entries.ts';

type Plan = EntryOf<'payment-plan'>;

/** Each plan with its next instalment; the others are folded away. */
export function PlanPart({ view }: { readonly view: CaseView }) {
  const { entries, add, save, remove } = useMoneyEntries(view, 'payment-plan');
  const [edited, setEdited] = useState<Plan | 'new'>();
  useResume('payment-plan', ({ about }) => setEdited(entries.find(({ id }) => id === about) ?? 'new'));
  const initial = edited === 'new' ? undefined : edited;
  const take = (data: FormData): string | undefined => {
    const cents = centsOf(typed(data, 'amount'));
    if (cents === undefined || cents === 0) return NO_AMOUNT;
    const times = typed(data, 'count');
    if (times !== '' && !isCount(times)) return 'Type how many instalments as a whole number from 1 to 600.';
    const entry = {
      kind: 'payment-plan' as const,
      with: typed(data, 'with'),
      cents,
      firstOn: typedDay(data, 'firstOn') ?? today(),
      note: typed(data, 'note'),
      ...(times !== '' && { count: Number(times) }),
    };
    if (initial === undefined) add(entry);
    else save({ ...entry, id: initial.id });
    return undefined;
  };
  return (
    <FocusKeeper aria-labelledby="plans-heading">
      <Title order={2} id="plans-heading" mb="xs">
        Payment plans
      </Title>
      {entries.length === 0 && (
        <Text c="dimmed">Instalments you agreed with a provider. They stand among the dates.</Text>
      )}
      <div className="diary">
        {entries.map((entry) => (
          <PlanCard key={entry.id} entry={entry} onChange={() => setEdited(entry)} onRemove={() => remove(entry)} />
        ))}
      </div>
      <EntryForm
        form="payment-plan"
        about={initial?.id}
        key={initial?.id ?? 'new'}
        name={initial === undefined ? 'Add a payment plan' : 'Change the payment plan'}
        isOpen={edited !== undefined}
        onOpen={(open) => setEdited(open ? 'new' : undefined)}
        onSend={take}
      >
        {() => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              name="with"
              label="Agreed with"
              required
              maxLength={300}
              defaultValue={initial?.with ?? ''}
              autoComplete="off"
            />
            <DollarInput name="amount" label="Amount each month" required defaultValue={dollarsTyped(initial?.cents)} />
            <DayInput name="firstOn" label="First instalment" required defaultValue={initial?.firstOn ?? ''} />
            <TextInput
              name="count"
              label="How many (empty: no end agreed)"
              inputMode="numeric"
              defaultValue={initial?.count ?? ''}
              autoComplete="off"
            />
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

interface PlanCardProps {
  readonly entry: Plan;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function PlanCard({ entry, onChange, onRemove }: PlanCardProps) {
  const all = instalments(entry, today());
  const next = all.find(({ past }) => !past);
  const past = all.filter((each) => each.past).length;
  return (
    <article className="surface diary-card" aria-label={`Payment plan with ${entry.with}`}>
      <div className="work-row">
        <div className="grow">
          <h3 className="small-heading">
            {formatCents(entry.cents)} a month to {entry.with}
          </h3>
          <Text>
            {next === undefined ? (
              'All instalments lie in the past.'
            ) : (
              <>
                Next: <strong>{longDate(next.on)}</strong> ({daysInWords(next.on)})
              </>
            )}
          </Text>
          {entry.count !== undefined && (
            <Text size="sm" c="dimmed">
              {past} of {count(entry.count, 'instalment')} past, {formatCents(entry.cents * (entry.count - past))} to
              come
            </Text>
          )}
          {entry.note !== '' && <Text size="sm">{entry.note}</Text>}
        </div>
        <RowButtons about={`plan with ${entry.with}`} onChange={onChange} onRemove={onRemove} />
      </div>
      <Fold summary="All instalments">
        <ul className="plain-list">
          {all.map(({ on, cents, past: isPast }) => (
            <li key={on} className="money-row">
              <span className="money-kind">{shortDate(on)}</span>
              <span className="money-what">{isPast ? 'day has passed' : on === next?.on ? 'next' : 'to come'}</span>
              <span className="money-amount">{formatCents(cents)}</span>
            </li>
          ))}
          {entry.count === undefined && <li className="hint">and so on, as no end is agreed</li>}
        </ul>
      </Fold>
    </article>
  );
}

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600;
}
