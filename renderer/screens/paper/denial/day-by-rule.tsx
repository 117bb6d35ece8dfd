// One deadline: the last day, the day to aim for, what the rule and what the letter say of it.
import { Anchor } from '@mantine/core';
import type { Deadline } from '../../../../shared/model/case.ts';
import type { DenialView } from '../../../../shared/model/denial.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { Fold } from '../../../parts/fold.tsx';
import { limitInWords, sentencesIn } from '../../../wording/denial.ts';
import { daysInWords, daysUntil, longDate } from '../../../wording/format.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { Basis } from './basis.tsx';
import { OwnWords } from './words-link.tsx';

interface DayByRuleProps {
  readonly id: PaperRoute['id'];
  readonly deadline: Deadline;
  readonly caseId: DenialView['caseId'];
}

/** The letter's own sentence always stands beside the computed day. */
export function DayByRule({ id, deadline, caseId }: DayByRuleProps) {
  const { what, latest, target, stated, disagrees, explanation, trigger } = deadline;
  const hasPassed = latest !== undefined && daysUntil(latest) < 0;
  // Nobody has said when the letter came, though its arrival starts the clock.
  const isSafeDay = trigger?.kind === 'notice-date' && deadline.statedSpan?.from === 'receipt';
  return (
    <section className="day-by-rule" aria-label={`Deadline: ${what}`}>
      <p className="day-what">{what}</p>
      {latest === undefined ? (
        <p className="day-last">The last day is not known yet</p>
      ) : (
        <p className="day-last" data-passed={hasPassed || undefined}>
          {longDate(latest)} <span className="day-distance">{daysInWords(latest)}</span>
        </p>
      )}
      {target !== undefined && target !== latest && daysUntil(target) >= 0 && (
        <p>
          Aim for <strong>{longDate(target)}</strong>.
        </p>
      )}
      {disagrees && (
        <p className="day-disagrees">The rule and the letter do not agree. Keep to the earlier day and ask the plan.</p>
      )}
      <dl className="compared">
        {latest !== undefined && (
          <div>
            <dt>{deadline.fallback ? 'Worked out' : 'By the rule'}</dt>
            <dd>
              {longDate(latest)}
              <Basis {...deadline} />
            </dd>
          </div>
        )}
        <div>
          <dt>By the letter</dt>
          <dd>
            {stated === undefined ? (
              'No time limit for this was found in the letter.'
            ) : (
              <>
                {statedInWords(deadline)}
                <OwnWords id={id} proof={stated.proof} about={what} />
              </>
            )}
          </dd>
        </div>
      </dl>
      {isSafeDay && (
        <p className="hint">
          Counted from the letter’s date to be safe.{' '}
          {caseId === undefined ? (
            'Once you make a case you can fill in the day the letter arrived.'
          ) : (
            <Anchor href={hrefOf({ screen: 'case', id: caseId, tab: 'reasons' })} inherit underline="always">
              Fill in the day the letter arrived
            </Anchor>
          )}
        </p>
      )}
      <Fold summary="How this was worked out" isOpen={disagrees || hasPassed || latest === undefined}>
        <ul className="tight-list">
          {sentencesIn(explanation).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {latest === undefined && <Basis {...deadline} />}
      </Fold>
    </section>
  );
}

function statedInWords({ statedSpan, statedDays, statedDate }: Deadline): string | undefined {
  if (statedDate !== undefined) return limitInWords({ date: statedDate });
  if (statedSpan !== undefined) return limitInWords(statedSpan);
  return statedDays === undefined ? undefined : limitInWords({ amount: statedDays, unit: 'days' });
}
