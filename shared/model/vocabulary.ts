// The closed vocabularies of the domain: kinds of paper, denial reasons, plan types, appeal levels, field names.
import { z } from 'zod';

export const DocumentKind = z.enum([
  'denial-letter',
  'eob',
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'prior-authorization',
  'plan-document',
  'medical-policy',
  'literature',
  'correspondence',
  'id-card',
  'authorization-form',
  'other',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const ReasonId = z.enum([
  'medical-necessity',
  'experimental-investigational',
  'prior-authorization-missing',
  'out-of-network',
  'benefit-exclusion',
  'step-therapy',
  'insufficient-information',
  'coding-error',
  'bundled-service',
  'timely-filing',
  'duplicate-claim',
  'eligibility-terminated',
  'coordination-of-benefits',
  'level-of-care',
  'quantity-limit',
  'non-formulary-drug',
  'cosmetic',
  'provider-not-eligible',
  'allowed-amount',
  'referral-missing',
  'non-emergency',
  'custodial-maintenance',
  'pre-existing-condition',
]);
/** A reason of the taxonomy, e.g. `medical-necessity`. */
export type ReasonId = z.infer<typeof ReasonId>;

export const PlanType = z.enum([
  'erisa-self-funded',
  'fully-insured',
  'aca-marketplace',
  'medicare-advantage',
  'medicare-part-d',
  'original-medicare',
  'medicaid-mco',
  'tricare',
  'fehb',
  'short-term',
  'unknown',
]);
export type PlanType = z.infer<typeof PlanType>;

export const AppealLevel = z.enum([
  'initial-denial',
  'first-level-upheld',
  'second-level-upheld',
  'external-review-upheld',
]);
/** How far the dispute has come: what the paper at hand decided. */
export type AppealLevel = z.infer<typeof AppealLevel>;

export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A calendar date, `YYYY-MM-DD`. A deadline is a date, never an instant. */
export type IsoDate = z.infer<typeof IsoDate>;

export const DeadlineFrom = z.enum(['receipt', 'notice-date']);
export type DeadlineFrom = z.infer<typeof DeadlineFrom>;
