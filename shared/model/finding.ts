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
  /** Line ranges of each page, for the zones of a letter. */
  zones: z.array(
    z.object({ pageNumber: z.number().int().min(1), fromLine: z.number().int(), toLine: z.number().int(), zone: Zone }),
  ),
});
export type Reading = z.infer<typeof Reading>;
