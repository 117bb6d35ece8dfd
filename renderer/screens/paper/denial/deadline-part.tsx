// Until when something must be done: the day, how it compares with the letter, the days around it, and what comes after.
import type { DenialView } from '../../../../shared/model/denial.ts';
import type { Reading } from '../../../../shared/model/finding.ts';
import { limitInWords, STEP_NAMES } from '../../../wording/denial.ts';
import { today } from '../../../wording/format.ts';
import type { PaperRoute } from '../paper-screen.tsx';
import { ClockNotes } from './clock-notes.tsx';
import { DayByRule } from './day-by-rule.tsx';
import { DaysBar } from './days-bar.tsx';
import { StepList } from './step-list.tsx';
import { otherTimes, proofsShown, timePoints, withoutRepeats } from './timeline.ts';
import { WordsLink } from './words-link.tsx';

interface DeadlinePartProps {
  readonly id: PaperRoute['id'];
  readonly reading: Reading;
  readonly view: DenialView;
}

/** The first deadline is drawn; all others are listed. */
export function DeadlinePart({ id, reading, view }: DeadlinePartProps) {
  const [first, ...others] = withoutRepeats(view);
  const days = { letterDate: reading.fields.letter_date, today: today() };
  const more = otherTimes(reading.statedTimes, proofsShown(view));
  return (
    <div className="part-body">
      {first === undefined ? (
        <p>No time limit is known for this paper. Look in the letter for the day by which you must appeal.</p>
      ) : (
        <>
          <DayByRule id={id} deadline={first} caseId={view.caseId} />
          <DaysBar points={timePoints({ ...days, deadline: first })} />
        </>
      )}
      {others.map((deadline) => (
        <DayByRule key={deadline.ruleId} id={id} deadline={deadline} caseId={view.caseId} />
      ))}
      <StepList
        id={id}
        view={view}
        points={first === undefined ? [] : timePoints({ ...days, deadline: first, others })}
        letterDateProof={letterDateProof(reading)}
      />
      <ClockNotes id={id} notes={view.clockNotes} />
      {more.length > 0 && (
        <div>
          <h3 className="small-heading">Other time limits in the letter</h3>
          <ul className="tight-list">
            {more.map((time) => (
              <li key={`${time.step}/${time.proof.pageNumber}/${time.proof.from}`}>
                {STEP_NAMES[time.step]}: <strong>{limitInWords(time) || 'see the letter'}</strong> (
                <WordsLink id={id} proof={time.proof} about={STEP_NAMES[time.step]} />)
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function letterDateProof({ findings }: Reading) {
  return findings.find(({ field }) => field === 'letter_date')?.proof;
}
