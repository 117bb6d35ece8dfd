// Lookup in the rules data by id.
import { AppError } from '../errors.ts';
import type { PlanType, ReasonId } from '../model/vocabulary.ts';
import type { DeadlineRule, FamilyRule, PlanTypeRule, ReasonRule, Rules } from './schema.ts';

/** The entry of a reason. Throws AppError('internal') when the data lacks it, which the loader rules out. */
export function reasonRule(rules: Rules, id: ReasonId): ReasonRule {
  const found = rules.reasons.find((rule) => rule.id === id);
  if (found === undefined) throw new AppError('internal', { details: { reference: `reason ${id}` } });
  return found;
}

/** The entry of a plan type. Throws AppError('internal') when the data lacks it, which the loader rules out. */
export function planTypeRule(rules: Rules, id: PlanType): PlanTypeRule {
  const found = rules.planTypes.find((rule) => rule.id === id);
  if (found === undefined) throw new AppError('internal', { details: { reference: `plan type ${id}` } });
  return found;
}

/** The family of a plan type. Throws AppError('internal') when the data lacks it, which the loader rules out. */
export function familyRule(rules: Rules, id: PlanType): FamilyRule {
  const found = rules.families.find((family) => family.planTypes.includes(id));
  if (found === undefined) throw new AppError('internal', { details: { reference: `family of ${id}` } });
  return found;
}

/** The time to decide what is filed under a rule, in words (“60 days”); undefined when the rule gives none. Being paid back counts as post-service. */
export function timeToDecide(rule: DeadlineRule, timing: 'pre-service' | 'post-service'): string | undefined {
  const other = timing === 'post-service' ? 'payment' : timing;
  const time =
    rule.decisions.find((each) => each.timing === timing) ?? rule.decisions.find((each) => each.timing === other);
  return time === undefined ? undefined : `${time.amount} ${time.unit.replace('-', ' ')}`;
}
