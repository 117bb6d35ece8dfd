// Changes the passphrase of the open vault.
import { Button, Group, Modal, NavLink, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../bridge/host-context.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Icon } from '../../parts/icons.tsx';
import { isReady, NewPassphrase } from '../../parts/new-passphrase.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';

/** A link at the foot of the navigation that opens the dialog. */
export function ChangePassphrase() {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <NavLink
        component="button"
        type="button"
        label="Passphrase…"
        leftSection={<Icon name="shield" />}
        onClick={open}
      />
      {isOpen && <ChangePassphraseDialog onClose={close} />}
    </>
  );
}

/** Asks for the current passphrase and the new one. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useHost();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState({ first: '', second: '' });
  const change = useMutation({
    mutationFn: () => client.vault.changePassphrase({ passphrase: current, newPassphrase: next.first }),
    onSuccess: () => {
      notifications.show({ message: 'The passphrase was changed. Your recovery words stay the same.' });
      onClose();
    },
    meta: { silent: true },
  });
  const canSubmit = current !== '' && isReady(next);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) change.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Change the passphrase">
      <form onSubmit={submit}>
        <Stack>
          <PassphraseField
            label="Current passphrase"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            data-autofocus
          />
          <NewPassphrase value={next} onChange={setNext} label="New passphrase" />
          <ErrorNotice error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!canSubmit} loading={change.isPending}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
