// The shape of resources/rules/services: what usually answers a denial of one service, with codes, criteria of payers and literature.
import { z } from 'zod';
import { ScaleId } from '../model/record.ts';
import { IsoDate, ReasonId } from '../model/vocabulary.ts';
import { ChecklistItem } from './checklist.ts';

/** `verified`: the source was read on `checkedOn`. `to-be-verified`: known from general knowledge of the source. */
const basis = { source: z.string().min(1), checkedOn: IsoDate, trust: z.enum(['verified', 'to-be-verified']) };
const id = z.string().regex(/^[a-z0-9-]+$/);
const unique = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id)).size === list.length;

/** One form of the service that policies treat apart, e.g. nasal esketamine beside ketamine by vein. */
export const ServiceVariant = z.object({
  id,
  name: z.string().min(1),
  codes: z.array(z.string()),
  words: z.array(z.string()).min(1),
});

/** A row of evidence, with the reasons it helps to answer. */
export const EvidenceRow = ChecklistItem.extend({
  reasons: z.array(ReasonId).min(1),
  /** The variant it is about; missing when it is about all. */
  variant: id.optional(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** What a publication or a statement means for the appeal; `adverse` ones are shown too, so that the letter can answer them. */
export const Stance = z.enum(['supports', 'adverse', 'mixed']);

/** A publication, with one plain sentence on what it found. */
export const Publication = z.object({
  id,
  title: z.string().min(1),
  authors: z.string().min(1),
  year: z.number().int().min(1950).max(2030),
  journal: z.string().min(1),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  pmid: z
    .string()
    .regex(/^\d{5,9}$/)
    .optional(),
  says: z.string().min(1),
  stance: Stance,
  /** The variant it is about; missing when it is about all. */
  variant: id.optional(),
  ...basis,
});
export type Publication = z.infer<typeof Publication>;

/** What an agency, a society or a guideline says. */
export const Statement = z.object({
  id,
  by: z.string().min(1),
  year: z.number().int().min(1950).max(2030),
  says: z.string().min(1),
  stance: Stance,
  /** How to meet it, where it is adverse. */
  answer: z.string().optional(),
  variant: id.optional(),
  ...basis,
});

/** What the policies of payers usually ask for. */
export const PayerCriterion = z.object({
  id,
  what: z.string().min(1),
  /** From the mildest to the strictest policy seen. */
  range: z.string().min(1),
  variant: id.optional(),
  ...basis,
});

/** A code of the service in our own plain words; official texts are licensed and not copied. */
export const ServiceCode = z.object({
  system: z.enum(['cpt_hcpcs', 'icd10', 'place']),
  code: z.string().min(1),
  meaning: z.string().min(1),
  ...basis,
});

export const ServicePack = z
  .object({
    id,
    name: z.string().min(1),
    /** What tells that a denial is about it. `weakCodes` count only beside a word. */
    detects: z.object({
      codes: z.array(z.string()),
      weakCodes: z.array(z.string()),
      words: z.array(z.string()).min(1),
      reasons: z.array(ReasonId),
    }),
    variants: z.array(ServiceVariant).refine(unique, 'an id stands twice'),
    evidence: z.array(EvidenceRow).min(1),
    scales: z.array(z.object({ scale: ScaleId, use: z.string().min(1) })),
    codes: z.array(ServiceCode),
    payerCriteria: z.array(PayerCriterion).refine(unique, 'an id stands twice'),
    literature: z.array(Publication).refine(unique, 'an id stands twice'),
    statements: z.array(Statement).refine(unique, 'an id stands twice'),
  })
  .refine(
    ({ evidence }) => new Set(evidence.map(({ item }) => item)).size === evidence.length,
    'an item of evidence stands twice',
  );
/** Everything known of one service. */
export type ServicePack = z.infer<typeof ServicePack>;
