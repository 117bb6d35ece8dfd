// What the rule files say about reasons and plan types in plain words; one source for the window, the letter and the packet.

import planTypeRules from '../../resources/rules/plan-types.json' with { type: 'json' };
import reasonRules from '../../resources/rules/reasons.json' with { type: 'json' };
import type { PlanType, ReasonId } from '../../shared/model/vocabulary.ts';

export interface ReasonWords {
  /** What the plan says by this reason. */
  readonly meaning: string;
  /** What usually turns it around. */
  readonly overturns: string;
}

/** The rule file's words on a reason; undefined for one without an entry. */
export function reasonWords(reason: ReasonId): ReasonWords | undefined {
  return reasonRules.reasons.find(({ id }) => id === reason);
}

/** The rule file's words on a type of plan. */
export function planTypeMeaning(planType: PlanType): string | undefined {
  return planTypeRules.planTypes.find(({ id }) => id === planType)?.meaning;
}
