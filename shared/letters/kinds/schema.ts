// The shape of resources/letters/kinds.json: for each kind of letter whom it helps, when it fits, and its text as fixed sentences with places for facts and blanks.
import { z } from 'zod';
import { PartyName } from '../../model/case.ts';
import { CriterionState } from '../../model/criteria.ts';
import { LetterKind } from '../../model/diary.ts';
import { Timing } from '../../model/finding.ts';
import { TreatmentOutcome } from '../../model/record.ts';
import { AppealLevel, IsoDate, PlanType, ReasonId } from '../../model/vocabulary.ts';

/**
 * What a sentence may name: the facts of the case, and values worked out from its papers. A place in a text is written `{memberName}`;
 * what only the user knows is written `{blank:What you want to say}`.
 */
export const SlotName = z.enum([
  ...PartyName.options,
  'today',
  'codes',
  'diagnosis',
  'criteriaNames',
  'deciders',
  'reasonNames',
  'atStake',
  'patientPaid',
  'balance',
  'appealSentOn',
  'appealReceivedOn',
  'dueOn',
  'dueTime',
  'dueRule',
]);
export type SlotName = z.infer<typeof SlotName>;

/** When something is true of a case. Parts that are missing do not narrow it; all parts given must hold. */
export const When = z
  .object({
    planTypes: z.array(PlanType).min(1).optional(),
    levels: z.array(AppealLevel).min(1).optional(),
    /** At least one ground in force is among these. */
    reasons: z.array(ReasonId).min(1).optional(),
    /** No ground in force is among these. */
    noReasons: z.array(ReasonId).min(1).optional(),
    timings: z
      .array(z.enum([...Timing.options, 'unknown']))
      .min(1)
      .optional(),
    /** A ground turns on medical judgment. */
    clinical: z.boolean().optional(),
    /** A paper of the claim names a diagnosis of ICD-10 chapter F. */
    mentalHealth: z.boolean().optional(),
    /** Care that was going on is reduced or ended. */
    endsCare: z.boolean().optional(),
    /** The appeal has been sent. */
    appealSent: z.boolean().optional(),
    /** The plan has let its time to decide pass. */
    planLate: z.boolean().optional(),
    /** A paper carries a remark code that tells of a claim settled under the rules on surprise bills. */
    surpriseCode: z.boolean().optional(),
    /** Facts that are known, or are not. */
    knows: z.array(SlotName).min(1).optional(),
    lacks: z.array(SlotName).min(1).optional(),
  })
  .strict();
export type When = z.infer<typeof When>;

/** The law a sentence carries. */
export const Law = z
  .object({
    citation: z.string().min(1),
    source: z.string().min(1),
    checkedOn: IsoDate,
    trust: z.enum(['verified', 'to-be-verified']),
  })
  .strict();
export type Law = z.infer<typeof Law>;

const PLACE = /\{([^{}]*)\}/g;
const isPlace = (inside: string) =>
  inside.startsWith('blank:') ? inside.length > 'blank:'.length : SlotName.safeParse(inside).success;

/** A text with places in it. */
const Text = z
  .string()
  .min(1)
  .refine((text) => [...text.matchAll(PLACE)].every(([, inside = '']) => isPlace(inside)), 'a place nobody can fill')
  .refine((text) => !/[{}]/.test(text.replaceAll(PLACE, '')), 'a brace that opens or closes no place');

/** A fixed sentence. It never says anything of the person but through its places. */
export const Sentence = z.object({ text: Text, when: When.optional(), law: Law.optional() }).strict();
export type Sentence = z.infer<typeof Sentence>;

const when = { when: When.optional() };

/** What is set as a table from the case: one row per entry, each with its pages. */
export const TableOf = z.enum(['reasons', 'criteria', 'treatments', 'scores', 'claims', 'codes-found']);
export type TableOf = z.infer<typeof TableOf>;

