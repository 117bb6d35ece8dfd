// A fresh entry of the diary, and the running clock of a call.
import type { EntryId } from '../../../../shared/ids.ts';
import type { DiaryEntry } from '../../../../shared/model/diary.ts';

const MINUTE_MS = 60_000;

/** An id nobody has yet: the window names a new entry, so that a draft can be saved again and again. */
export function newEntryId(): EntryId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `n_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` as EntryId; // the form of an entry's id
}

/** A call that begins now. */
export function callNow(id: EntryId, now: Date): DiaryEntry {
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    id,
    kind: 'call',
    direction: 'out',
    on: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
    person: '',
    organisation: '',
    reference: '',
    said: '',
    promised: '',
    kept: false,
  };
}

/** Begun minutes of a call that has lasted `ms` milliseconds. */
export function minutesOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS));
}

/** “3:07” */
export function clockFace(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** “9:05 AM” */
export function clockTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Kinds of entry that went one way or the other. */
export function hasDirection(kind: DiaryEntry['kind']): boolean {
  return kind !== 'visit' && kind !== 'note';
}

/** The entry as it is stored: nothing in it that its kind does not have. */
export function asStored(entry: DiaryEntry): DiaryEntry {
  const { direction, promisedBy, ...rest } = entry;
  return {
    ...rest,
    ...(hasDirection(entry.kind) && direction !== undefined && { direction }),
    ...(promisedBy !== undefined && { promisedBy }),
  };
}
