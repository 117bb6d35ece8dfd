// Criteria of a case.
import { Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';

interface CriteriaTabProps {
  readonly view: CaseView;
}

/** Criteria of a case. */
export function CriteriaTab({ view }: CriteriaTabProps) {
  return <Text>{view.case.title}</Text>;
}
