// The ladder of steps a plan family has, from the one that is open now on: what each is, how long one has, and what starts its clock.
import type { Case } from '../model/case.ts';
import type { PathStep } from '../model/clocks.ts';
import type { FullDocument } from '../model/document.ts';
import type { DeadlineRule, Rules } from '../rules/schema.ts';
import { familyRules } from './fitting-rules.ts';
import { spanWords } from './spans.ts';
import { statedAbout } from './stated-limit.ts';

/**
 * The steps in order: those open after the decision at hand (`now`), then those that follow (`later`). Empty where no rule is kept for the
 * type of plan. `state` (two letters) picks the rules of one State where the data has them.
 */
export function pathAhead(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
  readonly state?: string;
}): PathStep[] {
  const { case: value, denial } = input;
  const ladder = familyRules(input)
    .filter((rule) => rule.rank > 0)
    .sort((a, b) => a.rank - b.rank);
  const open = ladder.filter((rule) => rule.follows.includes(value.level));
  const lowest = open[0]?.rank;
  if (lowest === undefined) return [];
  return ladder
    .filter((rule) => rule.rank >= lowest)
    .map((rule) => stepOf(rule, open.includes(rule) ? 'now' : 'later', denial));
}

function stepOf(rule: DeadlineRule, when: PathStep['when'], denial: FullDocument): PathStep {
  return {
    ruleId: rule.id,
    step: rule.step,
    when,
    what: rule.what,
    isOptional: rule.optional === true,
    isAutomatic: rule.automatic === true,
    ...(rule.amount !== undefined && { amount: rule.amount, unit: rule.unit }),
    ...(rule.amountUpTo !== undefined && { amountUpTo: rule.amountUpTo }),
    time: timeWords(rule),
    startedBy: rule.startedBy,
    decisions: [...rule.decisions],
    // Only the first name is surely this step; the others are how a letter of its own level may call it.
    stated: statedAbout(denial, when === 'now' ? rule.statedSteps : rule.statedSteps.slice(0, 1)),
    ...(rule.remark !== undefined && { remark: rule.remark }),
    citation: rule.citation,
    checkedOn: rule.checkedOn,
    trust: rule.trust,
  };
}

function timeWords(rule: DeadlineRule): string {
  if (rule.automatic === true) return 'you need not ask';
  if (rule.amount === undefined) return 'as the plan, the contract or the law for that court says';
  const span = spanWords({ amount: rule.amount, unit: rule.unit });
  return rule.amountUpTo === undefined ? span : `${rule.amount} to ${rule.amountUpTo} ${rule.unit}, as the State chose`;
}
