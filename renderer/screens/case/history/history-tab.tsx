// History of a case.
import { Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';

interface HistoryTabProps {
  readonly view: CaseView;
}

/** History of a case. */
export function HistoryTab({ view }: HistoryTabProps) {
  return <Text>{view.case.title}</Text>;
}
