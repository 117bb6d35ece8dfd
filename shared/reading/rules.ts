// The reading rules as data: signals of reasons, meanings of codes, guards, zones, kinds and plan types.
import { z } from 'zod';
import { DocumentKind, PlanType, ReasonId } from '../model/vocabulary.ts';
import { LabelRules } from './fields/label-rules.ts';
import { NoticeRules } from './notice/schema.ts';
import { TimesRules } from './times/schema.ts';
import { EncoderBytes, EncoderFile } from './weigh/encoder/file.ts';
import { Weights } from './weigh/model.ts';
import { NetFile } from './weigh/net.ts';

const Pattern = z.string().min(1);

/** One signal of a reason: every pattern of `all` stands within `within` words in one sentence, and `veto` does not. */
export const Signal = z.object({
  all: z.array(Pattern).min(1).max(3),
  within: z.number().int().min(1).max(40).default(8),
  weight: z.number().min(0).max(1),
  /** The signal gives way to a more specific reason in the same sentence or paragraph. */
  generic: z.enum(['sentence', 'paragraph']).optional(),
  veto: Pattern.optional(),
  /** What the signal says, in plain words. */
  why: z.string().min(1),
});
export type Signal = z.infer<typeof Signal>;

const about = { about: z.string(), source: z.string() };

/** A claim code: what it means in our own words, and the reason it stands for, when it stands for one. */
export const CodeMeaning = z.object({ reason: ReasonId.optional(), meaning: z.string() });
export type CodeMeaning = z.infer<typeof CodeMeaning>;

export const ReadingRules = z.object({
  vocabulary: z.object({ ...about, groups: z.record(z.string(), Pattern) }),
  reasons: z.object({ ...about, reasons: z.record(ReasonId, z.array(Signal).min(1)) }),
  codes: z.object({
    ...about,
    carc: z.record(z.string(), CodeMeaning),
    rarc: z.record(z.string(), CodeMeaning),
    reject: z.record(z.string(), CodeMeaning),
  }),
  guards: z.object({
    ...about,
    conditional: Pattern,
    notGround: z.array(Pattern),
    anaphor: Pattern,
    takenBack: Pattern,
    overturned: Pattern,
    earlier: Pattern,
    reported: Pattern,
    favorable: Pattern,
    future: Pattern,
    rights: Pattern,
    deny: Pattern,
    appealClaimLate: Pattern,
  }),
  zones: z.object({ ...about, rights: Pattern, rationale: Pattern, legend: Pattern, taglines: Pattern }),
  kinds: z.object({
    ...about,
    kinds: z.record(
      DocumentKind,
      z.array(
        z.object({ where: z.enum(['top', 'any', 'absent']), pattern: Pattern, weight: z.number(), why: z.string() }),
      ),
    ),
  }),
  planTypes: z.object({
    ...about,
    planTypes: z.array(
      z.object({
        value: PlanType,
        pattern: Pattern,
        weight: z.number(),
        /** What the paper must say besides; such an entry adds nothing where others tell the same family. */
        beside: Pattern.optional(),
      }),
    ),
  }),
  labels: LabelRules,
  times: TimesRules,
  notice: NoticeRules,
  /** Learnt from the passages of tests/fixtures; see tests/letters/train.ts. */
  weights: Weights,
  /** How far what a letter says as a whole speaks for a reason it may give. */
  verdictWeights: Weights,
  /** The same for a letter that was heard a second time; see tests/letters/encoder/learn-verdict.ts. */
  secondVerdictWeights: Weights,
  /** The weights for the kinds of paper. */
  kindWeights: Weights,
  /** How far the looks of a name speak for its being the provider's, the payer's, the member's; see tests/letters/name-lessons.ts. */
  nameWeights: Weights,
  /** The net that hears sentences as a whole; see tests/letters/train-net.ts. */
  net: NetFile,
  /** The encoder that hears a letter in doubt again; see tests/letters/encoder. */
  encoder: EncoderFile,
  encoderBytes: EncoderBytes,
});
/** All reading rules, as the files of `resources/rules/reading` hold them. */
export type ReadingRules = z.infer<typeof ReadingRules>;

/** The files of `resources/rules/reading`, without `.json`, and the part of the rules each holds; beside them lie `encoder.bin` and `encoder.wasm`. */
export const RULE_FILES = {
  vocabulary: 'vocabulary',
  reasons: 'reasons',
  codes: 'codes',
  guards: 'guards',
  zones: 'zones',
  kinds: 'kinds',
  planTypes: 'plan-types',
  labels: 'labels',
  times: 'times',
  notice: 'notice',
  weights: 'weights',
  verdictWeights: 'verdict-weights',
  secondVerdictWeights: 'second-verdict-weights',
  kindWeights: 'kind-weights',
  nameWeights: 'name-weights',
  net: 'net',
  encoder: 'encoder',
} as const;
