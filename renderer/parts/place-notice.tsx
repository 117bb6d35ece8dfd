// Says when the vault's folder lies where a sync program or another computer also works on it.
import { Alert, Text } from '@mantine/core';
import type { VaultState } from '../../shared/contract/vault.ts';
import { Icon } from './icons.tsx';

/** A warning, never a refusal; nothing for an ordinary place. */
export function PlaceNotice({ place }: { readonly place: VaultState['place'] }) {
  if (place === undefined) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<Icon name="alert" />}
      className="notice"
      role="status"
      title={
        place.kind === 'synced' ? `This folder seems to be copied by ${place.by}` : 'This folder is on another computer'
      }
    >
      <Text size="sm">
        {place.kind === 'synced'
          ? 'What is copied is encrypted, so nobody can read it there. But a copy made while you work can mix old and new files, and two computers must never have the vault open at once. Better: keep the vault in an ordinary folder, and let the backups be copied.'
          : `Its disk (${place.by}) may be gone or slow in the middle of work, and two computers must never have the vault open at once. Better: keep the vault on a disk of this computer, and put the backups there.`}
      </Text>
    </Alert>
  );
}
