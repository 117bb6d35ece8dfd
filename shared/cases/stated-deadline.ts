// Deadlines that rest on the letter's own words alone, because no rule for the step applies now.
import type { Case, Deadline } from '../model/case.ts';
import type { CaseStep } from '../model/clocks.ts';
import type { StatedStep } from '../model/finding.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { type Clock, statedDay, statedStart, targetOf } from './clock.ts';
import { statedPart } from './deadline-by-rule.ts';
import { explainStated, explainWithoutRule } from './deadline-words.ts';
import { addSpan } from './spans.ts';
import type { StatedLimit } from './stated-limit.ts';

const WHAT: Readonly<Record<StatedStep, string>> = {
  'internal-appeal': 'Send the appeal the letter describes',
  'second-level': 'Ask for the second review the letter describes',
  'external-review': 'Ask for the review outside the plan the letter describes',
  'fair-hearing': 'Ask for the state fair hearing',
  'judge-hearing': 'Ask for the hearing by a judge',
  'civil-action': 'Go to court, if it comes to that',
  complaint: 'Make a complaint',
  'continue-benefits': 'Ask to keep the care while the appeal is decided',
  'peer-to-peer': 'Have your doctor call the plan’s doctor',
  'send-information': 'Send the papers the plan asks for',
  'corrected-claim': 'Have the provider send a corrected claim',
  'plan-decision': 'The plan decides',
  'plan-decision-expedited': 'The plan decides a fast request',
};

/** The letter's own limit for the next step where no rule is known to apply; also when the letter states none. */
export function deadlineWithoutRule(
  value: Case,
  clock: Clock,
  stated: StatedLimit | undefined,
  checkedOn: IsoDate,
): Deadline {
  const base = entry('stated-in-letter', 'internal-appeal', stated, clock, checkedOn);
  const { latest, target } = base;
  const what = stated === undefined ? WHAT['internal-appeal'] : WHAT[stated.step];
  return { ...base, what, explanation: explainWithoutRule(value, clock, { stated, latest, target }) };
}

/** A step the letter gives a time for, beside the steps the rules are counted for. */
export function deadlineAsStated(stated: StatedLimit, clock: Clock, checkedOn: IsoDate, number: number): Deadline {
  const id = `stated-${stated.step}${number === 1 ? '' : `-${number}`}`;
  const base = entry(id, stated.step, stated, clock, checkedOn);
  const what = stated.isFast ? `${WHAT[stated.step]}, as a fast request` : WHAT[stated.step];
  return { ...base, what, explanation: explainStated(stated, clock, base) };
}

function entry(
  ruleId: string,
  step: StatedStep,
  stated: StatedLimit | undefined,
  clock: Clock,
  checkedOn: IsoDate,
): Omit<Deadline, 'what' | 'explanation'> {
  const start = stated === undefined ? undefined : statedStart(stated, clock);
  const latest = stated === undefined ? undefined : statedDay(stated, clock);
  const fromNotice =
    start === undefined || stated?.span === undefined || clock.notice === undefined
      ? undefined
      : addSpan(clock.notice, stated.span);
  const target = latest === undefined ? undefined : targetOf([latest, fromNotice], clock);
  const caseStep = (stated?.step ?? step) as CaseStep;
  return {
    ruleId,
    step: caseStep,
    ...(start && stated?.date === undefined && latest && { trigger: start }),
    ...(latest && { latest }),
    ...(target && { target }),
    ...statedPart(stated),
    disagrees: false,
    citation: 'The letter’s own words; no rule was applied.',
    checkedOn,
    trust: 'to-be-verified',
    fallback: true,
  };
}
