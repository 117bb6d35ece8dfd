// Looking after the vault: backup, restore, ways in, health, trash.
import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useVaultState } from '../../bridge/queries.ts';
import { ConflictNotice } from '../../parts/conflict-notice.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Fold } from '../../parts/fold.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { PlaceNotice } from '../../parts/place-notice.tsx';
import { BackupPart } from './backup-part.tsx';
import { HealthPart } from './health-part.tsx';
import { LockingPart } from './locking-part.tsx';
import { RestoreForm } from './restore-form.tsx';
import { TrashPart } from './trash-part.tsx';
import { useBackupStatus } from './use-backup.ts';
import { usePreferences } from './use-keeping.ts';
import { WordsPart } from './words-part.tsx';

/** Everything about the vault as a whole. */
export function VaultScreen() {
  const vault = useVaultState();
  const status = useBackupStatus();
  const preferences = usePreferences();
  return (
    <Stack gap="xl" maw={760} mx="auto">
      <div>
        <PageTitle screen="Vault">Vault</PageTitle>
        <Text c="dimmed" className="wrap-anywhere">
          {vault.data?.folder}
        </Text>
      </div>
      <PlaceNotice place={vault.data?.place} />
      <ConflictNotice conflicts={vault.data?.conflicts ?? []} />
      <ErrorNotice error={status.error ?? preferences.error} />
      {status.isPending && <Loading label="Looking for the last backup" />}
      {status.data !== undefined && preferences.data !== undefined && (
        <BackupPart status={status.data} preferences={preferences.data} />
      )}
      <RestorePart />
      <WordsPart />
      {preferences.data !== undefined && <LockingPart preferences={preferences.data} />}
      <HealthPart />
      <TrashPart />
    </Stack>
  );
}

function RestorePart() {
  const [restored, setRestored] = useState<string>();
  return (
    <section aria-labelledby="restore-heading">
      <Stack gap="sm">
        <Title order={2} id="restore-heading">
          Restore
        </Title>
        <Text size="sm" c="dimmed">
          A backup becomes a second vault in a folder of its own. This vault stays open and as it is.
        </Text>
        <Fold summary="Restore a backup into another folder">
          <RestoreForm folder="" onRestored={setRestored} />
          {restored !== undefined && (
            <Text size="sm" mt="sm">
              To open it, lock this vault and choose that folder.
            </Text>
          )}
        </Fold>
      </Stack>
    </section>
  );
}
