// Events the user noted himself: the diary, what went out, what he paid, the day the denial came.
import type { Case } from '../../model/case.ts';
import type { DiaryEntry, EntryKind, Submission } from '../../model/diary.ts';
import type { EventKind, TimelineEvent } from '../../model/record.ts';
import { longDate } from '../calendar.ts';
import { formatCents } from '../money/format.ts';

const KIND_OF: Readonly<Record<EntryKind, EventKind>> = {
  call: 'call',
  letter: 'letter',
  fax: 'letter',
  'e-mail': 'letter',
  portal: 'letter',
  visit: 'care',
  note: 'other',
};
/** Kinds of entries of the diary in plain words. */
export const ENTRY_NAMES: Readonly<Record<EntryKind, string>> = {
  call: 'Call',
  letter: 'Letter',
  fax: 'Fax',
  'e-mail': 'E-mail',
  portal: 'Message on the portal',
  visit: 'Visit',
  note: 'Note',
};
const CHANNELS: Readonly<Record<Submission['channel'], string>> = {
  portal: 'by portal',
  fax: 'by fax',
  mail: 'by mail',
  'certified-mail': 'by certified mail',
  courier: 'by courier',
  'e-mail': 'by e-mail',
  hand: 'by hand',
  phone: 'by phone',
};

/** Everything the user wrote down that has a day. `letterNames` gives the name of each kind of letter. */
export function typedEvents(value: Case, letterNames: (kind: string) => string): TimelineEvent[] {
  return [
    ...(value.receivedOn === undefined ? [] : [typed('received', value.receivedOn, 'letter', 'The denial arrived')]),
    ...value.diary.map((entry) => ({
      ...typed(entry.id, entry.on, KIND_OF[entry.kind], entryWords(entry)),
      entryId: entry.id,
    })),
    ...value.submissions.map((submission) => ({
      ...typed(submission.id, submission.on, 'submission', submissionWords(value, submission, letterNames)),
      entryId: submission.id,
    })),
    ...value.letters
      .filter(
        (letter) => letter.sentOn !== undefined && !value.submissions.some(({ letterId }) => letterId === letter.id),
      )
      .map((letter) => ({
        ...typed(letter.id, letter.sentOn ?? letter.createdOn, 'letter', `Sent: ${letterNames(letter.kind)}`),
        entryId: letter.id,
      })),
    ...value.money
      .filter((entry) => entry.kind === 'payment')
      .map((entry) => ({
        ...typed(entry.id, entry.on, 'money', `Paid ${formatCents(entry.cents)} to ${entry.to}`),
        entryId: entry.id,
      })),
  ];
}

/** What an entry of the diary says, in one line. */
export function entryWords(entry: DiaryEntry): string {
  const who = [entry.person, entry.organisation].map((part) => part.trim()).filter((part) => part !== '');
  const link =
    entry.direction === 'in' ? ' from ' : entry.kind === 'letter' || entry.kind === 'fax' ? ' to ' : ' with ';
  const parts = [
    `${ENTRY_NAMES[entry.kind]}${who.length === 0 ? '' : `${link}${who.join(', ')}`}`,
    ...(entry.reference.trim() === '' ? [] : [`reference ${entry.reference.trim()}`]),
  ];
  const said = entry.said.trim().replace(/\s+/g, ' ');
  const promised = entry.promised.trim().replace(/\s+/g, ' ');
  return [
    `${parts.join(', ')}${said === '' ? '' : `: ${said}`}`,
    ...(promised === ''
      ? []
      : [`Promised: ${promised}${entry.promisedBy === undefined ? '' : ` by ${longDate(entry.promisedBy)}`}`]),
  ].join(' — ');
}

function submissionWords(value: Case, submission: Submission, letterNames: (kind: string) => string): string {
  const letter = value.letters.find(({ id }) => id === submission.letterId);
  const what =
    submission.what === 'appeal' ? 'Appeal sent' : letter === undefined ? 'Sent' : `Sent: ${letterNames(letter.kind)}`;
  const to = submission.to.trim() === '' ? '' : ` to ${submission.to.trim().replace(/\s+/g, ' ')}`;
  const proof = submission.confirmation.trim() === '' ? '' : `, confirmation ${submission.confirmation.trim()}`;
  return `${what} ${CHANNELS[submission.channel]}${to}${proof}`;
}

function typed(id: string, on: string, kind: EventKind, what: string): TimelineEvent {
  return { id: `typed/${id}`, on, kind, what, byUser: true };
}
