// When the vault locks by itself, and how to lock it.
import { Kbd, List, NativeSelect, Stack, Title } from '@mantine/core';
import { LOCK_CHOICES, type Preferences } from '../../../shared/model/preferences.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { count } from '../../wording/format.ts';
import { useChoice } from './use-keeping.ts';

/** A choice of minutes, and what else locks. */
export function LockingPart({ preferences }: { readonly preferences: Preferences }) {
  const { kind } = useHost();
  const choice = useChoice();
  const modifier = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return (
    <section aria-labelledby="locking-heading">
      <Stack gap="sm">
        <Title order={2} id="locking-heading">
          Locking
        </Title>
        <NativeSelect
          label="Lock after"
          description={
            kind === 'desktop'
              ? 'Without a key or a movement of the mouse on this computer.'
              : 'Without a key or a movement of the mouse in this window.'
          }
          value={preferences.lockAfterMinutes}
          onChange={(event) => {
            const minutes = LOCK_CHOICES.find((each) => String(each) === event.currentTarget.value);
            if (minutes !== undefined) choice.mutate({ ...preferences, lockAfterMinutes: minutes });
          }}
          data={LOCK_CHOICES.map((minutes) => ({ value: String(minutes), label: count(minutes, 'minute') }))}
          maw={260}
        />
        <List size="sm" spacing={4}>
          <List.Item>
            {kind === 'desktop'
              ? 'It also locks when the computer sleeps, when its screen is locked (where the system says so), and when the window is closed.'
              : 'It also locks after the computer slept, and about two minutes after this window is closed.'}
          </List.Item>
          <List.Item>
            Lock: <Kbd>{modifier}</Kbd> + <Kbd>L</Kbd>. What you typed is saved first; work that runs goes on after you
            unlock.
          </List.Item>
          <List.Item>
            Lock at once: <Kbd>{modifier}</Kbd> + <Kbd>Shift</Kbd> + <Kbd>L</Kbd>. The screen is empty in that moment
            and nothing is asked; what you typed in the last second may be lost.
          </List.Item>
        </List>
      </Stack>
    </section>
  );
}
