// Letters of a case.
import { Text } from '@mantine/core';
import type { EntryId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';

interface LettersTabProps {
  readonly view: CaseView;
  readonly letterId: EntryId | undefined;
}

/** Letters of a case. */
export function LettersTab({ view }: LettersTabProps) {
  return <Text>{view.case.title}</Text>;
}
