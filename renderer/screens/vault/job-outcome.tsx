// What a job came to, at the place where it was started.
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Job, JobResult } from '../../../shared/model/job.ts';
import { Icon } from '../../parts/icons.tsx';

interface JobOutcomeProps {
  readonly job: Job | undefined;
  readonly children: (result: JobResult) => ReactNode;
}

/** The sentence of its error, that it was stopped, or what it gave. */
export function JobOutcome({ job, children }: JobOutcomeProps) {
  if (job === undefined || job.state === 'running') return null;
  if (job.state === 'cancelled')
    return (
      <Alert color="gray" variant="light" role="status" className="notice">
        Stopped. Nothing unfinished was left behind.
      </Alert>
    );
  if (job.state === 'failed')
    return (
      <Alert color="red" variant="light" icon={<Icon name="alert" />} role="alert" className="notice">
        {job.error?.sentence ?? 'This did not finish.'}
      </Alert>
    );
  return <div role="status">{children(job.result ?? {})}</div>;
}
