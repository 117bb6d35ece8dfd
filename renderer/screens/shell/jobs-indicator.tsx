// Running work in the header: what is done now, how far it is, and a way to stop it.
import { Button, Popover, Progress, RingProgress, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { Job } from '../../../shared/model/job.ts';
import { useJobs } from '../../bridge/jobs.tsx';

/** Nothing while nothing runs. */
export function JobsIndicator() {
  const { running, cancel } = useJobs();
  const first = running[0];
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {first === undefined ? '' : announcement(first)}
      </VisuallyHidden>
      {first !== undefined && (
        <Popover position="bottom-end" width={340} withArrow trapFocus>
          <Popover.Target>
            <Button
              variant="subtle"
              px="xs"
              leftSection={
                <RingProgress
                  size={26}
                  thickness={4}
                  sections={[{ value: percent(first), color: 'pine' }]}
                  aria-hidden="true"
                />
              }
            >
              {running.length === 1 ? `${Math.round(percent(first))}%` : `${running.length} tasks`}
              <VisuallyHidden> done. Running tasks</VisuallyHidden>
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label="Running tasks">
            <Stack gap="md">
              {running.map((job) => (
                <div key={job.id}>
                  <Text size="sm" className="wrap-anywhere">
                    {job.progress.stage}
                  </Text>
                  <Progress value={percent(job)} my={6} aria-label={job.progress.stage} />
                  <Button size="compact-sm" variant="default" onClick={() => cancel(job.id)}>
                    Stop
                  </Button>
                </div>
              ))}
              <Text size="sm" c="dimmed">
                What is finished is kept, also when you stop or lock.
              </Text>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

function percent({ progress }: Job): number {
  return progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : 0;
}

/** Told in tenths, so that a screen reader is not flooded. */
function announcement(job: Job): string {
  const what = {
    import: 'Reading papers',
    packet: 'Building the packet',
    copy: 'Making files of the packet',
    sample: 'Loading the sample case',
    backup: 'Making a backup',
    restore: 'Restoring a backup',
    verify: 'Checking the vault',
    rebuild: 'Rebuilding the vault',
  }[job.kind];
  return `${what}: ${Math.floor(percent(job) / 10) * 10} percent`;
}
