// Calls about what a case knows of care: treatments, scores, chronology, the criteria of the policy, sensitive pages.
import { z } from 'zod';
import { CaseId } from '../ids.ts';
import { CaseView } from '../model/case.ts';
import { CriterionEdit, CrosswalkRow } from '../model/criteria.ts';
import { SensitivePage } from '../model/diary.ts';
import { CareRecord, Score, Treatment } from '../model/record.ts';
import { call } from './base.ts';

const id = CaseId;

/** A service pack that fits the case (resources/rules/services), as the window shows it. */
export const PackView = z.object({
  id: z.string(),
  name: z.string(),
  /** What on which page told that it fits. */
  why: z.array(z.string()),
  /** What policies usually ask. */
  asks: z.array(z.object({ what: z.string(), source: z.string(), trust: z.enum(['verified', 'to-be-verified']) })),
  literature: z.array(
    z.object({
      cite: z.string(),
      says: z.string(),
      stance: z.enum(['supports', 'adverse', 'mixed']),
      identifier: z.string().optional(),
      trust: z.enum(['verified', 'to-be-verified']),
      checkedOn: z.string(),
    }),
  ),
});
export type PackView = z.infer<typeof PackView>;

/** Everything the papers and the user say of the care in a case. */
export const RecordView = z.object({
  record: CareRecord,
  crosswalk: z.array(CrosswalkRow),
  sensitive: z.array(SensitivePage),
  packs: z.array(PackView),
  /** Titles of the papers by id. */
  documents: z.record(z.string(), z.string()),
});
export type RecordView = z.infer<typeof RecordView>;

export const recordContract = {
  get: call.input(z.object({ id })).output(RecordView),
  /** Corrects a row that was read (same id) or adds one of the user's own (an id that starts with `u_`). */
  saveTreatment: call.input(z.object({ id, treatment: Treatment })).output(CaseView),
  saveScore: call.input(z.object({ id, score: Score })).output(CaseView),
  /** Takes a row out, or brings it back. The user's own rows are removed with their text. */
  hideRow: call.input(z.object({ id, rowId: z.string().max(120), hidden: z.boolean() })).output(CaseView),
  /** Takes back every change to a row that was read. */
  resetRow: call.input(z.object({ id, rowId: z.string().max(120) })).output(CaseView),
  /** The user's word on a criterion; replaces what he said of it before. */
  editCriterion: call.input(z.object({ id, edit: CriterionEdit })).output(CaseView),
  /** Takes back everything the user said of a criterion; an added one is removed. */
  resetCriterion: call.input(z.object({ id, criterionId: z.string().max(120) })).output(CaseView),
  /** Lets a sensitive page go into packets, or holds it back again. `page` is `documentId/pageNumber/kind`. */
  allowPage: call.input(z.object({ id, page: z.string().max(120), allowed: z.boolean() })).output(CaseView),
  /** Which tables of the app's own go into the packet. */
  setPacketParts: call
    .input(z.object({ id, parts: z.array(z.enum(['crosswalk', 'history', 'scores', 'timeline'])) }))
    .output(CaseView),
};
