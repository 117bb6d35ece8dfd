// Says on every screen that the vault is open for reading only.
import { Alert } from '@mantine/core';
import { useVaultState } from '../bridge/queries.ts';
import { Icon } from './icons.tsx';

/** Nothing for a vault that was opened as usual. */
export function ReadOnlyNotice() {
  const vault = useVaultState();
  if (vault.data?.isReadOnly !== true) return null;
  return (
    <Alert
      color="gray"
      variant="light"
      icon={<Icon name="lock" />}
      className="notice"
      role="status"
      title="Open for reading only"
      mb="lg"
    >
      You can read, search, and save copies of papers and packets. Nothing can be changed: what you type here is not
      kept.
    </Alert>
  );
}
