// Calls about what the user notes: diary, tasks, submissions, checklist marks, money, and the dates over all cases.

import type { EntryId } from '../../../shared/ids.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { GapMark } from '../../../shared/model/diary.ts';
import type { MoneyEntry } from '../../../shared/model/money.ts';
import { CALENDAR_NAME } from '../assets.ts';
import { calendarFile } from '../calendar-file.ts';
import type { CaseDesk } from '../case-desk.ts';
import { newEntryId } from '../new-id.ts';
import { saveCopy } from '../save-copy.ts';
import type { Services } from '../services.ts';
import type { WorkDesk } from '../work-desk.ts';
import type { Implementer } from './implementer.ts';

/** Implements the areas of shared/contract/diary.ts. */
export function diaryHandlers(os: Implementer, desk: CaseDesk, work: WorkDesk, services: Services) {
  const { diary, money, agenda } = os;
  const { platform } = services;
  return {
    diary: {
      saveEntry: diary.saveEntry.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, diary: saved(value.diary, input.entry) })),
      ),
      removeEntry: diary.removeEntry.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, diary: without(value.diary, input.entryId) })),
      ),
      saveTask: diary.saveTask.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, tasks: saved(value.tasks, input.task) })),
      ),
      removeTask: diary.removeTask.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, tasks: without(value.tasks, input.taskId) })),
      ),
      saveSubmission: diary.saveSubmission.handler(({ input }) =>
        desk.change(input.id, (value) => sentWith(value, saved(value.submissions, input.submission))),
      ),
      removeSubmission: diary.removeSubmission.handler(({ input }) =>
        desk.change(input.id, (value) => sentWith(value, without(value.submissions, input.submissionId))),
      ),
      markGap: diary.markGap.handler(({ input: { id, mark } }) =>
        desk.change(id, (value) => ({
          ...value,
          gapMarks: [...unmarked(value.gapMarks, mark), { ...mark, on: platform.today() }],
        })),
      ),
      unmarkGap: diary.unmarkGap.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, gapMarks: unmarked(value.gapMarks, input) })),
      ),
    },
    money: {
      get: money.get.handler(({ input }) => work.money(input.id)),
      saveEntry: money.saveEntry.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, money: saved<MoneyEntry>(value.money, input.entry) })),
      ),
      removeEntry: money.removeEntry.handler(({ input }) =>
        desk.change(input.id, (value) => ({ ...value, money: without(value.money, input.entryId) })),
      ),
    },
    agenda: {
      get: agenda.get.handler(() => work.agenda()),
      saveCalendar: agenda.saveCalendar.handler(() =>
        saveCopy(platform, CALENDAR_NAME, async () => new TextEncoder().encode(calendarFile(work.agenda().items))),
      ),
    },
  };
}

/** The list with the entry at its place; a new one, or one that was removed before, comes last. */
function saved<T extends { readonly id: EntryId }>(
  list: readonly T[],
  entry: Omit<T, 'id'> & { readonly id?: EntryId | undefined },
): T[] {
  const whole = { ...entry, id: entry.id ?? newEntryId() } as T; // the id is the only part that may have been missing
  return list.some(({ id }) => id === whole.id)
    ? list.map((each) => (each.id === whole.id ? whole : each))
    : [...list, whole];
}

function without<T extends { readonly id: EntryId }>(list: readonly T[], id: EntryId): T[] {
  return list.filter((each) => each.id !== id);
}

function unmarked(marks: readonly GapMark[], { groundId, item }: Pick<GapMark, 'groundId' | 'item'>): GapMark[] {
  return marks.filter((mark) => mark.groundId !== groundId || mark.item !== item);
}

/** A case whose appeal went out is sent, from the first day it did; when the last record of that is removed it is being prepared again. */
function sentWith(value: Case, submissions: Case['submissions']): Case {
  const first = submissions
    .filter(({ what }) => what === 'appeal')
    .map(({ on }) => on)
    .sort()[0];
  const { appealSentOn: before, ...rest } = value;
  const known = value.submissions.some(({ what }) => what === 'appeal');
  if (first === undefined)
    return {
      ...rest,
      ...(before !== undefined && !known && { appealSentOn: before }),
      submissions,
      status: value.status === 'sent' && known ? 'preparing' : value.status,
    };
  return { ...rest, appealSentOn: first, submissions, status: value.status === 'preparing' ? 'sent' : value.status };
}
