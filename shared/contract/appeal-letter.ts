// Calls about the appeal letter: edit it by hand, take over what the case says differently since, write it out and bring it back.
import { z } from 'zod';
import { CaseId, FileToken } from '../ids.ts';
import { Case } from '../model/case.ts';
import { LetterChange } from '../model/differences.ts';
import { Letter } from '../model/letter.ts';
import { Exhibit, MatrixRow } from '../model/packet.ts';
import { call } from './base.ts';

const id = CaseId;

/** Names a state of the letter: whoever saves says which state he changed. */
export const LetterRevision = z.string().regex(/^[0-9a-f]{16}$/);
export type LetterRevision = z.infer<typeof LetterRevision>;

/** One block the case would say differently now than when the letter was started. Words are shown with the exhibits of now. */
export const LetterUpdate = z.object({
  id: z.string().max(60),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  /** The heading it stands under; empty at the letter's beginning. */
  under: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** Whether the user has changed the block since, or taken it out. */
  mine: z.enum(['as-drafted', 'edited', 'gone']),
});
export type LetterUpdate = z.infer<typeof LetterUpdate>;

/** A quote that is not on its page as quoted. */
export const QuoteCheck = z.object({
  /** Index of the block. */
  block: z.number().int(),
  fault: z.enum(['differs', 'not-on-page', 'no-page']),
  words: z.string(),
  printed: z.string().optional(),
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;

/** The appeal letter as it stands, with what the editor shows beside it. */
export const AppealLetterView = z.object({
  letter: Letter,
  /** Edited by the user; else drafted from the case at each look. */
  isOwn: z.boolean(),
  revision: LetterRevision,
  updates: z.array(LetterUpdate),
  quotes: z.array(QuoteCheck),
  exhibits: z.array(Exhibit),
  /** The table of reasons and answers as the packet prints it; empty when the packet has none. */
  matrix: z.array(MatrixRow),
});
export type AppealLetterView = z.infer<typeof AppealLetterView>;

/** What a Word file that came back would change. */
export const WordComparison = z.object({
  letter: Letter,
  changes: z.array(LetterChange),
  /** What could not be taken over, or should be looked at; one plain sentence each. */
  remarks: z.array(z.string()),
});
export type WordComparison = z.infer<typeof WordComparison>;

const OwnLetter = Case.shape.ownLetter;
const Changed = z.object({ ownLetter: OwnLetter, appealLetter: AppealLetterView });

export const appealLetterContract = {
  get: call.input(z.object({ id })).output(AppealLetterView),
  /** From now on the letter is the user's. Nothing happens when it is already. */
  start: call.input(z.object({ id })).output(Changed),
  /**
   * Saves the whole letter in place of the one of `revision`; a letter that was not the user's yet becomes so.
   * Throws letter-changed-elsewhere when another one is stored by now.
   */
  save: call.input(z.object({ id, letter: Letter, revision: LetterRevision })).output(Changed),
  /** Takes blocks as the case says them now, or keeps the user's; either way they are not told again. Throws letter-changed-elsewhere. */
  settle: call
    .input(
      z.object({
        id,
        updateIds: z.array(z.string().max(60)).max(2000),
        how: z.enum(['take', 'keep']),
        revision: LetterRevision,
      }),
    )
    .output(Changed),
  /** Lets the case write the letter again; `before` is what `putBack` wants. */
  backToDraft: call.input(z.object({ id })).output(Changed.extend({ before: OwnLetter })),
  /** Puts a letter of the user back as it was: the way back from `backToDraft`, `settle` and `save`. */
  putBack: call.input(z.object({ id, ownLetter: OwnLetter })).output(Changed),
  /**
   * Reads a Word file and tells what it would change; nothing is stored. Throws word-file-damaged, word-file-too-large, word-file-empty, and what
   * reading any file throws.
   */
  compareWord: call.input(z.object({ id, token: FileToken })).output(WordComparison),
  /** Lets the user choose where to save it (desktop only; elsewhere the window downloads). */
  saveFile: call.input(z.object({ id, format: z.enum(['pdf', 'docx']) })).output(z.object({ saved: z.boolean() })),
};
