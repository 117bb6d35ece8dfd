// What the screen says of a reviewer's remarks, and in which order it shows them. Pure.
import type { ReviewNote } from '../../../../shared/model/review.ts';
import { count } from '../../../wording/format.ts';

const KIND_WORDS: Readonly<Record<ReviewNote['kind'], string>> = {
  note: 'Note',
  highlight: 'Marked words',
  underline: 'Underlined words',
  'strike-out': 'Words struck out',
  insert: 'To be inserted',
  text: 'Written on the page',
  drawing: 'Drawn on the page',
  stamp: 'Stamped',
};

/** “Marked words · A. Lawyer”. */
export function headOf({ kind, author }: ReviewNote): string {
  return author.trim() === '' ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} · ${author}`;
}

/** A remark with the remarks that answer it. */
export interface Thread {
  readonly note: ReviewNote;
  readonly replies: readonly ReviewNote[];
}

/** The remarks in the order of the packet's pages and of their place on the page, each with its answers. */
export function threadsOf(notes: readonly ReviewNote[]): readonly Thread[] {
  const ids = new Set(notes.map(({ id }) => id));
  const isReply = (note: ReviewNote) => note.replyTo !== undefined && ids.has(note.replyTo);
  const top = (note: ReviewNote) => Math.min(...note.boxes.map(({ y }) => y), Number.MAX_SAFE_INTEGER);
  return notes
    .filter((note) => !isReply(note))
    .toSorted((a, b) => a.packetPage - b.packetPage || top(a) - top(b))
    .map((note) => ({ note, replies: repliesTo(note, notes) }));
}

/** Answers, and the answers to those, in the order they came; a circle of answers ends where it began. */
function repliesTo(note: ReviewNote, notes: readonly ReviewNote[]): readonly ReviewNote[] {
  const found: ReviewNote[] = [];
  let wanted = new Set([note.id]);
  while (wanted.size > 0) {
    const next = notes.filter(
      (each) => each.replyTo !== undefined && wanted.has(each.replyTo) && each !== note && !found.includes(each),
    );
    found.push(...next);
    wanted = new Set(next.map(({ id }) => id));
  }
  return found;
}

/** What was brought in, in a sentence. */
export function broughtIn(added: number, known: number, elsewhere: number): string {
  const parts = [
    added === 0 ? 'No new remark was found.' : `${count(added, 'remark')} added.`,
    ...(known > 0 ? [`${count(known, 'remark')} ${known === 1 ? 'was' : 'were'} here already.`] : []),
    ...(elsewhere > 0
      ? [`${count(elsewhere, 'remark')} ${elsewhere === 1 ? 'stands' : 'stand'} on pages that are not of this packet.`]
      : []),
  ];
  return parts.join(' ');
}
