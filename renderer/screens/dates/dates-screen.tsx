// All dates to keep over all cases, and what is still open.
import { Stack, Text } from '@mantine/core';
import { useAgenda } from '../../bridge/queries.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { AgendaList } from './agenda-list.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { ReminderPart } from './reminder-part.tsx';
import { ReviewPart } from './review-part.tsx';

/** Dates first, then the review, then ways to be reminded. */
export function DatesScreen() {
  const agenda = useAgenda();
  return (
    <Stack gap="xl" maw={900} mx="auto">
      <div>
        <PageTitle screen="Dates">Dates</PageTitle>
        <Text c="dimmed">Deadlines, answers that are due, promises, tasks and instalments of all your cases.</Text>
      </div>
      <ErrorNotice error={agenda.error} />
      {agenda.isPending && <Loading label="Gathering the dates" />}
      {agenda.data !== undefined && (
        <>
          {agenda.data.items.length === 0 ? (
            <EmptyState icon="calendar" heading="No date to keep">
              Dates come from your cases: the deadline of each denial, promises you note, tasks with a day.
            </EmptyState>
          ) : (
            <AgendaList items={agenda.data.items} />
          )}
          <ReviewPart points={agenda.data.review} onAssess={agenda.refetch} isBusy={agenda.isFetching} />
          <ReminderPart items={agenda.data.items} />
          <CalendarPart hasDates={agenda.data.items.length > 0} />
        </>
      )}
    </Stack>
  );
}
