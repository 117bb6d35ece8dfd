// What happened and what is to be done: tasks, calls and notes, and the chronology of the case.
import { Stack } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { ChronologyPart } from './chronology.tsx';
import { DiaryPart } from './diary-part.tsx';
import { TaskPart } from './task-part.tsx';

interface TimelineTabProps {
  readonly view: CaseView;
}

/** What the user does comes first; the long list comes last. */
export function TimelineTab({ view }: TimelineTabProps) {
  return (
    <Stack gap="xl">
      <TaskPart view={view} />
      <DiaryPart view={view} />
      <ChronologyPart view={view} />
    </Stack>
  );
}
