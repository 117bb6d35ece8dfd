// The shape of resources/rules and resources/letters: what each rule says, where it comes from and how far it was checked.
import { z } from 'zod';
import type { LetterTemplates } from '../letters/kinds/schema.ts';
import { CaseStep, DecisionTime } from '../model/clocks.ts';
import { StatedStep } from '../model/finding.ts';
import { AppealLevel, IsoDate, PlanType, ReasonId } from '../model/vocabulary.ts';
import type { ScaleRule, TreatmentRules } from './care-schema.ts';
import { ChecklistItem } from './checklist.ts';
import type { CodeMeanings, NoticeContent, RightRule } from './notice-schema.ts';
import type { PacketRules } from './packet-schema.ts';
import type { SensitiveRule } from './sensitive-schema.ts';
import type { ServicePack } from './service-schema.ts';

/** `verified`: the source was read word for word on `checkedOn`. `to-be-verified`: known from general knowledge of the source. */
export const Trust = z.enum(['verified', 'to-be-verified']);

/** One step with its filing deadline. */
export const DeadlineRule = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What must be done, in plain words. */
  what: z.string().min(1),
  planTypes: z.array(PlanType).min(1),
  /** The decisions after which this step is open; none for steps beyond the levels a case knows. */
  follows: z.array(AppealLevel),
  step: CaseStep,
  /** Place on the ladder of steps of its plan family, from 1; 0 for a step beside the ladder. */
  rank: z.number().int().min(0),
  /** The member may leave it out. */
  optional: z.literal(true).optional(),
  /** The plan must do it; the member need not ask. */
  automatic: z.literal(true).optional(),
  /** What starts its clock, in plain words. */
  startedBy: z.string().min(1),
  /** `service-end`: counted back from the day the care is to end. */
  trigger: z.enum(['receipt', 'notice-date', 'service-end']),
  /** Missing when the plan sets the time itself: then the letter's own time limit counts. */
  amount: z.number().int().positive().optional(),
  /** The longest a State may choose, where `amount` is the shortest; in the same unit. */
  amountUpTo: z.number().int().positive().optional(),
  unit: z.enum(['days', 'months']),
  /** The last day is the day the change takes effect, when that is later. */
  orEffectiveDate: z.literal(true).optional(),
  /** Days after the notice date on which it counts as received unless shown otherwise. */
  presumeReceiptDays: z.number().int().min(0),
  filedWhen: z.string(),
  roll: z.enum(['none', 'next-business-day']),
  /** Two-letter codes; missing when the rule is not tied to a State. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** The rule is shown only when the letter contains one of these phrases. */
  whenLetterSays: z.array(z.string()).optional(),
  /** The letter's time to appeal, as the fields of its reading give it, is about this step. */
  statedApplies: z.boolean(),
  /** The steps a letter may call this one, the likeliest first. */
  statedSteps: z.array(StatedStep),
  /** The time within which what was filed must be decided. */
  decisions: z.array(DecisionTime),
  /** Where the time to decide stands, when it stands elsewhere than the time to file. */
  decisionCitation: z.string().optional(),
  /** More the user should know, in plain words. */
  remark: z.string().optional(),
  citation: z.string().min(1),
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: Trust,
});
export type DeadlineRule = z.infer<typeof DeadlineRule>;

const basis = { citation: z.string().min(1), source: z.string().min(1), checkedOn: IsoDate, trust: Trust };

/** A rule of a plan family in plain words, beside its deadlines. */
export const FamilyNote = z.object({ id: z.string().regex(/^[a-z0-9-]+$/), what: z.string().min(1), ...basis });

/** What holds for all steps of some types of plan. */
export const FamilyRule = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  planTypes: z.array(PlanType).min(1),
  /** The times within which a first request or claim must be decided. */
  initialDecisions: z
    .object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      times: z.array(DecisionTime).min(1),
      remark: z.string().optional(),
      ...basis,
    })
    .optional(),
  /** How to get a fast decision; `hours` is its time. */
  expedited: FamilyNote.extend({ hours: z.number().int().positive().optional() }).optional(),
  /** How to keep the care during the appeal. */
  continuation: FamilyNote.optional(),
  /** What it means when the plan breaks the rules or answers late, and the step that is then open. */
  exhaustion: FamilyNote.extend({
    leadsTo: z.string(),
    /** That step must be taken within this time of the unanswered appeal. */
    within: z.object({ amount: z.number().int().positive(), unit: z.literal('days') }).optional(),
  }).optional(),
  /** No federal rule gives a time: only the contract and state law do. */
  contractOnly: FamilyNote.optional(),
});
export type FamilyRule = z.infer<typeof FamilyRule>;

