// The way from the letter to the last court, step by step: days that are known first, then what follows.
import type { ReactNode } from 'react';
import type { PathStep, PlanDue, StatedInLetter } from '../../../../shared/model/clocks.ts';
import type { DenialView } from '../../../../shared/model/denial.ts';
import type { Proof } from '../../../../shared/model/finding.ts';
import { Fold } from '../../../parts/fold.tsx';
import { answerInWords, limitInWords, spanInWords } from '../../../wording/denial.ts';
import { daysInWords, longDate } from '../../../wording/format.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { Basis } from './basis.tsx';
import { isForThis, type TimePoint } from './timeline.ts';
import { OwnWords, WordsLink } from './words-link.tsx';

interface StepListProps {
  readonly id: PaperRoute['id'];
  readonly view: DenialView;
  readonly points: readonly TimePoint[];
  readonly letterDateProof: Proof | undefined;
}

/** A list that is drawn as a timeline. */
export function StepList({ id, view, points, letterDateProof }: StepListProps) {
  const later = view.path.filter(({ when }) => when === 'later');
  const answers = view.planDue.filter(isForThis);
  return (
    <div>
      <h3 className="small-heading">The days and steps</h3>
      <ol className="steps">
        {points.map(({ kind, date, what }) => (
          <Step key={`${kind}/${date}/${what ?? ''}`} kind={kind} when={longDate(date)}>
            {kind === 'letter' && (
              <>
                Date of the letter
                {letterDateProof !== undefined && (
                  <>
                    {' ('}
                    <WordsLink id={id} proof={letterDateProof} about="the date of the letter" />)
                  </>
                )}
              </>
            )}
            {kind === 'arrived' && 'The letter arrived'}
            {kind === 'today' && 'Today'}
            {kind === 'aim' && 'Day to aim for'}
            {kind === 'last' && `Last day, ${daysInWords(date)}: ${lower(what ?? 'appeal')}`}
          </Step>
        ))}
        {answers.map((due) => (
          <Answer
            key={`${due.ruleId}/${due.timing}`}
            id={id}
            due={due}
            step={view.path.find(({ ruleId }) => ruleId === due.ruleId)?.step}
          />
        ))}
        {later.map((step) => (
          <Later key={step.ruleId} id={id} step={step} />
        ))}
      </ol>
    </div>
  );
}

interface AnswerProps {
  readonly id: PaperRoute['id'];
  readonly due: PlanDue;
  /** The step that is answered. */
  readonly step: PathStep['step'] | undefined;
}

function Answer({ id, due, step }: AnswerProps) {
  const name = answerInWords(due.timing, step);
  const span = spanInWords(due.amount, due.unit);
  return (
    <Step kind="plan" when={due.due === undefined ? `Within ${span}` : `By ${longDate(due.due)}`}>
      {name}
      {due.applies === 'unknown' && ', if this is such a case'}
      {due.isLate && <strong> – the plan is late.</strong>}
      <Fold summary="More">
        <p>{due.explanation}</p>
        <Stated id={id} stated={due.stated} about={name} />
        <Basis {...due} />
      </Fold>
    </Step>
  );
}

function Later({ id, step }: { readonly id: PaperRoute['id']; readonly step: PathStep }) {
  const { amount, time, startedBy, what, isAutomatic, isOptional, remark, stated } = step;
  return (
    <Step kind="later" when={amount === undefined ? 'Then' : `Then, within ${time}`}>
      {what}
      {isOptional && ' (you may leave this out)'}
      {isAutomatic && ' (this happens by itself)'}
      <Stated id={id} stated={stated} about={what} />
      <Fold summary="More">
        <p>
          {amount === undefined && !isAutomatic && `Time: ${time}. `}The clock starts with {startedBy}.
        </p>
        {remark !== undefined && <p>{remark}</p>}
        <Basis {...step} />
      </Fold>
    </Step>
  );
}

interface StatedProps {
  readonly id: PaperRoute['id'];
  readonly stated: readonly StatedInLetter[];
  readonly about: string;
}

/** What the letter itself says of a time. */
export function Stated({ id, stated, about }: StatedProps) {
  return stated.map((time) => (
    <div key={`${time.proof.pageNumber}/${time.proof.from}`} className="stated">
      The letter says{limitInWords(time) === '' ? '' : ` ${limitInWords(time)}`}:
      <OwnWords id={id} proof={time.proof} about={about} />
    </div>
  ));
}

interface StepProps {
  readonly kind: TimePoint['kind'] | 'plan' | 'later';
  readonly when: string;
  readonly children: ReactNode;
}

function Step({ kind, when, children }: StepProps) {
  return (
    <li className="step" data-kind={kind}>
      <span className="step-when">{when}</span>
      <div>{children}</div>
    </li>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
