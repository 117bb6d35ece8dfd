// Help after a wrong passphrase, below the error.
import { List, Text } from '@mantine/core';
import { isAppError } from '../../../shared/errors.ts';
import { thingsToCheck } from '../../wording/passphrase-checks.ts';

/** What was typed when it was refused. */
export interface Attempt {
  readonly typed: string;
  readonly isCapsLock: boolean;
  /** How often in a row it was refused. */
  readonly count: number;
}

/** A list of things to check; nothing for any other error. */
export function WhatToCheck({ error, attempt }: { readonly error: unknown; readonly attempt: Attempt | undefined }) {
  if (attempt === undefined || !isAppError(error) || error.code !== 'vault-wrong-passphrase') return null;
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        What to check
      </Text>
      <List size="sm" spacing={4} mt={4}>
        {thingsToCheck(attempt.typed, attempt.isCapsLock).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {attempt.count > 1 && (
        <Text size="sm" c="dimmed" mt="xs">
          {attempt.count} tries so far. You can try as often as you like: nothing is deleted.
        </Text>
      )}
    </div>
  );
}
