// Turning reminders by the system on and off.
import { Button, Text, Title } from '@mantine/core';
import type { Agenda } from '../../../shared/model/diary.ts';
import { type ReminderState, useReminderSwitch } from './reminders.ts';

const SENTENCES: Readonly<Record<ReminderState, string>> = {
  on: 'Once a day, while the app runs, your system tells you how many dates are due. It shows no name.',
  off: 'Your system can tell you once a day, while the app runs, how many dates are due. It shows no name.',
  blocked: 'Your system or browser does not let the app remind you. You can change that in its settings.',
  impossible: 'Reminders by the system are not possible here.',
};

/** Permission is asked only by this button. */
export function ReminderPart({ items }: { readonly items: readonly Agenda[] }) {
  const { state, turn } = useReminderSwitch(items);
  return (
    <section aria-labelledby="reminders-heading">
      <Title order={2} id="reminders-heading" mb="xs">
        Reminders
      </Title>
      <Text mb="xs" role="status">
        {SENTENCES[state]}
      </Text>
      {(state === 'on' || state === 'off') && (
        <Button variant="default" onClick={() => void turn(state === 'off')}>
          {state === 'on' ? 'Stop reminding me' : 'Remind me'}
        </Button>
      )}
    </section>
  );
}
