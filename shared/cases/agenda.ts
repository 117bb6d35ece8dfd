// All dates to keep, over all cases: deadlines, the plan's own due dates, promised call-backs, tasks, instalments.
import type { Case, Deadline } from '../model/case.ts';
import type { PlanDue } from '../model/clocks.ts';
import type { Agenda } from '../model/diary.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { daysBetween } from './calendar.ts';
import { instalments } from './money/instalments.ts';

/** A date this near is “soon”, in days. */
const SOON_DAYS = 14;

/** A case with what is computed from it. */
export interface CaseClocks {
  readonly case: Case;
  readonly deadlines: readonly Deadline[];
  readonly planDue: readonly PlanDue[];
}

/** The dates of all open cases, the earliest first. Cases that are won, lost or closed keep only what the user promised himself (tasks, instalments). */
export function agendaOf(cases: readonly CaseClocks[], today: IsoDate): Agenda[] {
  return cases
    .flatMap((each) =>
      [...clockItems(each), ...notedItems(each.case, today)].map((item) => itemOf(item, each.case, today)),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.what.localeCompare(b.what));
}

type Bare = Omit<Agenda, 'caseId' | 'caseTitle' | 'state'>;

function itemOf(item: Bare, { id, title }: Case, today: IsoDate): Agenda {
  return { ...item, caseId: id, caseTitle: title, state: stateOf(item.on, today) };
}

/** Before today, today, within two weeks, later. */
export function stateOf(on: IsoDate, today: IsoDate): Agenda['state'] {
  if (on < today) return 'overdue';
  if (on === today) return 'today';
  return daysBetween(today, on) <= SOON_DAYS ? 'soon' : 'later';
}

function clockItems({ case: value, deadlines, planDue }: CaseClocks): Bare[] {
  if (value.status === 'preparing') return deadlineItems(value, deadlines);
  return value.status === 'sent' ? dueItems(value, planDue) : [];
}

/** The next step, and other steps that a rule dates; a limit the letter gives for something else is shown only in the case. */
function deadlineItems(value: Case, deadlines: readonly Deadline[]): Bare[] {
  return deadlines
    .filter((deadline, index) => deadline.target !== undefined && (index === 0 || !deadline.fallback))
    .map((deadline) => ({
      id: `deadline/${value.id}/${deadline.ruleId}`,
      kind: 'deadline',
      on: deadline.target ?? '',
      ...(deadline.latest && { latest: deadline.latest }),
      what: deadline.what,
      citation: deadline.citation,
      trust: deadline.trust,
    }));
}

/** The plan's answer: only for kinds of request this denial can be about. */
function dueItems(value: Case, planDue: readonly PlanDue[]): Bare[] {
  const fitting = planDue.filter((due) => due.due !== undefined && due.applies !== 'no' && due.timing !== 'urgent');
  const sure = fitting.filter((due) => due.applies === 'yes');
  return (sure.length > 0 ? sure : fitting).map((due) => ({
    id: `plan-due/${value.id}/${due.ruleId}/${due.timing}`,
    kind: 'plan-due',
    on: due.dueIfExtended ?? due.due ?? '',
    what: `The plan must have answered. ${due.explanation}`,
    citation: due.citation,
    trust: due.trust,
  }));
}

function notedItems(value: Case, today: IsoDate): Bare[] {
  const promises = value.diary
    .filter((entry) => entry.promisedBy !== undefined && !entry.kept)
    .map((entry): Bare => {
      const who = [entry.person, entry.organisation].filter((part) => part.trim() !== '').join(', ');
      return {
        id: `promise/${entry.id}`,
        kind: 'promise',
        on: entry.promisedBy ?? entry.on,
        what: `${who === '' ? 'Promised' : `${who} promised`}: ${entry.promised.trim() || entry.said.trim() || 'an answer'}`,
        entryId: entry.id,
      };
    });
  const tasks = value.tasks
    .filter((task) => task.due !== undefined && task.doneOn === undefined)
    .map(
      (task): Bare => ({ id: `task/${task.id}`, kind: 'task', on: task.due ?? '', what: task.what, entryId: task.id }),
    );
  const payments = value.money.flatMap((entry): Bare[] => {
    if (entry.kind !== 'payment-plan') return [];
    const next = instalments(entry, today).find((each) => !each.past);
    if (next === undefined) return [];
    return [
      {
        id: `instalment/${entry.id}/${next.on}`,
        kind: 'instalment',
        on: next.on,
        what: `Instalment to ${entry.with}`,
        entryId: entry.id,
      },
    ];
  });
  return [...(value.status === 'closed' ? [] : promises), ...tasks, ...payments];
}
