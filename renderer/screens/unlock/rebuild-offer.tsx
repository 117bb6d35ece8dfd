// What to do when the vault's database can't be read: rebuild it from the stored papers, with what that can and can't bring back said first.
import { Alert, Button, List, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import type { Job } from '../../../shared/model/job.ts';
import { LOST_WITH_DATABASE, type Rebuilt, rebuiltSentences } from '../../../shared/model/rebuilt.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { JobOutcome } from '../vault/job-outcome.tsx';

interface RebuildOfferProps {
  /** Why the vault did not open; the offer shows for a database that can't be read, and for nothing else. */
  readonly error: unknown;
  /** What the person just typed: it opens the header, if not the database. */
  readonly secret: { readonly passphrase: string } | { readonly words: string[] };
  /** Opens the rebuilt vault. */
  readonly onOpen: () => void;
}

/** Follows its job by itself: before a vault is open nothing else does. */
export function RebuildOffer({ error, secret, onOpen }: RebuildOfferProps) {
  const { client } = useHost();
  const [job, setJob] = useState<Job>();
  const rebuild = useMutation({
    mutationFn: async () => {
      const { jobId } = await client.vault.rebuild({ secret });
      for await (const now of await client.jobs.watch({ id: jobId })) setJob(now);
    },
    meta: { silent: true },
  });
  if (!isAppError(error) || error.code !== 'vault-database-damaged') return null;
  const isRunning = rebuild.isPending;
  return (
    <Alert color="gray" variant="light" className="notice" title="Without a backup: rebuild from the stored papers">
      <Stack gap="sm" align="flex-start">
        {job?.state !== 'done' && (
          <>
            <Text size="sm">
              A backup brings back everything, so restore one if you have it. Without one, the papers themselves are
              still stored: the app can make a new database of them, with their file names, and read them again.
            </Text>
            <Text size="sm">{LOST_WITH_DATABASE}</Text>
            <Text size="sm">The old database is put aside in the vault’s folder, not deleted.</Text>
            <Button variant="default" loading={isRunning} onClick={() => rebuild.mutate()}>
              Rebuild from the stored papers
            </Button>
          </>
        )}
        <ErrorNotice error={rebuild.error} />
        {isRunning && job?.state === 'running' && (
          <Stack gap={6} w="100%" align="flex-start">
            <Text size="sm" role="status">
              {job.progress.stage}
            </Text>
            <Progress value={share(job)} w="100%" aria-label={job.progress.stage} />
            <Button size="compact-sm" variant="default" onClick={() => void client.jobs.cancel({ id: job.id })}>
              Stop
            </Button>
          </Stack>
        )}
        <JobOutcome job={isRunning ? undefined : job}>
          {({ rebuilt }) => rebuilt && <Done rebuilt={rebuilt} onOpen={onOpen} />}
        </JobOutcome>
      </Stack>
    </Alert>
  );
}

function Done({ rebuilt, onOpen }: { readonly rebuilt: Rebuilt; readonly onOpen: () => void }) {
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm" fw={600}>
        The vault is rebuilt.
      </Text>
      <List size="sm" spacing={4}>
        {rebuiltSentences(rebuilt).map((sentence) => (
          <List.Item key={sentence} className="wrap-anywhere">
            {sentence}
          </List.Item>
        ))}
      </List>
      <Button onClick={onOpen}>Open the rebuilt vault</Button>
    </Stack>
  );
}

const share = ({ progress: { done, total } }: Job) => (total > 0 ? (100 * done) / total : 0);
