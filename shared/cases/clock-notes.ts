// What else the rules of a plan family say of time: first decisions, fast decisions, keeping the care, a late plan.
import type { Case } from '../model/case.ts';
import type { ClockNote, DecisionTiming } from '../model/clocks.ts';
import type { FullDocument } from '../model/document.ts';
import type { StatedStep } from '../model/finding.ts';
import { familyRule } from '../rules/lookup.ts';
import type { FamilyRule, Rules } from '../rules/schema.ts';
import { spanWords } from './spans.ts';
import { statedAbout } from './stated-limit.ts';

/** The notes of the plan's family, what is most pressing first, each beside what the letter says of it. */
export function clockNotes(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
}): ClockNote[] {
  const { case: value, denial, rules } = input;
  const family = familyRule(rules, value.planType.value);
  return [
    ...noteOf('contract-only', family.contractOnly, []),
    ...noteOf('expedited', family.expedited, ['plan-decision-expedited']),
    ...noteOf('continuation', family.continuation, ['continue-benefits']),
    ...noteOf('exhaustion', family.exhaustion, []),
    ...noteOf('first-decision', firstDecision(family), []),
  ];

  function noteOf(
    kind: ClockNote['kind'],
    note: Omit<ClockNote, 'kind' | 'stated'> | undefined,
    steps: readonly StatedStep[],
  ): ClockNote[] {
    if (note === undefined) return [];
    const { id, what, citation, checkedOn, trust } = note;
    return [{ id, kind, what, stated: statedAbout(denial, steps), citation, checkedOn, trust }];
  }
}

const KIND: Readonly<Record<DecisionTiming, string>> = {
  'pre-service': 'care not yet given',
  'post-service': 'care already given',
  urgent: 'an urgent request',
  concurrent: 'going on with urgent care',
  drug: 'a drug given by a doctor',
  payment: 'being paid back',
};

/** The times for a first decision in one sentence, for a claim or request that is not answered at all. */
function firstDecision({ initialDecisions }: FamilyRule): Omit<ClockNote, 'kind' | 'stated'> | undefined {
  if (initialDecisions === undefined) return undefined;
  const { id, times, remark, citation, checkedOn, trust } = initialDecisions;
  const parts = times.map((time) => {
    const longer = time.extension === undefined ? '' : `, ${spanWords(time.extension)} more when prolonged`;
    return `${KIND[time.timing]}: ${spanWords(time)}${longer}${time.remark === undefined ? '' : ` (${time.remark.replace(/\.$/, '')})`}`;
  });
  const what = `A first request or claim must be decided in time. ${parts.join('; ')}.${remark === undefined ? '' : ` ${remark}`}`;
  return { id, what, citation, checkedOn, trust };
}
