// Files for sending, printing and keeping, made of a built version; and what it changed.
import { Alert, Badge, Button, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useJobs } from '../../../bridge/jobs.tsx';
import { usePackets } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { count, fileSize, shortDate } from '../../../wording/format.ts';
import { CopyList } from './copy-list.tsx';
import { MakeCopies } from './make-copies.tsx';
import { VersionDifferences } from './version-differences.tsx';

/** The newest version first; another can be chosen. Nothing is shown before the first version is built. */
export function CopiesPanel({ view }: { readonly view: CaseView }) {
  const packets = usePackets(view.case.id);
  const [chosen, setChosen] = useState<string | null>(null);
  if (packets.isError) return <ErrorNotice error={packets.error} />;
  const sorted = (packets.data ?? []).toSorted((a, b) => b.version - a.version);
  const packet = sorted.find(({ id }) => id === chosen) ?? sorted[0];
  if (packet === undefined) return null;
  return (
    <section aria-labelledby="copies-heading">
      <Title order={2} id="copies-heading" mb="xs">
        Send, print, keep
      </Title>
      <Stack gap="md">
        {sorted.length > 1 && (
          <Select
            label="Version"
            w={280}
            data={sorted.map((each) => ({ value: each.id, label: versionName(each) }))}
            value={packet.id}
            onChange={setChosen}
            allowDeselect={false}
          />
        )}
        <article
          key={packet.id}
          className="surface"
          style={{ padding: 16 }}
          aria-label={`Files of ${versionName(packet)}`}
        >
          <Stack gap="md">
            <Group gap="xs">
              <Text fw={700}>{versionName(packet)}</Text>
              {packet.draft && <Badge className="tag tag-warn">Draft</Badge>}
              <Text size="sm" c="dimmed">
                {count(packet.pageCount, 'page')} · {fileSize(packet.byteLength)}
              </Text>
            </Group>
            <VersionDifferences packetId={packet.id} />
            <MakeCopies packet={packet} />
            <CopyProgress view={view} />
            <CopyList packetId={packet.id} />
          </Stack>
        </article>
      </Stack>
    </section>
  );
}

function versionName({ version, createdOn }: Packet): string {
  return `Version ${version}, ${shortDate(createdOn)}`;
}

/** Files being made, with a way to stop; and what did not come about. What did is in the list below. */
function CopyProgress({ view }: { readonly view: CaseView }) {
  const { running, ended, cancel, putAway } = useJobs();
  const failed = ended.filter(
    ({ kind, state, result }) =>
      kind === 'copy' && state !== 'done' && (result?.caseId ?? view.case.id) === view.case.id,
  );
  return (
    <>
      {running
        .filter(({ kind }) => kind === 'copy')
        .map((job) => (
          <div key={job.id}>
            <Group justify="space-between" wrap="nowrap">
              <Text className="wrap-anywhere">{job.progress.stage}</Text>
              <Button size="compact-sm" variant="default" onClick={() => cancel(job.id)}>
                Stop
              </Button>
            </Group>
            <Progress
              mt={8}
              value={job.progress.total > 0 ? (100 * job.progress.done) / job.progress.total : 0}
              aria-label="Making the files"
            />
          </div>
        ))}
      {failed.map((job) => (
        <Alert
          key={job.id}
          className="notice"
          color={job.state === 'cancelled' ? 'gray' : 'red'}
          variant="light"
          icon={<Icon name="alert" />}
          title="No file was made"
          withCloseButton
          closeButtonLabel="Put this message away"
          onClose={() => putAway(job.id)}
          role="status"
        >
          {job.state === 'cancelled' ? 'Stopped. The version itself is unchanged.' : job.error?.sentence}
        </Alert>
      ))}
    </>
  );
}
