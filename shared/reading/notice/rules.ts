// The signals of what a notice holds and how it decided, compiled.
import { Timing } from '../../model/finding.ts';
import { type CompiledSignal, compilePattern, type Sifting, siftedAll } from '../patterns.ts';
import type { ReadingRules } from '../rules.ts';
import { Sieve } from '../sieve/sieve.ts';
import { type NoticeCue, Verdict } from './schema.ts';

export interface CompiledContent {
  readonly id: string;
  readonly signals: ReadonlyArray<
    CompiledSignal & {
      readonly anywhere: boolean;
      readonly across: boolean;
      readonly also: RegExp | undefined;
    }
  >;
}

export interface CompiledCue extends Sifting {
  readonly veto: RegExp | undefined;
  readonly why: string;
  readonly weight: number;
}

export interface CompiledNotice {
  /** Sifts the signals of contents and the cues. */
  readonly sieve: Sieve;
  readonly contents: readonly CompiledContent[];
  readonly verdicts: ReadonlyArray<{ readonly verdict: Verdict; readonly cues: readonly CompiledCue[] }>;
  readonly answersAppeal: RegExp;
  readonly timings: ReadonlyArray<{ readonly timing: Timing; readonly cues: readonly CompiledCue[] }>;
  readonly decides: RegExp;
  readonly acts: RegExp;
  readonly notDecides: RegExp;
  readonly offices: Sifting;
  readonly organisations: Sifting;
  readonly criteria: Sifting;
}

const cache = new WeakMap<ReadingRules, CompiledNotice>();

/** The signals compiled; once per rules object. */
export function compileNotice(rules: ReadingRules): CompiledNotice {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const { notice } = rules;
  const regex = (pattern: string, flags = ''): RegExp => compilePattern(pattern, rules.vocabulary.groups, flags);
  const sieve = new Sieve();
  const sifted = (pattern: string): Sifting => {
    const compiled = regex(pattern, 'g');
    return { pattern: compiled, number: sieve.add(compiled) };
  };
  const cue = (each: NoticeCue & { weight?: number }): CompiledCue => {
    return {
      ...sifted(each.pattern),
      veto: each.veto === undefined ? undefined : regex(each.veto),
      why: each.why,
      weight: each.weight ?? 1,
    };
  };
  const compiled: CompiledNotice = {
    sieve,
    contents: Object.entries(notice.contents).map(([id, signals]) => ({
      id,
      signals: signals.map((signal) => ({
        ...siftedAll(
          signal.all.map((pattern) => regex(pattern, 'g')),
          sieve,
        ),
        within: signal.within,
        weight: 1,
        generic: undefined,
        veto: signal.veto === undefined ? undefined : regex(signal.veto),
        why: signal.why,
        anywhere: signal.where === 'any',
        across: signal.across === true,
        also: signal.also === undefined ? undefined : regex(signal.also),
      })),
    })),
    verdicts: Verdict.options.map((verdict) => ({ verdict, cues: notice.verdicts[verdict].map(cue) })),
    answersAppeal: regex(notice.answersAppeal),
    timings: Timing.options.map((timing) => ({ timing, cues: notice.timings[timing].map(cue) })),
    decides: regex(notice.deciders.decides),
    acts: regex(notice.deciders.acts),
    notDecides: regex(notice.deciders.notDecides),
    offices: sifted(notice.deciders.offices),
    organisations: sifted(notice.deciders.organisations),
    criteria: sifted(notice.criteria),
  };
  cache.set(rules, compiled);
  return compiled;
}
