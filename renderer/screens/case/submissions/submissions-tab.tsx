// Sent of a case.
import { Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';

interface SubmissionsTabProps {
  readonly view: CaseView;
}

/** Sent of a case. */
export function SubmissionsTab({ view }: SubmissionsTabProps) {
  return <Text>{view.case.title}</Text>;
}
