// The criteria crosswalk: what the plan's policy asks, the fact that meets it, and the page it stands on.
import { z } from 'zod';
import { Source } from './source.ts';

/** One criterion of a policy, a guideline or a definition of the plan, as its page words it. */
export const Criterion = z.object({
  /** Stable while the paper stays the same. */
  id: z.string().min(1).max(120),
  /** Its own number or letter, e.g. “4.1”. */
  label: z.string().max(40).optional(),
  text: z.string().max(3000),
  /** The heading or lead-in it stands under, e.g. “every one of the following”. */
  under: z.string().max(1000).optional(),
  /** Whether all criteria of its list must be met or any one. */
  needs: z.enum(['all', 'any']),
  source: Source.optional(),
  byUser: z.boolean(),
});
export type Criterion = z.infer<typeof Criterion>;

export const CriterionState = z.enum(['met', 'not-met', 'unclear', 'not-shown', 'not-applicable']);
/** `unclear`: pages speak of it without settling it. `not-shown`: no page speaks of it. */
export type CriterionState = z.infer<typeof CriterionState>;

/** A page that speaks of a criterion. */
export const CriterionFact = z.object({
  source: Source,
  /** What the page shows, in plain words, e.g. “six antidepressants from four classes”. Only counts and values of the page. */
  why: z.string().max(500),
  byUser: z.boolean(),
});
export type CriterionFact = z.infer<typeof CriterionFact>;

/** A criterion with what answers it. */
export const CrosswalkRow = z.object({
  criterion: Criterion,
  state: CriterionState,
  facts: z.array(CriterionFact),
  /** How the state was found, in plain words. */
  why: z.string(),
  byUser: z.boolean(),
});
export type CrosswalkRow = z.infer<typeof CrosswalkRow>;

/** What the user said of one criterion. */
export const CriterionEdit = z.object({
  criterionId: z.string().min(1).max(120),
  /** Corrected wording; an added criterion has all its words here. */
  text: z.string().max(3000).optional(),
  label: z.string().max(40).optional(),
  state: CriterionState.optional(),
  /** Pages the user linked. */
  facts: z.array(CriterionFact).default([]),
  /** Pages the app found that the user took away: `documentId/page/from`. */
  rejected: z.array(z.string()).default([]),
  note: z.string().max(5000).default(''),
  hidden: z.boolean().default(false),
  added: z.boolean().default(false),
});
export type CriterionEdit = z.infer<typeof CriterionEdit>;
