// Opens the vault, by passphrase or by recovery words; or a backup of it, where it can't be opened.
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { VaultState } from '../../../shared/contract/vault.ts';
import { ConflictNotice } from '../../parts/conflict-notice.tsx';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { RestoreForm } from '../vault/restore-form.tsx';
import { ByPassphrase } from './by-passphrase.tsx';
import { ByWords } from './by-words.tsx';

interface UnlockScreenProps {
  readonly vault: VaultState;
  readonly onOpen: () => void;
}

/** Two ways in; there is no third. */
export function UnlockScreen({ vault, onOpen }: UnlockScreenProps) {
  const [way, setWay] = useState<'passphrase' | 'words' | 'restore'>('passphrase');
  const restored = () => {
    setWay('passphrase');
    onOpen();
  };
  return (
    <FrontPage folder={vault.folder}>
      <ConflictNotice conflicts={vault.conflicts} />
      {way === 'passphrase' && (
        <ByPassphrase
          canPickFolder={vault.canPickFolder}
          isWritable={vault.isWritable}
          onOpen={onOpen}
          onWords={() => setWay('words')}
          onRestore={() => setWay('restore')}
        />
      )}
      {way === 'words' && <ByWords onOpen={onOpen} onOtherWay={() => setWay('passphrase')} />}
      {way === 'restore' && (
        <Stack gap="lg">
          <PageTitle screen="Restore">Restore from a backup</PageTitle>
          <Text>
            The vault in this folder stays as it is: the backup becomes a vault of its own, in a folder beside.
          </Text>
          <RestoreForm
            folder={`${vault.folder}-restored`}
            onRestored={restored}
            onCancel={() => setWay('passphrase')}
          />
        </Stack>
      )}
    </FrontPage>
  );
}
