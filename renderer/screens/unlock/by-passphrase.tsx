// Opens the vault with the passphrase.
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { PickFolder } from '../../parts/pick-folder.tsx';

interface ByPassphraseProps {
  readonly canPickFolder: boolean;
  readonly onOpen: () => void;
  readonly onOtherWay: () => void;
}

/** One field and one button. */
export function ByPassphrase({ canPickFolder, onOpen, onOtherWay }: ByPassphraseProps) {
  const { client } = useHost();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useMutation({
    mutationFn: () => client.vault.unlock({ passphrase }),
    onSuccess: onOpen,
    meta: { silent: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') unlock.mutate();
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
          data-autofocus
          autoFocus
        />
        <ErrorNotice error={unlock.error} />
        <Group>
          <Button type="submit" size="md" loading={unlock.isPending}>
            Unlock
          </Button>
          {canPickFolder && <PickFolder />}
        </Group>
        <Anchor component="button" type="button" onClick={onOtherWay} ta="left" underline="always">
          Use recovery words instead
        </Anchor>
      </Stack>
    </form>
  );
}
