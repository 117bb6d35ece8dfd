// The shape of resources/rules/treatments.json and scales.json: names of treatments and rating scales, and the words a page uses of them.
import { z } from 'zod';
import { ScaleId, TreatmentKind, TreatmentOutcome } from '../model/record.ts';
import { IsoDate } from '../model/vocabulary.ts';

const basis = {
  source: z.string().min(1),
  checkedOn: IsoDate,
  trust: z.enum(['verified', 'to-be-verified']),
};

/** One treatment with all its names. Names in capitals are found only in capitals. */
const TreatmentName = z.object({
  /** The name it is known by: the generic name of a drug. */
  name: z.string().min(2),
  also: z.array(z.string().min(2)).optional(),
  /** Procedure and drug codes that mean it. */
  codes: z.array(z.string().regex(/^[A-Z0-9]{5}$/)).optional(),
});

/** Treatments of one class. */
const TreatmentGroup = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The class in plain words, e.g. “SSRI antidepressant”. */
  name: z.string().min(1),
  kind: TreatmentKind,
  /** Names a kind of care only: gives way to a more exact name beside it. */
  generic: z.literal(true).optional(),
  /** Mostly taken for something beside the case: a mere list of current medicines does not make it a treatment of the case. */
  background: z.literal(true).optional(),
  members: z.array(TreatmentName).min(1),
  ...basis,
});

/** Phrases: lower case, `*` for the rest of a word, `_` for up to three words. */
const Phrases = z.array(z.string().min(1)).min(1);

const once = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase())).size === names.length;

export const TreatmentsFile = z.object({
  about: z.string(),
  groups: z
    .array(TreatmentGroup)
    .min(1)
    .refine((groups) => once(groups.map(({ id }) => id)), 'a group stands twice')
    .refine((groups) => once(groups.flatMap(({ members }) => members.map(({ name }) => name))), 'a name stands twice'),
  /** Forms of a drug printed after its name, e.g. “XR”. */
  forms: Phrases,
  /** How it went. `inResults` are words that say so only where results stand, as in the result column of a table. */
  outcomes: z.array(z.object({ outcome: TreatmentOutcome, phrases: Phrases, inResults: Phrases.optional() })).min(1),
  /** Named alone they mean that it was not tolerated. */
  sideEffects: Phrases,
  negations: Phrases,
  /** It was tried, as a record says it. */
  tried: Phrases,
  /** Before its name these say that it was tried. */
  triedBefore: Phrases,
  /** It was tried, as a denial says it. */
  denialTried: Phrases,
  /** It is planned, asked for or only thought of. */
  planned: Phrases,
  /** It was not tried. */
  notTried: Phrases,
  /** The sentence is about rules, about research, about others, or about allergies. */
  criteria: Phrases,
  literature: Phrases,
  otherPeople: Phrases,
  allergies: Phrases,
  /** Headings of lists of current medicines. */
  currentList: Phrases,
});
export type TreatmentRules = z.infer<typeof TreatmentsFile>;

const ScaleRule = z
  .object({
    id: ScaleId,
    /** All spellings. Names in capitals are found only in capitals. */
    names: z.array(z.string().min(2)).min(1),
    lowest: z.number(),
    highest: z.number(),
    /** Which way is worse. */
    worse: z.enum(['higher', 'lower']),
    /** Severity by score, both ends included. */
    bands: z.array(z.object({ from: z.number(), to: z.number(), words: z.string().min(1) })).min(1),
    ...basis,
  })
  .refine(
    ({ bands, lowest, highest }) =>
      bands[0]?.from === lowest &&
      bands.at(-1)?.to === highest &&
      bands.every((band, at) => at === 0 || band.from === bands[at - 1]!.to + 1),
    'the bands must cover the range without gap',
  );
export type ScaleRule = z.infer<typeof ScaleRule>;

export const ScalesFile = z.object({
  about: z.string(),
  scales: z
    .array(ScaleRule)
    .refine(
      (list) =>
        list.length === ScaleId.options.length && ScaleId.options.every((id) => list.some((rule) => rule.id === id)),
      'every scale must stand exactly once',
    ),
});
