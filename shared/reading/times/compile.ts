// The signals of stated time limits, compiled.
import { StatedStep } from '../../model/finding.ts';
import { compilePattern, type Sifting } from '../patterns.ts';
import type { ReadingRules } from '../rules.ts';
import { Sieve } from '../sieve/sieve.ts';
import { Anchor } from './schema.ts';

export interface CompiledCue extends Sifting {
  readonly weight: number;
  readonly why: string;
}

export interface CompiledTimes {
  /** Sifts the cues of the steps. */
  readonly sieve: Sieve;
  readonly steps: ReadonlyArray<{ readonly step: StatedStep; readonly cues: readonly CompiledCue[] }>;
  readonly asks: RegExp;
  readonly expedited: RegExp;
  readonly othersDecide: RegExp;
  readonly limits: RegExp;
  readonly limitsAfter: RegExp;
  readonly durationsBefore: RegExp;
  readonly durationsAfter: RegExp;
  readonly past: RegExp;
  readonly due: RegExp;
  readonly onRequest: RegExp;
  readonly planReceives: RegExp;
  readonly anchors: ReadonlyArray<{ readonly anchor: Anchor; readonly pattern: RegExp }>;
}

const cache = new WeakMap<ReadingRules, CompiledTimes>();

/** The signals compiled; once per rules object. */
export function compileTimes(rules: ReadingRules): CompiledTimes {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const { groups } = rules.vocabulary;
  const { times } = rules;
  const plain = (pattern: string, flags = ''): RegExp => compilePattern(pattern, groups, flags);
  const ending = (pattern: string): RegExp => new RegExp(`${plain(pattern).source} ?$`);
  const starting = (pattern: string): RegExp => new RegExp(`^ ?${plain(pattern).source}`);
  const sieve = new Sieve();
  const compiled: CompiledTimes = {
    sieve,
    steps: StatedStep.options.map((step) => ({
      step,
      cues: (times.steps[step] ?? []).map((cue) => {
        const pattern = plain(cue.pattern);
        return { ...cue, pattern, number: sieve.add(pattern) };
      }),
    })),
    asks: plain(times.asks),
    expedited: plain(times.expedited),
    othersDecide: plain(times.othersDecide),
    limits: ending(times.limits),
    limitsAfter: starting(times.limitsAfter),
    durationsBefore: ending(times.durationsBefore),
    durationsAfter: starting(times.durationsAfter),
    past: plain(times.past),
    due: ending(times.due),
    onRequest: plain(times.onRequest),
    planReceives: plain(times.planReceives, 'g'),
    anchors: Anchor.options.map((anchor) => ({ anchor, pattern: plain(times.anchors[anchor], 'g') })),
  };
  cache.set(rules, compiled);
  return compiled;
}
