// Two fields for a new passphrase, with a hint on its length.
import { Progress, Stack, Text } from '@mantine/core';
import { hintFor } from '../wording/passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';

export interface NewPassphraseValue {
  readonly first: string;
  readonly second: string;
}

interface NewPassphraseProps {
  readonly value: NewPassphraseValue;
  readonly onChange: (value: NewPassphraseValue) => void;
  readonly label?: string;
}

/** True when both fields agree and are long enough. */
export function isReady({ first, second }: NewPassphraseValue): boolean {
  return hintFor(first).isEnough && first === second;
}

/** The passphrase, and the same once more. */
export function NewPassphrase({ value, onChange, label = 'Passphrase' }: NewPassphraseProps) {
  const hint = hintFor(value.first);
  const differs = value.second !== '' && value.first !== value.second && !value.first.startsWith(value.second);
  return (
    <Stack gap="sm">
      <div>
        <PassphraseField
          label={label}
          autoComplete="new-password"
          value={value.first}
          onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
          aria-describedby="passphrase-hint"
          required
          withAsterisk={false}
        />
        <Progress
          value={hint.strength}
          color={hint.isEnough ? 'pine' : 'orange'}
          size="sm"
          mt={6}
          aria-label="Length of the passphrase"
        />
        <Text id="passphrase-hint" size="sm" c="dimmed" mt={4}>
          {hint.sentence}
        </Text>
      </div>
      <PassphraseField
        label={`${label}, once more`}
        autoComplete="new-password"
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
        error={differs ? 'The two differ.' : undefined}
        required
        withAsterisk={false}
      />
    </Stack>
  );
}
