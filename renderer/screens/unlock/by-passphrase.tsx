// Opens the vault with the passphrase.
import { Anchor, Button, Checkbox, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { PickFolder } from '../../parts/pick-folder.tsx';
import { RebuildOffer } from './rebuild-offer.tsx';
import { type Attempt, WhatToCheck } from './what-to-check.tsx';

interface ByPassphraseProps {
  readonly canPickFolder: boolean;
  /** False for a folder that can't be written to: then reading is all there is. */
  readonly isWritable: boolean;
  readonly onOpen: () => void;
  readonly onWords: () => void;
  readonly onRestore: () => void;
}

/** One field and one button, and the other ways below. */
export function ByPassphrase({ canPickFolder, isWritable, onOpen, onWords, onRestore }: ByPassphraseProps) {
  const { client } = useHost();
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState<Attempt>();
  const [readOnly, setReadOnly] = useState(!isWritable);
  const isCapsLock = useRef(false);
  const unlock = useMutation({
    mutationFn: (typed: string) => client.vault.unlock({ passphrase: typed, readOnly }),
    onSuccess: onOpen,
    onError: (_error, typed) =>
      setAttempt((last) => ({ typed, isCapsLock: isCapsLock.current, count: (last?.count ?? 0) + 1 })),
    meta: { silent: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') unlock.mutate(passphrase);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <PageTitle screen="Unlock">Unlock your vault</PageTitle>
        <PassphraseField
          label="Passphrase"
          size="md"
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          onCapsLock={(isOn) => {
            isCapsLock.current = isOn;
          }}
          data-autofocus
          autoFocus
        />
        <Checkbox
          label="Open for reading only"
          description={
            isWritable
              ? 'Nothing in the folder is changed.'
              : 'This folder can’t be written to, so the vault can only be read.'
          }
          checked={readOnly}
          onChange={(event) => setReadOnly(event.currentTarget.checked)}
        />
        <ErrorNotice error={unlock.error} />
        <WhatToCheck error={unlock.error} attempt={attempt} />
        <Group>
          <Button type="submit" size="md" loading={unlock.isPending}>
            Unlock
          </Button>
          {needsBackup(unlock.error) && (
            <Button size="md" variant="light" onClick={onRestore}>
              Restore a backup into a new folder
            </Button>
          )}
          {canPickFolder && <PickFolder />}
        </Group>
        <RebuildOffer error={unlock.error} secret={{ passphrase }} onOpen={() => unlock.mutate(passphrase)} />
        <Stack gap={4} align="start">
          <Anchor component="button" type="button" onClick={onWords} ta="left" underline="always">
            Use recovery words instead
          </Anchor>
          <Anchor component="button" type="button" onClick={onRestore} ta="left" underline="always">
            Restore from a backup
          </Anchor>
        </Stack>
      </Stack>
    </form>
  );
}

/** True for a vault that won't open with any passphrase. */
function needsBackup(error: unknown): boolean {
  return (
    isAppError(error) &&
    ['vault-header-damaged', 'vault-database-damaged', 'vault-tampered', 'vault-not-found'].includes(error.code)
  );
}
