// The clocks around a case beside its own deadlines: the steps ahead, when the plan must answer, what else the rules say of time.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';
import { Proof, StatedTime } from './finding.ts';
import { IsoDate } from './vocabulary.ts';

/** A step of a dispute, whoever must take it. */
export const CaseStep = z.enum([
  'internal-appeal',
  'second-level',
  'automatic-review',
  'external-review',
  'agency-review',
  'fair-hearing',
  'judge-hearing',
  'council-review',
  'civil-action',
  'continue-benefits',
  'complaint',
  'peer-to-peer',
  'send-information',
  'corrected-claim',
]);
export type CaseStep = z.infer<typeof CaseStep>;

/** The kind of request a time to decide is for; `drug` is a drug that Medicare Part B covers, `payment` is being paid back. */
export const DecisionTiming = z.enum(['pre-service', 'post-service', 'urgent', 'concurrent', 'drug', 'payment']);
export type DecisionTiming = z.infer<typeof DecisionTiming>;

/** The time within which a request must be decided. */
export const DecisionTime = z.object({
  timing: DecisionTiming,
  amount: z.number().int().positive(),
  unit: z.enum(['hours', 'days', 'business-days']),
  /** By how much it may be prolonged once. */
  extension: z.object({ amount: z.number().int().positive(), unit: z.enum(['hours', 'days']) }).optional(),
  remark: z.string().optional(),
});
export type DecisionTime = z.infer<typeof DecisionTime>;

/** A time limit in the letter's own sentence. */
export const StatedInLetter = z.object({
  documentId: DocumentId,
  proof: Proof,
  amount: StatedTime.shape.amount,
  unit: StatedTime.shape.unit,
  from: StatedTime.shape.from,
  date: StatedTime.shape.date,
});
export type StatedInLetter = z.infer<typeof StatedInLetter>;

const basis = {
  citation: z.string(),
  /** The day the rule was last compared with its source, and whether that source was read word for word. */
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
};

/** One step of the ladder this plan family has, from the step that is open now on. */
export const PathStep = z.object({
  ruleId: z.string(),
  step: CaseStep,
  /** `now`: open after the decision at hand. `later`: open only after the steps before it. */
  when: z.enum(['now', 'later']),
  what: z.string(),
  /** The member may leave it out. */
  isOptional: z.boolean(),
  /** The plan must do it by itself. */
  isAutomatic: z.boolean(),
  /** The time for it; missing when the plan or the court sets it. */
  amount: z.number().int().positive().optional(),
  /** The longest a State may choose, where `amount` is the shortest. */
  amountUpTo: z.number().int().positive().optional(),
  unit: z.enum(['days', 'months']).optional(),
  /** The same in plain words: “4 months”, “90 to 120 days, as the State chose”, “as the plan says”. */
  time: z.string(),
  /** What starts its clock, in plain words. */
  startedBy: z.string(),
  /** How long the one who decides may take, by kind of request. */
  decisions: z.array(DecisionTime),
  /** What the letter at hand says of the time for it. */
  stated: z.array(StatedInLetter),
  remark: z.string().optional(),
  ...basis,
});
export type PathStep = z.infer<typeof PathStep>;

/** When the appeal that was sent must be decided. */
export const PlanDue = z.object({
  ruleId: z.string(),
  timing: DecisionTiming,
  /** Whether the denial is of this kind, as far as its words tell. */
  applies: z.enum(['yes', 'no', 'unknown']),
  amount: z.number().int().positive(),
  unit: z.enum(['hours', 'days', 'business-days']),
  /** The day the counting starts from; missing while it is not known when the appeal went out. */
  from: z.object({ date: IsoDate, kind: z.enum(['received', 'sent']) }).optional(),
  /** The last day for the decision. */
  due: IsoDate.optional(),
  /** The last day when the plan prolongs its time. */
  dueIfExtended: IsoDate.optional(),
  /** The first day on which the plan is late. */
  lateFrom: IsoDate.optional(),
  /** The plan is late by now; never for a kind of request of which it is not known that it was made. */
  isLate: z.boolean(),
  /** What it means when the plan is late; missing where no rule says. */
  whenLate: z
    .object({
      id: z.string(),
      what: z.string(),
      /** The step that is open then, and its last day where the rule counts it from the unanswered appeal. */
      leadsTo: z.string(),
      by: IsoDate.optional(),
      ...basis,
    })
    .optional(),
  /** What the letter itself says of the time for the decision. */
  stated: z.array(StatedInLetter),
  explanation: z.string(),
  ...basis,
});
export type PlanDue = z.infer<typeof PlanDue>;

/** Something else the rules of this plan family say of time. */
export const ClockNote = z.object({
  id: z.string(),
  kind: z.enum(['first-decision', 'expedited', 'continuation', 'exhaustion', 'contract-only']),
  what: z.string(),
  /** What the letter itself says of it. */
  stated: z.array(StatedInLetter),
  ...basis,
});
export type ClockNote = z.infer<typeof ClockNote>;
