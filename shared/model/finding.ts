// What the reader found on a page: always with the page, the words and the quote that prove it.
import { z } from 'zod';
import { AppealLevel, DeadlineFrom, DocumentKind, IsoDate, PlanType, ReasonId } from './vocabulary.ts';

/** Words `from` (inclusive) to `to` (exclusive) of the word list of page `pageNumber`, and what they say. */
export const Proof = z.object({
  pageNumber: z.number().int().min(1),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  quote: z.string(),
});
export type Proof = z.infer<typeof Proof>;

/** The fields of a paper, named as the command line prints them. Left out when the paper does not state them. */
export const Fields = z.object({
  letter_date: IsoDate.optional(),
  member_id: z.string().optional(),
  member_name: z.string().optional(),
  group_number: z.string().optional(),
  claim_numbers: z.array(z.string()).optional(),
  authorization_number: z.string().optional(),
  provider: z.string().optional(),
  payer: z.string().optional(),
  dates_of_service: z.array(IsoDate).optional(),
  /** US dollars. */
  billed_amount: z.number().optional(),
  /** US dollars. */
  patient_responsibility: z.number().optional(),
  codes: z
    .object({
      cpt_hcpcs: z.array(z.string()),
      icd10: z.array(z.string()),
      carc: z.array(z.string()),
      rarc: z.array(z.string()),
    })
    .optional(),
  plan_type: PlanType.optional(),
  appeal_deadline_days: z.number().int().positive().optional(),
  appeal_deadline_from: DeadlineFrom.optional(),
  appeal_deadline_date: IsoDate.optional(),
  appeal_address: z.string().optional(),
  appeal_fax: z.string().optional(),
  appeal_phone: z.string().optional(),
  criteria_cited: z.string().optional(),
  appeal_level: AppealLevel.optional(),
});
export type Fields = z.infer<typeof Fields>;
export type FieldName = keyof Fields;
export const FIELD_NAMES = Object.keys(Fields.shape) as FieldName[];

/** The parts of a letter, as the reader tells them apart before it looks for meaning. */
export const Zone = z.enum([
  'letterhead',
  'reference',
  'determination',
  'rationale',
  'rights',
  'taglines',
  'table',
  'legend',
  'body',
]);
export type Zone = z.infer<typeof Zone>;

/** A reason the paper gives as its ground. */
export const ReasonFinding = z.object({
  reason: ReasonId,
  proof: Proof,
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Which signals matched, in plain words. */
  why: z.array(z.string()),
  /** What the user said of it; missing while he has said nothing. */
  byUser: z.enum(['confirmed', 'added']).optional(),
});
export type ReasonFinding = z.infer<typeof ReasonFinding>;

/** One value of one field with its proof. List fields (claim_numbers, codes…) have one finding per value; `codes` findings name their system. */
export const FieldFinding = z.object({
  field: z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]),
  value: z.union([z.string(), z.number()]),
  system: z.enum(['cpt_hcpcs', 'icd10', 'carc', 'rarc']).optional(),
  proof: Proof,
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
});
export type FieldFinding = z.infer<typeof FieldFinding>;

/** A step whose time limit a paper states. */
export const StatedStep = z.enum([
  'internal-appeal',
  'second-level',
  'external-review',
  'fair-hearing',
  'judge-hearing',
  'civil-action',
  'complaint',
  'continue-benefits',
  'peer-to-peer',
  'send-information',
  'corrected-claim',
  'plan-decision',
  'plan-decision-expedited',
]);
export type StatedStep = z.infer<typeof StatedStep>;

/** A time limit as the paper states it: an amount counted from something, or a printed last day. */
export const StatedTime = z.object({
  step: StatedStep,
  amount: z.number().int().positive().optional(),
  unit: z.enum(['hours', 'days', 'business-days', 'months', 'years']).optional(),
  /** What the paper counts from, when it says so. */
  from: z.enum(['receipt', 'notice-date', 'final-decision', 'service-date', 'request']).optional(),
  /** The last day, when the paper prints one. */
  date: IsoDate.optional(),
  /** The whole sentence. */
  proof: Proof,
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
});
export type StatedTime = z.infer<typeof StatedTime>;

/** What the paper decided. `unknown` where no words say it. */
export const Outcome = z.enum([
  'denied',
  'partly-denied',
  'reduced-or-ended',
  'upheld',
  'partly-overturned',
  'overturned',
  'approved',
  'unknown',
]);
export type Outcome = z.infer<typeof Outcome>;

/** Before the care was given, while it goes on, or after it was given. */
export const Timing = z.enum(['before-service', 'ongoing', 'after-service']);
export type Timing = z.infer<typeof Timing>;

/** The decision and how the notice gives it: who decided, by which criteria, which contents of a lawful notice it holds. */
export const NoticeReading = z.object({
  outcome: z.object({ value: Outcome, proof: Proof.optional(), why: z.array(z.string()) }),
  timing: z.object({ value: Timing, proof: Proof.optional(), why: z.array(z.string()) }).optional(),
  /** Persons and organisations that decided or reviewed, as printed. */
  deciders: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['reviewer', 'organisation']),
      credentials: z.string().optional(),
      proof: Proof,
    }),
  ),
  /** Every policy, guideline, provision or vendor criteria the decision names. */
  criteria: z.array(z.object({ name: z.string(), proof: Proof })),
  /** Contents a notice may have to hold (ids of resources/rules/notice-contents.json) that were found. */
  contents: z.array(z.object({ id: z.string(), proof: Proof, why: z.string() })),
});
export type NoticeReading = z.infer<typeof NoticeReading>;

/** Everything the reader says of one paper. */
export const Reading = z.object({
  kind: z.object({
    value: DocumentKind,
    confidence: z.number().min(0).max(1),
    why: z.array(z.string()),
    proof: Proof.optional(),
  }),
  /** The paper's own title line, when it has one; else undefined. */
  title: z.string().optional(),
  reasons: z.array(ReasonFinding),
  fields: Fields,
  findings: z.array(FieldFinding),
  /** Every time limit the paper states, in the order of the pages. */
  statedTimes: z.array(StatedTime).default([]),
  /** Only for denial letters and benefit statements. */
  notice: NoticeReading.optional(),
  /** Reasons the user took away; they were read, so they can be taken back. */
  dismissed: z.array(ReasonFinding).optional(),
  /** True when the user set the plan type. */
  planTypeByUser: z.boolean().optional(),
  /** Line ranges of each page, for the zones of a letter. */
  zones: z.array(
    z.object({ pageNumber: z.number().int().min(1), fromLine: z.number().int(), toLine: z.number().int(), zone: Zone }),
  ),
});
export type Reading = z.infer<typeof Reading>;

/** The user's word on one reason of a paper. `added` names the words he marked. */
export const Verdict = z.object({
  reason: ReasonId,
  verdict: z.enum(['confirmed', 'dismissed', 'added']),
  proof: Proof.optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/** Everything the user said of a paper's reading. Kept apart from the reading, so that a new one never overwrites it. */
export const Corrections = z.object({ verdicts: z.array(Verdict), planType: PlanType.optional() });
export type Corrections = z.infer<typeof Corrections>;
