// The backups of this vault one below the other, with their days, and the choices about them.
import { Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import type { EarlierBackup } from '../../../shared/contract/keeping.ts';
import { KEEP_CHOICES, type Preferences, REMINDER_CHOICES } from '../../../shared/model/preferences.ts';
import { Fold } from '../../parts/fold.tsx';
import { count, fileSize, longDate } from '../../wording/format.ts';
import { useChoice, useEarlierBackups } from './use-keeping.ts';

/** How often to be reminded, how many to keep, and the list. */
export function EarlierBackups({ preferences }: { readonly preferences: Preferences }) {
  const backups = useEarlierBackups().data ?? [];
  const choice = useChoice();
  return (
    <Stack gap="sm">
      <Group align="end" gap="md">
        <NativeSelect
          label="Remind me"
          value={preferences.backupEveryWeeks}
          onChange={(event) => {
            const weeks = REMINDER_CHOICES.find((each) => String(each) === event.currentTarget.value);
            if (weeks !== undefined) choice.mutate({ ...preferences, backupEveryWeeks: weeks });
          }}
          data={REMINDER_CHOICES.map((weeks) => ({ value: String(weeks), label: reminderWords(weeks) }))}
        />
        <NativeSelect
          label="Keep"
          value={preferences.keepBackups}
          onChange={(event) => {
            const keep = KEEP_CHOICES.find((each) => String(each) === event.currentTarget.value);
            if (keep !== undefined) choice.mutate({ ...preferences, keepBackups: keep });
          }}
          data={KEEP_CHOICES.map((keep) => ({
            value: String(keep),
            label: keep === 0 ? 'All backups' : `The last ${keep} good ones`,
          }))}
        />
      </Group>
      {preferences.keepBackups > 0 && (
        <Text size="sm" c="dimmed">
          Older ones are removed once a new backup was written and read back. The last {preferences.keepBackups} good
          ones that are found always stay.
        </Text>
      )}
      {backups.length > 0 && (
        <Fold summary={`Backups so far (${backups.length})`}>
          <List size="sm" spacing={6} listStyleType="none">
            {backups.map((backup) => (
              <List.Item key={`${backup.madeAt} ${backup.path}`}>
                <Text size="sm" className="wrap-anywhere">
                  {longDate(localDay(backup.madeAt))}, {fileSize(backup.byteLength)}: {backup.path}
                </Text>
                <Text size="sm" c="dimmed">
                  {stateWords(backup)}
                </Text>
              </List.Item>
            ))}
          </List>
        </Fold>
      )}
    </Stack>
  );
}

function reminderWords(weeks: number): string {
  if (weeks === 0) return 'Never';
  return weeks === 1 ? 'Every week' : `Every ${weeks} weeks`;
}

/** Whether it can be had now, and whether the vault was whole when it was made. */
function stateWords({ found, unsound }: EarlierBackup): string {
  const place = { yes: 'The file is there.', no: 'The file is not there now.', unknown: 'Saved by the browser.' }[
    found
  ];
  return unsound === 0 ? place : `${place} ${count(unsound, 'stored file')} was damaged or missing when it was made.`;
}

/** The calendar date of a moment where the person is. */
function localDay(moment: string): string {
  const day = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
