// The dates as a file for a calendar program.
import { Button, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { CALENDAR_PATH } from '../../../shared/contract/assets.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { Icon } from '../../parts/icons.tsx';

/** Says before it is saved that the file is readable by anybody who has it. */
export function CalendarPart({ hasDates }: { readonly hasDates: boolean }) {
  return (
    <section aria-labelledby="calendar-heading">
      <Title order={2} id="calendar-heading" mb="xs">
        Calendar file
      </Title>
      <Text mb="xs">
        A file (.ics) with all dates for your calendar program. It is not encrypted and names your cases: whoever gets
        the file or sees your calendar can read them.
      </Text>
      {hasDates ? <SaveCalendar /> : <Text c="dimmed">There is no date to save yet.</Text>}
    </section>
  );
}

/** A download in the browser, the system's dialog on the desktop. */
function SaveCalendar() {
  const host = useHost();
  const save = useMutation({
    mutationFn: () => host.client.agenda.saveCalendar({}),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The calendar file was saved.' });
    },
  });
  const look = { variant: 'default', leftSection: <Icon name="download" size={17} /> } as const;
  const download = host.downloadUrl(CALENDAR_PATH);
  if (download === undefined)
    return (
      <Button {...look} loading={save.isPending} onClick={() => save.mutate()}>
        Save calendar file
      </Button>
    );
  return (
    <Button {...look} component="a" href={download} download>
      Save calendar file
    </Button>
  );
}
