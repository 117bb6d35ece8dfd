// A copy for e-mail that opens only with a password.
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { COPY_PASSWORD_RULES, isGoodCopyPassword } from '../../../../shared/packet/copy-password.ts';
import type { CopyFormProps } from './make-copies.tsx';

/** The password stands in this form alone and is forgotten with it. */
export function PasswordForm({ isBusy, onOrder }: CopyFormProps) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isGood = isGoodCopyPassword(password);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood && password === again && !isBusy) onOrder({ kind: 'encrypted', password });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{COPY_PASSWORD_RULES}</Text>
        <PasswordInput
          label="Password of the copy"
          maw={360}
          maxLength={127}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={password !== '' && !isGood ? 'This password does not follow the rules above yet.' : undefined}
        />
        <PasswordInput
          label="The same password again"
          maw={360}
          maxLength={127}
          autoComplete="off"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={again !== '' && again !== password ? 'The two passwords differ.' : undefined}
        />
        <Group>
          <Button type="submit" disabled={isBusy || !isGood || password !== again}>
            Make locked copy
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