export const TemplateBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string().min(1), level: z.literal(2).optional(), ...when }).strict(),
  z.object({ kind: z.literal('paragraph'), sentences: z.array(Sentence).min(1), ...when }).strict(),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Sentence).min(1), ...when }).strict(),
  z
    .object({
      kind: z.literal('pairs'),
      rows: z.array(Sentence.omit({ law: true }).extend({ label: z.string().min(1) })).min(1),
      ...when,
    })
    .strict(),
  z.object({ kind: z.literal('lines'), lines: z.array(Sentence.omit({ law: true })).min(1), ...when }).strict(),
  z.object({ kind: z.literal('signature'), lines: z.array(Sentence.omit({ law: true })).min(1), ...when }).strict(),
  z
    .object({
      kind: z.literal('table'),
      of: TableOf,
      /** Stands before the rows, when there are any. */
      lead: Sentence.optional(),
      /** Stands there when there are none. */
      empty: Sentence.optional(),
      ...when,
    })
    .strict(),
  /** Where the user's own paragraphs go. */
  z.object({ kind: z.literal('added') }).strict(),
]);
export type TemplateBlock = z.infer<typeof TemplateBlock>;

/** Whether a kind of letter fits: the first entry whose condition holds says so, and why. */
export const Fit = z
  .object({ fits: z.enum(['yes', 'perhaps', 'no']), why: z.string().min(1), when: When.optional() })
  .strict();

export const LetterTemplate = z
  .object({
    kind: LetterKind,
    name: z.string().min(1),
    /** What it is for, in plain words. */
    what: z.string().min(1),
    to: z.enum(['plan', 'provider', 'provider-billing', 'doctor', 'regulator', 'representative', 'reviewer']),
    /** To whom it goes, in plain words. */
    toWords: z.string().min(1),
    fit: z
      .array(Fit)
      .min(1)
      .refine((list) => list.at(-1)?.when === undefined, 'the last entry must hold always'),
    subject: z.string().min(1),
    blocks: z
      .array(TemplateBlock)
      .min(1)
      .refine(
        (list) => list.filter((block) => block.kind === 'added').length === 1,
        'one place for what the user adds',
      ),
  })
  .strict();
export type LetterTemplate = z.infer<typeof LetterTemplate>;

/** Words the tables are made with. */
export const TableWords = z
  .object({
    outcomes: z.record(TreatmentOutcome, z.string().min(1)),
    states: z.record(CriterionState, z.string().min(1)),
    /** The blank of a criterion nothing is shown for; its number or words follow. */
    criterionBlank: z.string().min(1),
    criterion: z.string().min(1),
    since: z.string().min(1),
    until: z.string().min(1),
    ongoing: z.string().min(1),
    augments: z.string().min(1),
    /** The drug that was strengthened, where no page names it. */
    anotherDrug: z.string().min(1),
    /** Stands behind a row the patient added or corrected. */
    byPatient: z.string().min(1),
    claim: z.string().min(1),
    amounts: z.record(
      z.enum(['billed', 'adjusted', 'planPaid', 'notCovered', 'patientShare', 'patientPaid']),
      z.string().min(1),
    ),
    codes: z.record(z.enum(['cpt_hcpcs', 'icd10', 'carc', 'rarc']), z.string().min(1)),
  })
  .strict();
export type TableWords = z.infer<typeof TableWords>;

export const LetterTemplatesFile = z
  .object({
    checkedOn: IsoDate,
    /** What the blank of an unknown fact is called. */
    blanks: z.record(SlotName, z.string().min(1)),
    words: TableWords,
    templates: z
      .array(LetterTemplate)
      .refine(
        (list) =>
          list.length === LetterKind.options.length &&
          LetterKind.options.every((kind) => list.some((each) => each.kind === kind)),
        'every kind of letter must stand exactly once',
      ),
  })
  .strict();
export type LetterTemplates = z.infer<typeof LetterTemplatesFile>;
