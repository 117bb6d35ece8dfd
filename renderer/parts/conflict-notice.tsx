// Says when a sync program left copies of the vault or of its parts, and what to do about them.
import { Alert, Text } from '@mantine/core';
import type { VaultState } from '../../shared/contract/vault.ts';
import { CONFLICT_ADVICE } from '../../shared/model/strays.ts';
import { Icon } from './icons.tsx';

/** Nothing when there are none. */
export function ConflictNotice({ conflicts }: Pick<VaultState, 'conflicts'>) {
  if (conflicts.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<Icon name="alert" />}
      className="notice"
      role="status"
      title="There is more than one copy of this vault’s files"
    >
      <Text size="sm" className="wrap-anywhere">
        {conflicts.join('; ')}
      </Text>
      <Text size="sm" mt="xs">
        {CONFLICT_ADVICE}
      </Text>
    </Alert>
  );
}
