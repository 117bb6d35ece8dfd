// The shape of notice.json: the signals of what a notice holds and how it decided.
import { z } from 'zod';
import { Timing } from '../../model/finding.ts';

const Pattern = z.string().min(1);

/** One signal of a content: all patterns within `within` words of one sentence. The first signal of a content that matches proves it. */
const ContentSignal = z.object({
  all: z.array(Pattern).min(1).max(3),
  within: z.number().int().min(1).max(60).default(12),
  /** Rights sections tell what may happen to anyone; a content about this decision does not stand there. */
  where: z.enum(['any', 'outside-rights']).default('any'),
  /** The patterns may stand in this sentence and the next one of the same paragraph. */
  across: z.literal(true).optional(),
  /** Stands anywhere in the paper besides. */
  also: Pattern.optional(),
  veto: Pattern.optional(),
  why: z.string().min(1),
});

/** What a sentence says of the decision; several together make the outcome. */
export const Verdict = z.enum(['denies', 'approves', 'in-part', 'ends', 'upholds', 'overturns', 'overturns-in-part']);
export type Verdict = z.infer<typeof Verdict>;

export const NoticeCue = z.object({ pattern: Pattern, veto: Pattern.optional(), why: z.string().min(1) });
export type NoticeCue = z.infer<typeof NoticeCue>;

/** The file `notice.json`. */
export const NoticeRules = z.object({
  about: z.string(),
  source: z.string(),
  contents: z.record(z.string(), z.array(ContentSignal).min(1)),
  verdicts: z.record(Verdict, z.array(NoticeCue).min(1)),
  /** The paper answers an appeal. */
  answersAppeal: Pattern,
  timings: z.record(Timing, z.array(NoticeCue.extend({ weight: z.number().min(0).max(4) })).min(1)),
  deciders: z.object({
    /** The sentence tells who decided or advised. */
    decides: Pattern,
    /** What an office without a name must do in the sentence. */
    acts: Pattern,
    /** The sentence speaks of the person's own doctors or of a later reviewer. */
    notDecides: Pattern,
    /** Reviewers that are named by their office alone. */
    offices: Pattern,
    /** Organisations that review for plans. */
    organisations: Pattern,
  }),
  /** Names of criteria that come without a number. */
  criteria: Pattern,
});
export type NoticeRules = z.infer<typeof NoticeRules>;
