// Calls about what the user notes: calls and letters, tasks, money, submissions, and the dates over all cases.
import { z } from 'zod';
import { CaseId, EntryId, GroundId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { Agenda, DiaryEntry, GapMark, ReviewPoint, Submission, Task } from '../model/diary.ts';
import { MoneyEntry, MoneyView } from '../model/money.ts';
import { call } from './base.ts';

const id = CaseId;
/** A new entry has no id yet. An id that is no longer there brings a removed entry back. */
const fresh = { id: EntryId.optional() };
const [payment, paymentPlan, funding] = MoneyEntry.options;

export const diaryContract = {
  saveEntry: call.input(z.object({ id, entry: DiaryEntry.extend(fresh) })).output(CaseView),
  removeEntry: call.input(z.object({ id, entryId: EntryId })).output(CaseView),
  saveTask: call.input(z.object({ id, task: Task.extend(fresh) })).output(CaseView),
  removeTask: call.input(z.object({ id, taskId: EntryId })).output(CaseView),
  saveSubmission: call.input(z.object({ id, submission: Submission.extend(fresh) })).output(CaseView),
  removeSubmission: call.input(z.object({ id, submissionId: EntryId })).output(CaseView),
  /** What the user says of an item of a checklist; replaces what he said before. */
  markGap: call.input(z.object({ id, mark: GapMark.omit({ on: true }) })).output(CaseView),
  /** Takes the word back: the papers decide again. */
  unmarkGap: call.input(z.object({ id, groundId: GroundId, item: z.string().max(100) })).output(CaseView),
};

export const moneyContract = {
  get: call.input(z.object({ id })).output(MoneyView),
  saveEntry: call
    .input(
      z.object({
        id,
        entry: z.discriminatedUnion('kind', [payment.extend(fresh), paymentPlan.extend(fresh), funding.extend(fresh)]),
      }),
    )
    .output(CaseView),
  removeEntry: call.input(z.object({ id, entryId: EntryId })).output(CaseView),
};

export const agendaContract = {
  /** All dates to keep and what is still open, over all cases. */
  get: call.input(z.object({})).output(z.object({ items: z.array(Agenda), review: z.array(ReviewPoint) })),
  /** Lets the user choose where to save the dates as a calendar file (desktop only; elsewhere the window downloads). */
  saveCalendar: call.input(z.object({})).output(z.object({ saved: z.boolean() })),
};
