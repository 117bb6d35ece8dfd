// How far a packet is, and what came of the builds of this window.
import { Alert, Anchor, Button, Group, Progress, Text } from '@mantine/core';
import type { CaseId } from '../../../../shared/ids.ts';
import { useJobs } from '../../../bridge/jobs.tsx';
import { hrefOf } from '../../../navigation/routes.ts';
import { Icon } from '../../../parts/icons.tsx';

/** Running builds with a way to stop them, and ended ones until they are put away. */
export function BuildProgress({ caseId }: { readonly caseId: CaseId }) {
  const { running, ended, cancel, putAway } = useJobs();
  const own = ended.filter((job) => job.kind === 'packet' && (job.result?.caseId ?? caseId) === caseId);
  return (
    <>
      {running
        .filter((job) => job.kind === 'packet')
        .map((job) => (
          <div key={job.id} className="surface" style={{ padding: 16 }}>
            <Group justify="space-between" wrap="nowrap">
              <Text className="wrap-anywhere">{job.progress.stage}</Text>
              <Button size="compact-sm" variant="default" onClick={() => cancel(job.id)}>
                Stop
              </Button>
            </Group>
            <Progress
              value={job.progress.total > 0 ? (100 * job.progress.done) / job.progress.total : 0}
              mt={8}
              aria-label="Building the packet"
            />
          </div>
        ))}
      {own.map((job) => (
        <Alert
          key={job.id}
          className="notice"
          color={job.state === 'done' ? 'pine' : 'red'}
          variant="light"
          icon={<Icon name={job.state === 'done' ? 'check' : 'alert'} />}
          title={job.state === 'done' ? 'The packet is built and checked' : 'No packet was built'}
          withCloseButton
          closeButtonLabel="Put this message away"
          onClose={() => putAway(job.id)}
          role="status"
        >
          {job.error?.sentence ?? (job.state === 'cancelled' ? 'Stopped.' : 'Look through it before you send it.')}{' '}
          {job.state === 'done' && (
            <Anchor href={hrefOf({ screen: 'case', id: caseId, tab: 'packet', part: 'versions' })} underline="always">
              Show the versions
            </Anchor>
          )}
        </Alert>
      ))}
    </>
  );
}
