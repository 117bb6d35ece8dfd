// Calls about letters beside the appeal: which fit the case, write one, fill its blanks, send it.
import { z } from 'zod';
import { CaseId, EntryId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { LetterKind, WrittenLetter } from '../model/diary.ts';
import { Letter } from '../model/letter.ts';
import { IsoDate } from '../model/vocabulary.ts';
import { call } from './base.ts';

const id = CaseId;

/** A kind of letter as the window offers it. */
export const LetterOffer = z.object({
  kind: LetterKind,
  name: z.string(),
  /** What it is for, in plain words. */
  what: z.string(),
  /** To whom it goes, in plain words. */
  to: z.string(),
  /** Whether it fits this case now; `why` says what speaks for or against it. */
  fits: z.enum(['yes', 'perhaps', 'no']),
  why: z.string(),
});
export type LetterOffer = z.infer<typeof LetterOffer>;

/** A letter as it stands. */
export const LetterView = z.object({
  written: WrittenLetter,
  name: z.string(),
  letter: Letter,
  /** Labels of the blanks that are still open, in the order of the text. */
  open: z.array(z.string()),
  /** All blanks the user can fill, filled ones included, in the order of the text. */
  blanks: z.array(z.string()),
  /** The law it names, each once, with the mark how far it was checked. */
  basis: z.array(z.object({ citation: z.string(), checkedOn: IsoDate, trust: z.enum(['verified', 'to-be-verified']) })),
});
export type LetterView = z.infer<typeof LetterView>;

export const lettersContract = {
  offers: call.input(z.object({ id })).output(z.array(LetterOffer)),
  start: call.input(z.object({ id, kind: LetterKind })).output(z.object({ letterId: EntryId, view: CaseView })),
  get: call.input(z.object({ id, letterId: EntryId })).output(LetterView),
  /** Fills a blank; an empty text opens it again. */
  fill: call
    .input(z.object({ id, letterId: EntryId, label: z.string().max(300), text: z.string().max(20_000) }))
    .output(LetterView),
  /** The user's own paragraphs, before the closing. */
  setAdded: call.input(z.object({ id, letterId: EntryId, text: z.string().max(50_000) })).output(LetterView),
  /** Says on which day it went out (chronology, review); without a day it is a draft again. */
  setSent: call.input(z.object({ id, letterId: EntryId, sentOn: IsoDate.optional() })).output(CaseView),
  /** Removes a letter; `restore` with the same value brings it back. */
  remove: call.input(z.object({ id, letterId: EntryId })).output(CaseView),
  restore: call.input(z.object({ id, written: WrittenLetter })).output(CaseView),
  /** Lets the user choose where to save it (desktop only; elsewhere the window downloads). */
  save: call
    .input(z.object({ id, letterId: EntryId, format: z.enum(['pdf', 'docx']) }))
    .output(z.object({ saved: z.boolean() })),
};
