// The reminder that a backup is due: one quiet notice after the vault was opened, with the way to make it.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { useJobs } from '../../bridge/jobs.tsx';
import { hrefOf } from '../../navigation/routes.ts';
import { count } from '../../wording/format.ts';
import { backupAge, isBackupDue } from './backup-age.ts';
import { useBackupStatus } from './use-backup.ts';
import { usePreferences } from './use-keeping.ts';

const NOTICE = 'backup-reminder';

/** Only when there was a backup before: a vault without any says so on its own screen, and at its name in the navigation. */
export function useBackupReminder(): void {
  const { client } = useHost();
  const { watch } = useJobs();
  const status = useBackupStatus().data;
  const everyWeeks = usePreferences().data?.backupEveryWeeks;
  const isTold = useRef(false);
  const { mutate: backUp } = useMutation({
    mutationFn: (folder: string) => client.backup.start({ folder }),
    onSuccess: watch,
  });
  useEffect(() => {
    const last = status?.last;
    if (last === undefined || everyWeeks === undefined || isTold.current) return;
    isTold.current = true;
    const now = Date.now();
    if (!isBackupDue(last.madeAt, everyWeeks, now)) return;
    notifications.show({
      id: NOTICE,
      autoClose: false,
      // Said in its turn: nothing is wrong.
      role: 'status',
      message: (
        <Group gap="sm">
          <Text size="sm">The last backup is {count(backupAge(last.madeAt, now), 'day')} old.</Text>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(NOTICE);
              backUp(status?.folder ?? '');
            }}
          >
            Back up now
          </Button>
          <Anchor href={hrefOf({ screen: 'vault' })} size="sm" underline="always">
            Look at the backups
          </Anchor>
        </Group>
      ),
    });
  }, [status, everyWeeks, backUp]);
}
