// All cases: found by words and state, the one with the nearest date first.
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { CaseStatus } from '../../../shared/model/diary.ts';
import { useCases } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { STATUS_NAMES } from '../../wording/work.ts';
import { CaseCard } from './case-card.tsx';
import { byPatient, findCases } from './find-cases.ts';

/** Grouped by patient when there are several. */
export function CasesScreen() {
  const cases = useCases();
  return (
    <Stack gap="lg" maw={900} mx="auto">
      <PageTitle screen="Cases">Cases</PageTitle>
      <ErrorNotice error={cases.error} />
      {cases.isPending && <Loading label="Loading cases" />}
      {cases.data?.length === 0 && (
        <EmptyState
          icon="cases"
          heading="No case yet"
          actions={
            <Button component="a" href={hrefOf({ screen: 'papers' })}>
              Go to the papers
            </Button>
          }
        >
          A case starts from a denial: open the letter among your papers and choose “Make a case from this denial”.
        </EmptyState>
      )}
      {cases.data !== undefined && cases.data.length > 0 && <CaseList all={cases.data} />}
    </Stack>
  );
}

function CaseList({ all }: { readonly all: readonly CaseSummary[] }) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState<CaseStatus>();
  const shown = findCases(all, { text, status });
  const groups = byPatient(shown);
  const present = CaseStatus.options.filter((each) => all.some((item) => item.status === each));
  const isFiltered = text.trim() !== '' || status !== undefined;
  return (
    <>
      <Group gap="xs" align="flex-end" role="search" aria-label="Find cases">
        <TextInput
          type="search"
          label="Find a case"
          placeholder="Name, patient, plan or claim number"
          leftSection={<Icon name="search" size={17} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autoComplete="off"
          className="grow"
        />
        <Select
          label="State"
          data={[
            { value: 'all', label: 'All states' },
            ...present.map((value) => ({ value: value as string, label: STATUS_NAMES[value] })),
          ]}
          value={status ?? 'all'}
          onChange={(value) => setStatus(CaseStatus.safeParse(value).data)}
          allowDeselect={false}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {isFiltered ? `${shown.length} of ${all.length} shown` : ''}
      </Text>
      {shown.length === 0 && <Text>No case fits.</Text>}
      {groups.length > 1
        ? groups.map(({ patient, cases }) => (
            <section key={patient ?? ''} aria-label={patient ?? 'Patient not known'}>
              <Title order={2} mb="sm">
                {patient ?? 'Patient not known'}
              </Title>
              <Stack gap="md">
                {cases.map((item) => (
                  <CaseCard key={item.id} item={item} headingOrder={3} />
                ))}
              </Stack>
            </section>
          ))
        : shown.map((item) => <CaseCard key={item.id} item={item} headingOrder={2} />)}
    </>
  );
}
