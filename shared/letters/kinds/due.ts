// Which of the plan's times to decide a letter speaks of.
import type { PlanDue } from '../../model/clocks.ts';

/** The time that has passed, else the one that surely is meant, else the only one that may be; undefined when nothing tells. */
export function dueSpokenOf(planDue: readonly PlanDue[]): PlanDue | undefined {
  const asked = planDue.filter((due) => due.timing !== 'urgent' && due.timing !== 'drug' && due.applies !== 'no');
  const sure = asked.filter((due) => due.applies === 'yes');
  const late = asked.find((due) => due.isLate && due.applies === 'yes');
  return late ?? sure[0] ?? (asked.length === 1 ? asked[0] : undefined);
}
