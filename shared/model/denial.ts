// What the window shows of a denial, before and after a case is made from it.
import { z } from 'zod';
import { CaseId } from '../ids.ts';
import { CaseView } from './case.ts';
import { Proof } from './finding.ts';
import { AppealLevel, PlanType, ReasonId } from './vocabulary.ts';

/** A code of the paper in our own plain words. */
export const CodeInWords = z.object({
  system: z.enum(['cpt_hcpcs', 'icd10', 'carc', 'rarc']),
  code: z.string(),
  /** Missing for a code whose meaning is not known here: it is shown as it stands. */
  meaning: z.string().optional(),
  /** The reason the code stands for, when it stands for one. */
  reason: ReasonId.optional(),
  /** Who bears the amount, by the group printed with an adjustment code. */
  pays: z.string().optional(),
  trust: z.enum(['verified', 'to-be-verified']).optional(),
  proof: Proof,
});
export type CodeInWords = z.infer<typeof CodeInWords>;

/** Deadlines, rights and contents of the notice, computed for the case made from the paper, or for the one that would be made. */
export const DenialView = CaseView.omit({ case: true, gaps: true, documents: true }).extend({
  /** The case already made from this paper. */
  caseId: CaseId.optional(),
  planType: z.object({ value: PlanType, byUser: z.boolean() }),
  level: AppealLevel,
  codes: z.array(CodeInWords),
});
export type DenialView = z.infer<typeof DenialView>;
