// What the user paid: what the papers show, and what he types.
import { SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import { DocumentId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { MoneyView } from '../../../../shared/model/money.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { typed, typedDay } from '../../../parts/form-text.ts';
import { PageLink } from '../../../parts/page-link.tsx';
import { PaperSelect } from '../../../parts/paper-select.tsx';
import { SourceLinks } from '../../../parts/source-link.tsx';
import { centsOf, dollarsTyped } from '../../../wording/dollars.ts';
import { shortDate, today } from '../../../wording/format.ts';
import { DollarInput, NO_AMOUNT } from './dollar-input.tsx';
import { EntryForm } from './entry-form.tsx';
import { RowButtons } from './row-buttons.tsx';
import { type EntryOf, useMoneyEntries } from './use-money-entries.ts';

type Payment = EntryOf<'payment'>;

/** What is kept of the form beside its fields when it was not sent. */
const Unsent = z.object({ documentId: DocumentId.optional() });

/** The sum first, then each payment that was typed. */
export function PaymentPart({ view, money }: { readonly view: CaseView; readonly money: MoneyView }) {
  const { entries, add, save, remove } = useMoneyEntries(view, 'payment');
  const [edited, setEdited] = useState<Payment | 'new'>();
  const [documentId, setDocumentId] = useState<DocumentId>();
  const start = (entry: Payment | 'new' | undefined) => {
    setEdited(entry);
    setDocumentId(entry === 'new' ? undefined : entry?.documentId);
  };
  useResume('payment', ({ about, state }) => {
    start(entries.find(({ id }) => id === about) ?? 'new');
    setDocumentId(Unsent.safeParse(JSON.parse(state ?? '{}')).data?.documentId);
  });
  const initial = edited === 'new' ? undefined : edited;
  const take = (data: FormData): string | undefined => {
    const cents = centsOf(typed(data, 'amount'));
    if (cents === undefined || cents === 0) return NO_AMOUNT;
    const claim = typed(data, 'claim');
    const entry = {
      kind: 'payment' as const,
      on: typedDay(data, 'on') ?? today(),
      cents,
      to: typed(data, 'to'),
      note: typed(data, 'note'),
      ...(claim !== '' && { claim }),
      ...(documentId !== undefined && { documentId }),
    };
    if (initial === undefined) add(entry);
    else save({ ...entry, id: initial.id });
    return undefined;
  };
  return (
    <FocusKeeper aria-labelledby="payments-heading">
      <Title order={2} id="payments-heading" mb="xs">
        What you paid
      </Title>
      <Text>
        <strong>{formatCents(money.patientPaid.cents)}</strong> so far, by your papers and what you typed.
      </Text>
      {money.patientPaid.sources.length > 0 && (
        <Text size="sm">
          From <SourceLinks sources={money.patientPaid.sources} titles={view.documents} />
        </Text>
      )}
      <ul className="plain-list">
        {entries
          .toSorted((a, b) => b.on.localeCompare(a.on))
          .map((entry) => (
            <li key={entry.id} className="work-row">
              <span className="grow">
                <strong>{formatCents(entry.cents)}</strong> to {entry.to} on {shortDate(entry.on)}
                {entry.claim !== undefined && `, claim ${entry.claim}`}
                {entry.documentId !== undefined && (
                  <>
                    {' '}
                    (
                    <PageLink
                      documentId={entry.documentId}
                      title={view.documents[entry.documentId] ?? 'Paper'}
                      fromPage={1}
                    />
                    )
                  </>
                )}
                {entry.note !== '' && <span className="hint"> {entry.note}</span>}
              </span>
              <RowButtons
                about={`${formatCents(entry.cents)} to ${entry.to}`}
                onChange={() => start(entry)}
                onRemove={() => remove(entry)}
              />
            </li>
          ))}
      </ul>
      <EntryForm
        form="payment"
        about={initial?.id}
        state={{ documentId }}
        key={initial?.id ?? 'new'}
        name={initial === undefined ? 'Add a payment' : 'Change the payment'}
        isOpen={edited !== undefined}
        onOpen={(open) => start(open ? 'new' : undefined)}
        onSend={take}
      >
        {() => (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DollarInput name="amount" label="Amount paid" required defaultValue={dollarsTyped(initial?.cents)} />
            <DayInput
              name="on"
              label="Day of the payment"
              required
              defaultValue={initial?.on ?? today()}
              max={today()}
            />
            <TextInput
              name="to"
              label="Paid to"
              required
              maxLength={300}
              defaultValue={initial?.to ?? ''}
              autoComplete="off"
            />
            <TextInput
              name="claim"
              label="Claim number"
              maxLength={100}
              defaultValue={initial?.claim ?? ''}
              autoComplete="off"
            />
            <TextInput
              name="note"
              label="Note"
              maxLength={2000}
              defaultValue={initial?.note ?? ''}
              autoComplete="off"
            />
            <PaperSelect label="Receipt among your papers" value={documentId} onChange={setDocumentId} />
          </SimpleGrid>
        )}
      </EntryForm>
    </FocusKeeper>
  );
}
