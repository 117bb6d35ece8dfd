// A field for a passphrase that says when caps lock is on.
import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

/** Like a password field, with a caps-lock hint below. */
export function PassphraseField(props: PasswordInputProps) {
  const [isCapsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        {...props}
        autoCapitalize="none"
        onKeyDown={look}
        onKeyUp={look}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type', tabIndex: 0 }}
      />
      <Text size="sm" role="status" c="var(--mantine-color-error)">
        {isCapsLock ? 'Caps lock is on.' : ''}
      </Text>
    </div>
  );
}
