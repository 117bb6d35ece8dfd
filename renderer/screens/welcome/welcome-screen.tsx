// First start: what this is, a passphrase, the recovery words, and a check that they were written down.
import { Anchor, Stack } from '@mantine/core';
import { useState } from 'react';
import type { VaultState } from '../../../shared/contract/vault.ts';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { PlaceNotice } from '../../parts/place-notice.tsx';
import { RestoreForm } from '../vault/restore-form.tsx';
import { CreateVault } from './create-vault.tsx';
import { WordsCheck } from './words-check.tsx';
import { WordsShown } from './words-shown.tsx';

interface WelcomeScreenProps {
  readonly vault: VaultState;
  readonly onOpen: () => void;
}

/** Leads to an open vault. The recovery words live in this screen's memory only. */
export function WelcomeScreen({ vault, onOpen }: WelcomeScreenProps) {
  const [words, setWords] = useState<readonly string[]>();
  const [isChecking, setChecking] = useState(false);
  const [isRestoring, setRestoring] = useState(false);
  return (
    <FrontPage folder={words === undefined ? vault.folder : undefined}>
      {words === undefined && isRestoring && (
        <Stack gap="lg">
          <PageTitle screen="Restore">Restore from a backup</PageTitle>
          <RestoreForm folder={vault.folder} onRestored={onOpen} onCancel={() => setRestoring(false)} />
        </Stack>
      )}
      {words === undefined && !isRestoring && (
        <Stack gap="lg">
          <CreateVault canPickFolder={vault.canPickFolder} onCreated={setWords} />
          <PlaceNotice place={vault.place} />
          <Anchor component="button" type="button" onClick={() => setRestoring(true)} ta="left" underline="always">
            Restore from a backup
          </Anchor>
        </Stack>
      )}
      {words !== undefined && !isChecking && <WordsShown words={words} onNext={() => setChecking(true)} />}
      {words !== undefined && isChecking && (
        <WordsCheck words={words} onBack={() => setChecking(false)} onPassed={onOpen} />
      )}
    </FrontPage>
  );
}
