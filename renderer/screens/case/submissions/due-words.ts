// The plan's answer clock in words.
import type { CaseStep, PlanDue } from '../../../../shared/model/clocks.ts';
import { answerInWords, spanInWords } from '../../../wording/denial.ts';
import { daysInWords, longDate } from '../../../wording/format.ts';

/** Times that can be meant: those that are sure, else those that are not ruled out. An urgent request counts only when it is sure. */
export function fittingDue(all: readonly PlanDue[]): PlanDue[] {
  const possible = all.filter(
    ({ applies, timing }) => applies === 'yes' || (applies === 'unknown' && timing !== 'urgent'),
  );
  const sure = possible.filter(({ applies }) => applies === 'yes');
  return sure.length > 0 ? sure : possible;
}

/** “The plan must answer (care already given) within 60 days.”; an outside reviewer answers other steps than the plan. */
export function timeInWords({ amount, unit, timing }: PlanDue, step: CaseStep | undefined): string {
  return `${answerInWords(timing, step)} within ${spanInWords(amount, unit)}.`;
}

/** “By January 28, 2027 (in 63 days), counted from the day it was sent, November 26, 2026.”; undefined while no day can be counted. */
export function dayInWords({ due, dueIfExtended, from }: PlanDue): string | undefined {
  if (due === undefined || from === undefined) return undefined;
  const start = `counted from the day ${from.kind === 'received' ? 'they received it' : 'it was sent'}, ${longDate(from.date)}`;
  const longer = dueIfExtended === undefined ? '' : ` If it prolongs its time: by ${longDate(dueIfExtended)}.`;
  return `By ${longDate(due)} (${daysInWords(due)}), ${start}.${longer}`;
}
