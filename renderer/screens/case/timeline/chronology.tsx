// The chronology: one dated line for everything the papers and the user's notes tell, by month.
import { Button, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import { EventKind, type TimelineEvent } from '../../../../shared/model/record.ts';
import { useCaseChange, useRecord } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { Fold } from '../../../parts/fold.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { count } from '../../../wording/format.ts';
import { EVENT_NAMES } from '../../../wording/work.ts';
import { ChronologyRow } from './chronology-row.tsx';
import { byMonth, kindsIn, linesTakenOut, takenOutName } from './months.ts';

/** Lines can be filtered by kind, taken out and brought back. */
export function ChronologyPart({ view }: { readonly view: CaseView }) {
  const record = useRecord(view.case.id);
  const [kind, setKind] = useState<EventKind>();
  const { mutateAsync: hide } = useCaseChange((client, row: { rowId: string; hidden: boolean }) =>
    client.record.hideRow({ id: view.case.id, ...row }),
  );
  const bringBack = (rowId: string) => void hide({ rowId, hidden: false }).catch(() => undefined);
  const takeOut = ({ id: rowId, what }: TimelineEvent) =>
    void hide({ rowId, hidden: true }).then(
      () => offerUndo({ id: `line-${rowId}`, message: `“${what}” is taken out.`, undo: () => bringBack(rowId) }),
      () => undefined, // the reason is shown by the query client
    );
  const events = record.data?.record.timeline ?? [];
  const shown = kind === undefined ? events : events.filter((event) => event.kind === kind);
  const gone = linesTakenOut(view.case.record.hidden);
  const titles = record.data?.documents ?? view.documents;
  return (
    <FocusKeeper aria-labelledby="chronology-heading">
      <Group justify="space-between" align="flex-end" mb="xs">
        <Title order={2} id="chronology-heading">
          Chronology
        </Title>
        {events.length > 0 && (
          <Select
            aria-label="Show kinds of lines"
            data={[
              { value: 'all', label: `Everything (${events.length})` },
              ...kindsIn(events).map((each) => ({
                value: each.kind as string,
                label: `${EVENT_NAMES[each.kind]} (${each.count})`,
              })),
            ]}
            value={kind ?? 'all'}
            onChange={(value) => setKind(EventKind.safeParse(value).data)}
            allowDeselect={false}
          />
        )}
      </Group>
      <ErrorNotice error={record.error} />
      {record.isPending && <Loading label="Putting the dates in order" />}
      {record.isSuccess && events.length === 0 && (
        <Text c="dimmed">No dated line yet. Lines come from your papers and from what you note.</Text>
      )}
      <div className="chronology">
        {byMonth(shown).map((month) => (
          <section key={month.id} aria-labelledby={`month-${month.id}`}>
            <h3 className="small-heading month-heading" id={`month-${month.id}`}>
              {month.name}
            </h3>
            <ul className="plain-list">
              {month.events.map((event) => (
                <ChronologyRow key={event.id} event={event} titles={titles} onTakeOut={() => takeOut(event)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {gone.length > 0 && (
        <Fold summary={`${count(gone.length, 'line')} taken out`}>
          <ul className="plain-list work-rows">
            {gone.map((id) => (
              <li key={id} className="work-row">
                <span className="grow">{takenOutName(id, titles)}</span>
                <Button variant="default" size="compact-md" onClick={() => bringBack(id)}>
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </FocusKeeper>
  );
}
