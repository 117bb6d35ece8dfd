// Lookup in the rules data by id.
import { AppError } from '../errors.ts';
import type { PlanType, ReasonId } from '../model/vocabulary.ts';
import type { PlanTypeRule, ReasonRule, Rules } from './schema.ts';

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
