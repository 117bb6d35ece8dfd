// Deadline problems of a packet: passed, near, unknown. Calendar days only.
import type { Deadline } from '../model/case.ts';
import type { Problem } from '../model/packet.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { shortDate } from './labels.ts';

/** Below this many days the packet should go by two ways at once, so the user is told. */
export const NEAR_DAYS = 10;
const DAY_MS = 86_400_000;

/** Days from one calendar date to another; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The last safe day of a deadline: the earlier of the rule's day and the day the letter itself prints. */
export function lastSafeDay(deadline: Deadline): IsoDate | undefined {
  const days = [deadline.latest, deadline.statedDate].filter((day): day is IsoDate => day !== undefined);
  return days.toSorted().at(0);
}

/** What the deadlines say about sending today. */
export function deadlineProblems(deadlines: readonly Deadline[], today: IsoDate): readonly Problem[] {
  if (!deadlines.some((deadline) => lastSafeDay(deadline) !== undefined)) {
    const sentence =
      'The last day to appeal is not known. Say when the denial arrived, or look for the time limit in the letter.';
    return [{ code: 'deadline-unknown', severity: 'warns', sentence, go: { at: 'deadline' } }];
  }
  return deadlines.flatMap((deadline): readonly Problem[] => {
    const day = lastSafeDay(deadline);
    if (day === undefined) return [];
    const left = daysBetween(today, day);
    if (left < 0) {
      const sentence = `The last day passed on ${shortDate(day)} (${what(deadline)}). Send at once all the same and explain why it is late.`;
      return [{ code: 'deadline-passed', severity: 'warns', sentence, go: { at: 'deadline' } }];
    }
    if (left > NEAR_DAYS) return [];
    const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
    const sentence = `The last day is ${when}, ${shortDate(day)} (${what(deadline)}). Send in two ways, for example by fax and by mail with a receipt.`;
    return [{ code: 'deadline-near', severity: 'warns', sentence, go: { at: 'deadline' } }];
  });
}

function what(deadline: Deadline): string {
  return deadline.what.trim().replace(/\.$/, '');
}
