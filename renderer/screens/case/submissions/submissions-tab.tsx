// What was sent, when the plan must answer, how the case stands, and the decision that came in.
import { Stack } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { AnswerClock } from './answer-clock.tsx';
import { DecisionPart } from './decision-part.tsx';
import { PreviousLevel } from './levels.tsx';
import { SentPart } from './sent-part.tsx';
import { StatusPart } from './status-part.tsx';

interface SubmissionsTabProps {
  readonly view: CaseView;
}

/** In the order things happen. */
export function SubmissionsTab({ view }: SubmissionsTabProps) {
  return (
    <Stack gap="xl">
      <SentPart view={view} />
      <AnswerClock view={view} />
      <StatusPart view={view} />
      <DecisionPart view={view} />
      <PreviousLevel view={view} />
    </Stack>
  );
}
