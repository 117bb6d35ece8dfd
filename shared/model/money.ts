// Money of a case: what was charged, paid, written off and refused, line by line as bills and benefit statements say it. Amounts are whole cents.
import { z } from 'zod';
import { DocumentId, EntryId } from '../ids.ts';
import { Source } from './source.ts';
import { IsoDate } from './vocabulary.ts';

export const Cents = z.number().int();

export const MoneyKind = z.enum([
  'charge',
  'adjustment',
  'plan-payment',
  'patient-payment',
  'not-covered',
  'copay',
  'deductible',
  'coinsurance',
  'patient-share',
  'balance',
]);
/** `adjustment`: written off by contract. `patient-share`: what a benefit statement says the person owes. `balance`: what a bill asks for. */
export type MoneyKind = z.infer<typeof MoneyKind>;

/** One amount on one paper. */
export const MoneyLine = z.object({
  id: z.string(),
  kind: MoneyKind,
  /** Whole cents, never negative. */
  cents: Cents.min(0),
  /** The day of the service or of the payment. */
  on: IsoDate.optional(),
  claim: z.string().optional(),
  /** Procedure code of the line, as printed. */
  code: z.string().optional(),
  /** The words of the line. */
  label: z.string(),
  /** True for a sum of other lines. */
  isTotal: z.boolean(),
  documentId: DocumentId,
  source: Source,
});
export type MoneyLine = z.infer<typeof MoneyLine>;

/** A claim, as the statements of the plan and the bills of the provider show it. Sums are whole cents; missing where no paper tells. */
export const ClaimMoney = z.object({
  claim: z.string(),
  provider: z.string().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  billed: Cents.optional(),
  adjusted: Cents.optional(),
  planPaid: Cents.optional(),
  notCovered: Cents.optional(),
  patientShare: Cents.optional(),
  patientPaid: Cents.optional(),
  /** Lines of the claim, refused ones first. */
  lines: z.array(MoneyLine),
  sources: z.array(Source),
});
export type ClaimMoney = z.infer<typeof ClaimMoney>;

/** Where two papers disagree, or a sum does not add up. */
export const MoneyDifference = z.object({
  id: z.string(),
  /** In plain words, with both amounts. */
  what: z.string(),
  /** How far they are apart, whole cents. */
  cents: Cents.min(0),
  /** What to do. */
  advice: z.string(),
  sources: z.array(Source),
});
export type MoneyDifference = z.infer<typeof MoneyDifference>;

export const FundingKind = z.enum([
  'assistance-programme',
  'fundraising',
  'grant',
  'medical-credit',
  'family',
  'other',
]);
export type FundingKind = z.infer<typeof FundingKind>;

/** What the user notes of money: a payment he made, an instalment agreed, other money looked for. */
export const MoneyEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    id: EntryId,
    on: IsoDate,
    cents: Cents.min(1),
    to: z.string().max(300),
    claim: z.string().max(100).optional(),
    note: z.string().max(2000),
    documentId: DocumentId.optional(),
  }),
  z.object({
    kind: z.literal('payment-plan'),
    id: EntryId,
    with: z.string().max(300),
    /** Cents a month. */
    cents: Cents.min(1),
    firstOn: IsoDate,
    /** How many instalments; missing when open-ended. */
    count: z.number().int().min(1).max(600).optional(),
    note: z.string().max(2000),
  }),
  z.object({
    kind: z.literal('funding'),
    id: EntryId,
    funding: FundingKind,
    from: z.string().max(300),
    state: z.enum(['idea', 'applied', 'granted', 'refused', 'received']),
    cents: Cents.min(0).optional(),
    on: IsoDate.optional(),
    note: z.string().max(2000),
  }),
]);
export type MoneyEntry = z.infer<typeof MoneyEntry>;

/** A yearly limit of the plan and how much of it is used, as a benefit statement says. */
export const MoneyLimit = z.object({
  /** As printed, e.g. “Out-of-pocket maximum”. */
  what: z.string(),
  usedCents: Cents.min(0),
  limitCents: Cents.min(0),
  on: IsoDate.optional(),
  source: Source,
});
export type MoneyLimit = z.infer<typeof MoneyLimit>;

/** Everything about money in a case. */
export const MoneyView = z.object({
  claims: z.array(ClaimMoney),
  /** What this appeal is about: the amounts refused on the denied claims. Missing when no paper tells. */
  atStake: z.object({ cents: Cents, how: z.string(), sources: z.array(Source) }).optional(),
  /** Paid by the person so far, by papers and by what was typed (without what both say). */
  patientPaid: z.object({ cents: Cents, sources: z.array(Source) }),
  /** The newest balance of each bill's account. */
  balances: z.array(
    z.object({
      from: z.string(),
      account: z.string().optional(),
      cents: Cents,
      on: IsoDate.optional(),
      due: IsoDate.optional(),
      source: Source,
    }),
  ),
  /** Deductible and out-of-pocket maximum, by the newest statement. */
  limits: z.array(MoneyLimit),
  differences: z.array(MoneyDifference),
  entries: z.array(MoneyEntry),
});
export type MoneyView = z.infer<typeof MoneyView>;
