// Health: reads every stored byte and says in plain words what is damaged or missing.
import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { isErrorCode } from '../../../shared/errors.ts';
import type { JobResult } from '../../../shared/model/job.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { count } from '../../wording/format.ts';
import { JobOutcome } from './job-outcome.tsx';
import { StraysPart } from './strays-part.tsx';
import { useJobOf } from './use-backup.ts';

/** A button, and what it found. */
export function HealthPart() {
  const { client } = useHost();
  const check = useJobOf('verify', () => client.upkeep.verify({}));
  return (
    <section aria-labelledby="health-heading">
      <Stack gap="sm">
        <Title order={2} id="health-heading">
          Health
        </Title>
        <Text size="sm" c="dimmed">
          Reads every stored file to its last byte and the whole database. You can go on working meanwhile.
        </Text>
        <Group>
          <Button variant="default" loading={check.isBusy} onClick={() => check.start(undefined)}>
            Check the vault
          </Button>
        </Group>
        <ErrorNotice error={check.error} />
        <JobOutcome job={check.last}>
          {({ health }) =>
            health && (
              <>
                <Found health={health} />
                {health.strays && <StraysPart strays={health.strays} />}
              </>
            )
          }
        </JobOutcome>
      </Stack>
    </section>
  );
}

function Found({ health: { checked, damaged } }: { readonly health: NonNullable<JobResult['health']> }) {
  if (damaged.length === 0) return <Text>All is whole: {count(checked, 'item')} checked.</Text>;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<Icon name="alert" />}
      className="notice"
      title={`${damaged.length} of ${count(checked, 'item')} can’t be used`}
    >
      <List size="sm">
        {damaged.map(({ what, code }) => (
          <List.Item key={what} className="wrap-anywhere">
            {what}: {isErrorCode(code) && code === 'vault-blob-missing' ? 'missing' : 'damaged'}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        Everything else can be used. Restore an earlier backup into another folder to get these back; do not delete that
        backup.
      </Text>
    </Alert>
  );
}
