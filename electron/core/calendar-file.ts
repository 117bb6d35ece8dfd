// The dates as a calendar file (iCalendar, RFC 5545) that any calendar program can read.
import { createEvents, type EventAttributes } from 'ics';
import { addDays } from '../../shared/cases/calendar.ts';
import { AppError } from '../../shared/errors.ts';
import type { Agenda } from '../../shared/model/diary.ts';

const NAMES: Readonly<Record<Agenda['kind'], string>> = {
  deadline: 'Deadline',
  'plan-due': 'Answer due',
  promise: 'Promised',
  task: 'To do',
  instalment: 'Payment',
};

/**
 * All items as all-day events, with a reminder two days before a deadline. Titles name the case as the user named it, so the file tells a reader
 * about the dispute: the window says so before it is saved. Throws AppError('internal') when the library refuses a value.
 */
export function calendarFile(items: readonly Agenda[]): string {
  const { error, value } = createEvents(items.map(eventOf), { productId: 'appeal-vault', calName: 'Appeal Vault' });
  if (error != null || value == null)
    throw new AppError('internal', { details: { reference: 'calendar' }, cause: error });
  return value;
}

function eventOf(item: Agenda): EventAttributes {
  const last = item.latest !== undefined && item.latest !== item.on ? `Last day under the rule: ${item.latest}.` : '';
  const basis = item.citation === undefined ? '' : `Rule: ${item.citation}.`;
  return {
    uid: `${item.id.replace(/[^A-Za-z0-9-]/g, '-')}@appeal-vault`,
    title: `${NAMES[item.kind]}: ${item.what}`.slice(0, 250),
    description: [item.caseTitle, last, basis].filter((part) => part !== '').join('\n'),
    start: dayOf(item.on),
    end: dayOf(addDays(item.on, 1)),
    // The day itself: when an entry was made is nobody's business.
    created: [...dayOf(item.on), 0, 0],
    status: 'CONFIRMED',
    busyStatus: 'FREE',
    ...(item.kind === 'deadline' && {
      alarms: [{ action: 'display' as const, description: item.what, trigger: { days: 2, before: true } }],
    }),
  };
}

function dayOf(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year!, month!, day!];
}
