// Money of a case.
import { Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';

interface MoneyTabProps {
  readonly view: CaseView;
}

/** Money of a case. */
export function MoneyTab({ view }: MoneyTabProps) {
  return <Text>{view.case.title}</Text>;
}
