// A field for a passphrase that says when caps lock is on.
import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';

interface PassphraseFieldProps extends PasswordInputProps {
  /** Called with the state of caps lock at each key and click. */
  readonly onCapsLock?: (isOn: boolean) => void;
}

/** Like a password field, with a caps-lock hint below. */
export function PassphraseField({ onCapsLock, ...props }: PassphraseFieldProps) {
  const [isCapsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent | MouseEvent) => {
    const isOn = event.getModifierState('CapsLock');
    setCapsLock(isOn);
    onCapsLock?.(isOn);
  };
  return (
    <div>
      <PasswordInput
        {...props}
        autoCapitalize="none"
        spellCheck={false}
        onKeyDown={look}
        onKeyUp={look}
        onMouseDown={look}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type', tabIndex: 0 }}
      />
      <Text size="sm" role="status" c="var(--mantine-color-error)">
        {isCapsLock ? 'Caps lock is on.' : ''}
      </Text>
    </div>
  );
}
