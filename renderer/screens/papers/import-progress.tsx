// How far the reading of papers is.
import { Button, Group, Progress, Text } from '@mantine/core';
import type { Job } from '../../../shared/model/job.ts';
import type { AddPapers } from '../../bridge/add-papers.ts';
import { readsPapers, useJobs } from '../../bridge/jobs.tsx';

interface ImportProgressProps {
  readonly jobs: readonly Job[];
  readonly upload: AddPapers['upload'];
}

/** One bar per running import, and one while files are handed over. */
export function ImportProgress({ jobs, upload }: ImportProgressProps) {
  const { cancel } = useJobs();
  return (
    <>
      {upload !== undefined && (
        <div className="surface" style={{ padding: 16 }}>
          <Text size="sm">
            Taking file {Math.min(upload.done + 1, upload.total)} of {upload.total}
          </Text>
          <Progress value={(100 * upload.done) / upload.total} mt={6} aria-label="Taking files" />
        </div>
      )}
      {jobs.filter(readsPapers).map((job) => (
        <div key={job.id} className="surface" style={{ padding: 16 }}>
          <Group justify="space-between" wrap="nowrap">
            <Text className="wrap-anywhere">{job.progress.stage}</Text>
            <Button size="compact-sm" variant="default" flex="none" onClick={() => cancel(job.id)}>
              Stop
            </Button>
          </Group>
          <Progress
            value={job.progress.total > 0 ? (100 * job.progress.done) / job.progress.total : 0}
            mt={8}
            aria-label="Reading papers"
          />
        </div>
      ))}
    </>
  );
}