/** A reason for a denial in plain words, and what answers it. */
export const ReasonRule = z.object({
  id: ReasonId,
  name: z.string().min(1),
  meaning: z.string().min(1),
  overturns: z.string().min(1),
  nature: z.enum(['clinical', 'administrative']),
  /** Phrases in which a page speaks for the denial; sentences with them are not offered as quotes. */
  adverse: z.array(z.string()),
  checklist: z.array(ChecklistItem).min(1),
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: Trust,
});
export type ReasonRule = z.infer<typeof ReasonRule>;

/** A type of plan in plain words. */
export const PlanTypeRule = z.object({ id: PlanType, name: z.string().min(1), meaning: z.string().min(1) });
export type PlanTypeRule = z.infer<typeof PlanTypeRule>;

/** Standing text for letters. It states law or asks for something; it never says anything about the person. */
export const StandingText = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  place: z.enum(['ground', 'relief', 'documents']),
  /** The plan types it is true for. */
  planTypes: z.array(PlanType).min(1),
  /** The levels of the decision appealed from it fits; missing means all. */
  levels: z.array(AppealLevel).optional(),
  /** Only for `ground`: the reasons it answers. */
  reasons: z.array(ReasonId).optional(),
  /** Only for cases with a clinical ground. */
  clinicalOnly: z.boolean().optional(),
  /** Only when the denial names a mental or behavioral diagnosis (ICD-10 chapter F). */
  mentalHealthOnly: z.boolean().optional(),
  text: z.string().min(1),
  /** Missing only for plain requests that rest on no rule. */
  citation: z.string().optional(),
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: Trust,
});
export type StandingText = z.infer<typeof StandingText>;

const complete = <T extends { id: string }>(ids: readonly string[], list: readonly T[]) =>
  list.length === ids.length && ids.every((id) => list.some((entry) => entry.id === id));

const unique = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id)).size === list.length;

export const DeadlinesFile = z
  .object({
    checkedOn: IsoDate,
    deadlines: z.array(DeadlineRule).refine(unique, 'an id stands twice'),
    families: z
      .array(FamilyRule)
      .refine(unique, 'an id stands twice')
      .refine(
        (list) => PlanType.options.every((id) => list.filter((each) => each.planTypes.includes(id)).length === 1),
        'every plan type must belong to exactly one family',
      ),
  })
  .refine(
    ({ deadlines, families }) =>
      families.every(
        ({ exhaustion }) => exhaustion === undefined || deadlines.some((rule) => rule.id === exhaustion.leadsTo),
      ),
    'a family leads to a step that is not there',
  );
export const ReasonsFile = z.object({
  reasons: z
    .array(ReasonRule)
    .refine((list) => complete(ReasonId.options, list), 'every reason must stand exactly once'),
});
export const PlanTypesFile = z.object({
  planTypes: z
    .array(PlanTypeRule)
    .refine((list) => complete(PlanType.options, list), 'every plan type must stand exactly once'),
});
export const StandingFile = z.object({ standing: z.array(StandingText).refine(unique, 'an id stands twice') });

/** Everything the cases and letters know from data files. */
export interface Rules {
  /** The day the deadline table was last compared with its sources. */
  readonly checkedOn: IsoDate;
  readonly deadlines: readonly DeadlineRule[];
  readonly families: readonly FamilyRule[];
  readonly reasons: readonly ReasonRule[];
  readonly planTypes: readonly PlanTypeRule[];
  readonly standing: readonly StandingText[];
  /** Letters beside the appeal. */
  readonly letterKinds: LetterTemplates;
  readonly noticeContents: readonly NoticeContent[];
  readonly rights: readonly RightRule[];
  readonly codeMeanings: CodeMeanings;
  /** What usually answers denials of one service. */
  readonly services: readonly ServicePack[];
  /** What a page holds that needs care before it goes out. */
  readonly sensitive: readonly SensitiveRule[];
  /** Names of treatments and the words a page uses of them. */
  readonly treatments: TreatmentRules;
  /** Rating scales. */
  readonly scales: readonly ScaleRule[];
  /** What those who receive packets ask for, and the limits of ways to send them. */
  readonly packets: PacketRules;
}
