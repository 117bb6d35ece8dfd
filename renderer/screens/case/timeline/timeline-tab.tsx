// Timeline of a case.
import { Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';

interface TimelineTabProps {
  readonly view: CaseView;
}

/** Timeline of a case. */
export function TimelineTab({ view }: TimelineTabProps) {
  return <Text>{view.case.title}</Text>;
}
