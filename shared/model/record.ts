// What a case knows of care: treatments tried, scores measured, one line per dated event. Each is read from a page or typed.
import { z } from 'zod';
import { Source } from './source.ts';

/** A calendar date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Such dates sort as strings. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export type PartialDate = z.infer<typeof PartialDate>;

export const TreatmentKind = z.enum(['drug', 'therapy', 'procedure', 'hospital', 'device', 'other']);
export type TreatmentKind = z.infer<typeof TreatmentKind>;

export const TreatmentOutcome = z.enum([
  'no-response',
  'partial-response',
  'response',
  'relapse',
  'not-tolerated',
  'contraindicated',
  'ongoing',
  'unknown',
]);
export type TreatmentOutcome = z.infer<typeof TreatmentOutcome>;

/** One treatment. Strings are as printed or as typed; what is not known is left out and shown as a blank. */
export const Treatment = z.object({
  /** Stable while the paper stays the same: the first place it was read from, or an id of the user's own row. */
  id: z.string().min(1).max(120),
  name: z.string().max(300),
  kind: TreatmentKind,
  /** The class of a drug (resources/rules/treatments.json), e.g. “SSRI antidepressant”. */
  drugClass: z.string().max(200).optional(),
  /** Given to strengthen another drug. */
  augments: z.string().max(300).optional(),
  dose: z.string().max(200).optional(),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  /** Still going on, as the page says. */
  ongoing: z.boolean().default(false),
  /** Length or number as printed, e.g. “22 wk”, “36 sessions”. */
  length: z.string().max(200).optional(),
  outcome: TreatmentOutcome,
  /** The words of the page, or of the user, on how it went. */
  outcomeWords: z.string().max(1000).optional(),
  source: Source.optional(),
  /** Other pages that name the same treatment. */
  also: z.array(Source).default([]),
  byUser: z.boolean(),
});
export type Treatment = z.infer<typeof Treatment>;

export const ScaleId = z.enum([
  'PHQ-9',
  'PHQ-2',
  'GAD-7',
  'MADRS',
  'HAM-D',
  'BDI-II',
  'QIDS',
  'PCL-5',
  'CAPS-5',
  'Y-BOCS',
  'pain',
  'BPI',
  'ODI',
]);
/** A rating scale (resources/rules/scales.json). `pain` is a numeric rating from 0 to 10. */
export type ScaleId = z.infer<typeof ScaleId>;

/** One measured score. */
export const Score = z.object({
  id: z.string().min(1).max(120),
  scale: ScaleId,
  value: z.number().min(0).max(300),
  /** The day it was taken; missing when the page does not tell. */
  on: PartialDate.optional(),
  /** What the page says of the moment, e.g. “before infusion 1”. */
  moment: z.string().max(300).optional(),
  source: Source.optional(),
  also: z.array(Source).default([]),
  byUser: z.boolean(),
});
export type Score = z.infer<typeof Score>;

/** What the user changed in what was read: rows of his own, rows corrected (by id), rows taken out (by id). */
export const RecordEdits = z.object({
  treatments: z.array(Treatment).default([]),
  scores: z.array(Score).default([]),
  hidden: z.array(z.string().max(120)).default([]),
});
export type RecordEdits = z.infer<typeof RecordEdits>;

export const EventKind = z.enum([
  'care',
  'treatment',
  'score',
  'claim',
  'letter',
  'call',
  'money',
  'submission',
  'deadline',
  'other',
]);
export type EventKind = z.infer<typeof EventKind>;

/** One line of the chronology. */
export const TimelineEvent = z.object({
  id: z.string(),
  on: PartialDate,
  /** The last day, when the event lasted. */
  until: PartialDate.optional(),
  kind: EventKind,
  /** In words: quoted from the page, a value of a finding, or what the user typed. */
  what: z.string(),
  /** Where it stands; missing only for what the user typed or did in the app. */
  source: Source.optional(),
  entryId: z.string().optional(),
  byUser: z.boolean(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** The treatments, scores and events of a case. */
export const CareRecord = z.object({
  treatments: z.array(Treatment),
  scores: z.array(Score),
  timeline: z.array(TimelineEvent),
});
export type CareRecord = z.infer<typeof CareRecord>;
