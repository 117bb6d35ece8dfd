// Calls about reviews: bring back a PDF somebody wrote remarks into, see them at their places, settle them.
import { z } from 'zod';
import { CaseId, EntryId, FileToken, PacketId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { ReviewNote } from '../model/review.ts';
import { call } from './base.ts';

const id = CaseId;

export const reviewContract = {
  /**
   * Reads the remarks out of a PDF and adds the new ones to the case. The version it belongs to is found by itself unless `packetId` names it.
   * Throws review-not-ours when no page of it is one of a packet of this case, review-empty when nobody wrote anything into it.
   */
  bringIn: call.input(z.object({ id, token: FileToken, packetId: PacketId.optional() })).output(
    z.object({
      view: CaseView,
      packetId: PacketId,
      /** Remarks that were added, that were there before, and that stand on pages of something else. */
      added: z.array(EntryId),
      known: z.number().int(),
      elsewhere: z.number().int(),
    }),
  ),
  setState: call.input(z.object({ id, noteId: EntryId, state: ReviewNote.shape.state })).output(CaseView),
  setAnswer: call.input(z.object({ id, noteId: EntryId, answer: z.string().max(5000) })).output(CaseView),
  /** Takes remarks out of the case; `restore` puts them back as they were. */
  remove: call.input(z.object({ id, noteIds: z.array(EntryId).max(5000) })).output(CaseView),
  restore: call.input(z.object({ id, notes: z.array(ReviewNote).max(5000) })).output(CaseView),
};
