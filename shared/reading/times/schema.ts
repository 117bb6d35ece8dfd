// The signals of stated time limits as data: the shape of `times.json`.
import { z } from 'zod';
import { StatedStep } from '../../model/finding.ts';

const Pattern = z.string().min(1);
const Cue = z.object({ pattern: Pattern, weight: z.number().min(0).max(6), why: z.string().min(1) });
export const Anchor = z.enum(['receipt', 'notice-date', 'final-decision', 'service-date', 'request']);
export type Anchor = z.infer<typeof Anchor>;

/** The file `times.json`: which words belong to which step, what a limit is counted from, and what is no limit at all. */
export const TimesRules = z.object({
  about: z.string(),
  source: z.string(),
  /** Words that name a step. `plan-decision-expedited` has none: it is a plan decision with `expedited` words or in hours. */
  steps: z.partialRecord(StatedStep, z.array(Cue).min(1)),
  /** The member asks for something, whatever the step is. */
  asks: Pattern,
  /** A fast decision. */
  expedited: Pattern,
  /** Somebody other than the plan decides: no time limit of ours. */
  othersDecide: Pattern,
  /** Ends right before the amount: the amount limits something. */
  limits: Pattern,
  /** Stands right after the amount and makes it a limit by itself. */
  limitsAfter: Pattern,
  /** Around the amount: a length of treatment, a history, a policy. */
  durationsBefore: Pattern,
  durationsAfter: Pattern,
  /** The sentence tells what happened, not what may be done. */
  past: Pattern,
  /** Ends right before a printed last day. */
  due: Pattern,
  /** The limit runs only after the plan has asked. */
  onRequest: Pattern,
  /** What starts the plan's own clock: it has the appeal, the claim, the papers. */
  planReceives: Pattern,
  anchors: z.record(Anchor, Pattern),
});
