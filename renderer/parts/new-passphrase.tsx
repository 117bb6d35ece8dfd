// Two fields for a new passphrase: how strong it is, a suggestion, and the same once more.
import { Stack, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { hintFor } from '../wording/passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import { Suggestion } from './suggestion.tsx';

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

/** The passphrase, and the same once more. A suggested one fills the first field; the second is typed from paper. */
export function NewPassphrase({ value, onChange, label = 'Passphrase' }: NewPassphraseProps) {
  const hint = hintFor(value.first);
  const hintId = useId();
  const again = useRef<HTMLInputElement>(null);
  const [suggested, setSuggested] = useState<string>();
  const differs = value.second !== '' && value.first !== value.second && !value.first.startsWith(value.second);
  const isSuggested = suggested !== undefined && value.first === suggested;
  return (
    <Stack gap="sm">
      <div>
        <PassphraseField
          label={label}
          autoComplete="new-password"
          value={value.first}
          onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
          aria-describedby={hintId}
          required
          withAsterisk={false}
        />
        <Text id={hintId} size="sm" c="dimmed" mt={4}>
          {hint.sentence}
        </Text>
        {hint.isEnough && <StrengthMeter passphrase={value.first} />}
      </div>
      <Suggestion
        onUse={(words) => {
          setSuggested(words);
          onChange({ first: words, second: '' });
          again.current?.focus();
        }}
      />
      <PassphraseField
        ref={again}
        label={`${label}, once more`}
        description={isSuggested ? 'Type the five words from your paper.' : undefined}
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
