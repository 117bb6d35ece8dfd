// Backup: when the last one was made, and one now.
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { BackupStatus } from '../../../shared/contract/backup.ts';
import type { Preferences } from '../../../shared/model/preferences.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { count, fileSize } from '../../wording/format.ts';
import { backupAge, isBackupDue } from './backup-age.ts';
import { DownloadPart } from './download-part.tsx';
import { EarlierBackups } from './earlier-backups.tsx';
import { JobOutcome } from './job-outcome.tsx';
import { PlaceInput } from './place-input.tsx';
import { useJobOf } from './use-backup.ts';

/** A folder and a button; the folder of the last backup is offered. */
export function BackupPart({
  status,
  preferences,
}: {
  readonly status: BackupStatus;
  readonly preferences: Preferences;
}) {
  const { client } = useHost();
  const [typed, setTyped] = useState<string>();
  const folder = typed ?? status.folder;
  const backup = useJobOf('backup', (at: string) => client.backup.start({ folder: at }));
  return (
    <section aria-labelledby="backup-heading">
      <Stack gap="sm">
        <Title order={2} id="backup-heading">
          Backup
        </Title>
        <LastBackup last={status.last} everyWeeks={preferences.backupEveryWeeks} />
        <Text size="sm" c="dimmed">
          One file with everything, encrypted like the vault: it may lie on a stick, another disk or in a synced folder.
          It opens with the passphrase or recovery words of the day it was made. Earlier backups are never changed; keep
          at least three.
        </Text>
        <PlaceInput label="Folder for the backup" what="folder" value={folder} onChange={setTyped} />
        <Group>
          <Button disabled={folder.trim() === ''} loading={backup.isBusy} onClick={() => backup.start(folder)}>
            Back up now
          </Button>
        </Group>
        <ErrorNotice error={backup.error} />
        <JobOutcome job={backup.last}>
          {({ backup: made }) =>
            made &&
            made.downloadId === undefined && (
              <Text size="sm" className="wrap-anywhere">
                Written and read back: {count(made.files, 'stored file')} in {made.path}
              </Text>
            )
          }
        </JobOutcome>
        <DownloadPart />
        <EarlierBackups preferences={preferences} />
      </Stack>
    </section>
  );
}

function LastBackup({ last, everyWeeks }: { readonly last: BackupStatus['last']; readonly everyWeeks: number }) {
  const now = Date.now();
  if (last === undefined)
    return (
      <Alert color="yellow" variant="light" icon={<Icon name="info" />} className="notice">
        There is no backup yet. If this disk fails, the papers are gone; a first backup takes a minute.
      </Alert>
    );
  const age = backupAge(last.madeAt, now);
  const when = age === 0 ? 'today' : `${count(age, 'day')} ago`;
  return (
    <>
      {isBackupDue(last.madeAt, everyWeeks, now) && (
        <Alert color="yellow" variant="light" icon={<Icon name="info" />} className="notice">
          The last backup is {count(age, 'day')} old. It is time for another one.
        </Alert>
      )}
      <Text className="wrap-anywhere">
        Last backup: {when}, {fileSize(last.byteLength)}, {last.path}
      </Text>
      {last.unsound > 0 && (
        <Text size="sm">
          {count(last.unsound, 'stored file')} was damaged or missing at that time: see “Health” below and keep the
          backups of before.
        </Text>
      )}
    </>
  );
}
