// When the plan must answer, and what it means when it does not.
import { Text, Title } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { CaseStep, PlanDue } from '../../../../shared/model/clocks.ts';
import { Fold } from '../../../parts/fold.tsx';
import { longDate } from '../../../wording/format.ts';
import { Basis } from '../../paper/denial/basis.tsx';
import { dayInWords, fittingDue, timeInWords } from './due-words.ts';

/** One part for each time that can be meant. */
export function AnswerClock({ view }: { readonly view: CaseView }) {
  const fitting = fittingDue(view.planDue);
  return (
    <section aria-labelledby="clock-heading">
      <Title order={2} id="clock-heading" mb="xs">
        Time to answer
      </Title>
      {fitting.length === 0 && (
        <Text c="dimmed">
          No rule for this kind of plan is known that says how long it may take. Ask the plan in writing.
        </Text>
      )}
      <div className="diary">
        {fitting.map((due) => (
          <DueCard
            key={`${due.ruleId}/${due.timing}`}
            due={due}
            step={view.path.find(({ ruleId }) => ruleId === due.ruleId)?.step}
          />
        ))}
      </div>
    </section>
  );
}

interface DueCardProps {
  readonly due: PlanDue;
  /** The step that is answered. */
  readonly step: CaseStep | undefined;
}

function DueCard({ due, step }: DueCardProps) {
  const day = dayInWords(due);
  const { isLate, whenLate } = due;
  return (
    <div className="surface diary-card" data-late={isLate || undefined}>
      <Text fw={600}>{timeInWords(due, step)}</Text>
      {day === undefined ? <Text>The clock starts when the appeal goes out.</Text> : <Text>{day}</Text>}
      {isLate && (
        <Text fw={700} c="var(--mantine-color-error)">
          The answer is late.
        </Text>
      )}
      <Basis {...due} />
      {whenLate !== undefined && (
        <Fold summary={isLate ? 'What you can do now' : 'If it does not answer in time'} isOpen={isLate}>
          <p>{whenLate.what}</p>
          <p>
            {whenLate.leadsTo}
            {whenLate.by !== undefined && ` Last day: ${longDate(whenLate.by)}.`}
          </p>
          <Basis {...whenLate} />
        </Fold>
      )}
      <Fold summary="How this was worked out">
        <p>{due.explanation}</p>
      </Fold>
    </div>
  );
}
