// The library: all papers, and what became of the last import.
import { Button, Group, Stack, Text } from '@mantine/core';
import type { AddPapers, Picked } from '../../bridge/add-papers.ts';
import { readsPapers, useJobs } from '../../bridge/jobs.tsx';
import { useDocuments, useVaultState } from '../../bridge/queries.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { count } from '../../wording/format.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { Library } from './library.tsx';
import { LookalikeOffers } from './lookalike-offers.tsx';
import { useLookalikes } from './use-lookalikes.ts';
import { usePaste } from './use-paste.ts';

interface PapersScreenProps {
  readonly adding: AddPapers;
  readonly onChoose: (what: Picked) => void;
}

/** Empty at first, then the list with its filters. */
export function PapersScreen({ adding, onChoose }: PapersScreenProps) {
  const documents = useDocuments();
  const lookalikes = useLookalikes();
  usePaste(adding.add);
  const { running, ended } = useJobs();
  const isReading = running.some(readsPapers);
  const isEmpty = documents.data?.length === 0;
  // The notice on every screen says why nothing can be added then.
  const isReadOnly = useVaultState().data?.isReadOnly === true;
  return (
    <Stack gap="lg" maw={1100} mx="auto">
      <Group justify="space-between">
        <div>
          <PageTitle screen="Papers">Papers</PageTitle>
          {documents.data !== undefined && !isEmpty && (
            <Text c="dimmed">{count(documents.data.length, 'paper')} in the vault</Text>
          )}
        </div>
        {!isEmpty && !isReadOnly && (
          <Group gap="xs">
            <Button variant="default" onClick={() => onChoose('folder')} disabled={adding.isBusy}>
              Add a folder
            </Button>
            <Button
              leftSection={<Icon name="add" size={18} />}
              onClick={() => onChoose('files')}
              loading={adding.isBusy}
            >
              Add papers
            </Button>
          </Group>
        )}
      </Group>
      <ImportProgress jobs={running} upload={adding.upload} />
      {ended.map((job) => (
        <ImportReport key={job.id} job={job} />
      ))}
      <ErrorNotice error={documents.error} />
      {documents.isPending && <Loading label="Loading papers" />}
      {isEmpty && !isReading && !isReadOnly && <NoPapers adding={adding} onChoose={onChoose} />}
      {documents.data !== undefined && !isEmpty && (
        <>
          <LookalikeOffers pairs={lookalikes} documents={documents.data} />
          <Library documents={documents.data} />
        </>
      )}
    </Stack>
  );
}

function NoPapers({ adding, onChoose }: PapersScreenProps) {
  return (
    <EmptyState
      icon="papers"
      heading="Drop papers here"
      actions={
        <Group justify="center">
          <Button
            size="md"
            leftSection={<Icon name="add" size={18} />}
            onClick={() => onChoose('files')}
            loading={adding.isBusy}
          >
            Add papers
          </Button>
          <Button size="md" variant="default" onClick={() => onChoose('folder')} disabled={adding.isBusy}>
            Add a folder
          </Button>
          <Button size="md" variant="default" onClick={adding.loadSample} disabled={adding.isBusy}>
            Try it with the sample case
          </Button>
        </Group>
      }
    >
      The denial letter first, then everything that belongs to it: bills, records, doctor’s letters, plan pages. PDFs,
      scans, phone photos, saved mails with what is attached, Word files, web pages, text, ZIP files and whole folders.
      What you copied elsewhere can be pasted here. They are read here, on this computer.
    </EmptyState>
  );
}
