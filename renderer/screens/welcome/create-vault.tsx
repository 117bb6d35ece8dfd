// What the app is, and the passphrase of the new vault.
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { isReady, NewPassphrase } from '../../parts/new-passphrase.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { PickFolder } from '../../parts/pick-folder.tsx';

interface CreateVaultProps {
  readonly canPickFolder: boolean;
  readonly onCreated: (words: readonly string[]) => void;
}

/** Creates the vault and hands its recovery words on. */
export function CreateVault({ canPickFolder, onCreated }: CreateVaultProps) {
  const { client } = useHost();
  const [passphrase, setPassphrase] = useState({ first: '', second: '' });
  const create = useMutation({
    mutationFn: () => client.vault.create({ passphrase: passphrase.first }),
    onSuccess: ({ recoveryWords }) => onCreated(recoveryWords),
    meta: { silent: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady(passphrase)) create.mutate();
  };
  return (
    <Stack gap="lg">
      <PageTitle screen="Welcome">Turn a denial into an appeal</PageTitle>
      <Text size="lg">
        Appeal Vault reads your denial letters, bills and records, shows what each denial says and when you must answer,
        and builds one indexed appeal packet from your own pages. Everything is kept encrypted in a vault on this
        computer, and nothing ever leaves it.
      </Text>
      <Text c="dimmed">
        It informs and organizes; it is not legal advice, and what you send is yours to read over first.
      </Text>
      <form onSubmit={submit}>
        <Stack gap="md">
          <NewPassphrase value={passphrase} onChange={setPassphrase} />
          <List size="sm" c="dimmed" spacing={4}>
            <List.Item>Only this passphrase or your 24 recovery words open the vault.</List.Item>
            <List.Item>Nobody, including the makers of this app, can open it without them.</List.Item>
          </List>
          <ErrorNotice error={create.error} />
          <Group>
            <Button type="submit" size="md" loading={create.isPending} disabled={!isReady(passphrase)}>
              Create the vault
            </Button>
            {canPickFolder && <PickFolder />}
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
