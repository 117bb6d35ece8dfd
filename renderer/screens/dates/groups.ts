// Dates and open points in the groups in which they are shown.
import type { Agenda, ReviewPoint } from '../../../shared/model/diary.ts';

const AGENDA_GROUPS = [
  { state: 'overdue', name: 'Overdue' },
  { state: 'today', name: 'Today' },
  { state: 'soon', name: 'In the next two weeks' },
  { state: 'later', name: 'Later' },
] as const satisfies readonly { readonly state: Agenda['state']; readonly name: string }[];

const WEIGHTS = ['urgent', 'open', 'check'] as const satisfies readonly ReviewPoint['weight'][];

/** The dates by how near they are, the earliest first. Empty groups are left out. */
export function agendaGroups(items: readonly Agenda[]) {
  return AGENDA_GROUPS.map((group) => ({
    ...group,
    items: items.filter(({ state }) => state === group.state).toSorted((a, b) => a.on.localeCompare(b.on)),
  })).filter((group) => group.items.length > 0);
}

/** The open points by weight. Empty groups are left out. */
export function reviewGroups(points: readonly ReviewPoint[]) {
  return WEIGHTS.map((weight) => ({ weight, points: points.filter((point) => point.weight === weight) })).filter(
    (group) => group.points.length > 0,
  );
}

/** Dates that are overdue or due today. */
export function dueNow(items: readonly Agenda[]): number {
  return items.filter(({ state }) => state === 'overdue' || state === 'today').length;
}

/** Dates a reminder tells of: overdue, due today or due by `tomorrow` (an ISO date). */
export function dueSoon(items: readonly Agenda[], tomorrow: string): number {
  return items.filter(({ on }) => on <= tomorrow).length;
}

/** What a system's notice says: a number and the app, no name and no word of a case. */
export function reminderText(due: number): string {
  return due === 1 ? '1 date is due in Appeal Vault' : `${due} dates are due in Appeal Vault`;
}
