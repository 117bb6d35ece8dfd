// A backup the browser saves: made, saved, and counted only once the saved file was handed back and is the same.
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BrowserBackups } from '../../bridge/host.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Fold } from '../../parts/fold.tsx';
import { useJobOf } from './use-backup.ts';

/** Nothing where the host writes files by itself. */
export function DownloadPart() {
  const { backups } = useHost();
  if (backups === undefined) return null;
  return (
    <Fold summary="Save the backup with the browser instead">
      <Download backups={backups} />
    </Fold>
  );
}

function Download({ backups }: { readonly backups: BrowserBackups }) {
  const { client } = useHost();
  const queries = useQueryClient();
  const [counted, setCounted] = useState<string>();
  const making = useJobOf('backup', () => client.keeping.startDownload({}));
  const made = making.last?.result?.backup;
  const downloadId = made?.downloadId;
  const check = useMutation({
    mutationFn: (file: File) => backups.check(downloadId ?? '', file),
    onSuccess: async () => {
      setCounted(downloadId);
      notifications.show({ message: 'The saved file is whole. It counts as a backup from now on.' });
      await queries.invalidateQueries({ queryKey: ['backup'] });
    },
    meta: { silent: true },
  });
  const isWaiting = downloadId !== undefined && downloadId !== counted;
  return (
    <Stack gap="sm">
      <Text size="sm">
        Three steps, because a browser does not tell whether it saved a file: make it, save it, and show it to the app
        once so that it can be compared to the last byte.
      </Text>
      <Group>
        <Button variant="default" loading={making.isBusy} onClick={() => making.start(undefined)}>
          1. Make a backup to save
        </Button>
        {isWaiting && (
          <>
            <Button component="a" href={backups.saveUrl(downloadId)} download={made?.path}>
              2. Save the file
            </Button>
            <FileButton onChange={(file) => file !== null && check.mutate(file)} accept=".vaultbak">
              {(props) => (
                <Button {...props} variant="default" loading={check.isPending}>
                  3. Check the saved file…
                </Button>
              )}
            </FileButton>
          </>
        )}
      </Group>
      {isWaiting && (
        <Text size="sm" role="status" className="wrap-anywhere">
          {made?.path} is made and was read back. It counts as a backup once the saved file was checked.
        </Text>
      )}
      <ErrorNotice error={making.error ?? check.error} />
    </Stack>
  );
}
