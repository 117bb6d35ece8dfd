// The small pattern language of the rules, turned into regular expressions.
import type { DocumentKind, PlanType, ReasonId } from '../model/vocabulary.ts';
import { oncePer } from '../once-per.ts';
import type { ReadingRules } from './rules.ts';
import { Sieve } from './sieve/sieve.ts';
import { type Encoder, encoderOf } from './weigh/encoder/encoder.ts';
import { type Model, modelOf } from './weigh/model.ts';
import { type Net, netOf } from './weigh/net.ts';
import { type Judge, judgesOf } from './weigh/verdict.ts';

/** A pattern with its number in the sieve that holds it. */
export interface Sifting {
  readonly pattern: RegExp;
  readonly number: number;
}

export interface CompiledSignal {
  readonly all: readonly RegExp[];
  /** The numbers of `all` in the sieve. */
  readonly numbers: readonly number[];
  readonly within: number;
  readonly weight: number;
  readonly generic: 'sentence' | 'paragraph' | undefined;
  readonly veto: RegExp | undefined;
  readonly why: string;
}

export interface CompiledRules {
  readonly source: ReadingRules;
  readonly model: Model;
  /** Who judges a letter heard once, and one heard a second time. */
  readonly judges: Readonly<Record<'first' | 'second', Judge>>;
  readonly kindModel: Model;
  readonly nameModel: Model;
  readonly net: Net;
  /** Made when it is first asked for: papers that are clear don't need it, and it takes a tenth of a second. */
  readonly encoder: () => Encoder;
  /** Sifts the signals of reasons, the cues of kinds, the words of plan types. */
  readonly sieve: Sieve;
  readonly reasons: ReadonlyArray<{ readonly reason: ReasonId; readonly signals: readonly CompiledSignal[] }>;
  readonly guards: {
    readonly conditional: Sifting;
    readonly notGround: readonly Sifting[];
    readonly anaphor: RegExp;
    readonly takenBack: Sifting;
    readonly overturned: Sifting;
    readonly earlier: Sifting;
    readonly reported: Sifting;
    readonly favorable: Sifting;
    readonly future: Sifting;
    readonly rights: Sifting;
    readonly deny: Sifting;
  };
  readonly zones: {
    readonly rights: RegExp;
    readonly rationale: RegExp;
    readonly legend: RegExp;
    readonly taglines: RegExp;
  };
  readonly kinds: ReadonlyArray<{
    readonly kind: DocumentKind;
    readonly cues: ReadonlyArray<{
      where: 'top' | 'any' | 'absent';
      pattern: RegExp;
      number: number;
      weight: number;
      why: string;
    }>;
  }>;
  readonly planTypes: ReadonlyArray<{
    readonly value: PlanType;
    readonly pattern: RegExp;
    readonly number: number;
    readonly weight: number;
    readonly beside?: RegExp;
  }>;
}

/**
 * A pattern as a regular expression over matching form. `@name` is a word group, `word*` any ending, `~3` up to three words between,
 * blanks one space; all else is regular expression. Whole words only.
 */
export function compilePattern(pattern: string, groups: Readonly<Record<string, string>>, flags = 'g'): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${expand(pattern, groups)})(?![a-z0-9])`, flags);
}

function expand(pattern: string, groups: Readonly<Record<string, string>>): string {
  return pattern
    .replace(/@(\w+)/g, (whole, name: string) => (groups[name] === undefined ? whole : `(?:${groups[name]})`))
    .replace(/([a-z0-9)])\*/g, "$1[a-z0-9']*")
    .replace(/ ?~\d+(?=$|[|)])/g, '')
    .replace(/~(\d+) /g, '(?:[^ ]+ ){0,$1}?');
}

const encoderIn = oncePer((rules: ReadingRules) => encoderOf(rules.encoder, rules.encoderBytes));

const cache = new WeakMap<ReadingRules, CompiledRules>();

/** The rules with all patterns compiled; compiled once per rules object. */
export function compileRules(rules: ReadingRules): CompiledRules {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const groups = rules.vocabulary.groups;
  const regex = (pattern: string, flags?: string): RegExp => compilePattern(pattern, groups, flags);
  const g = rules.guards;
  const sieve = new Sieve();
  const sifted = (pattern: string, flags?: string): Sifting => {
    const compiled = regex(pattern, flags);
    return { pattern: compiled, number: sieve.add(compiled) };
  };
  const compiled: CompiledRules = {
    source: rules,
    model: modelOf(rules.weights),
    judges: judgesOf(rules),
    kindModel: modelOf(rules.kindWeights),
    nameModel: modelOf(rules.nameWeights),
    net: netOf(rules.net),
    encoder: () => encoderIn(rules),
    sieve,
    reasons: Object.entries(rules.reasons.reasons).map(([reason, signals]) => ({
      // The schema checked the keys; Object.entries only loses their type.
      reason: reason as ReasonId,
      signals: signals.map((signal) => ({
        ...siftedAll(
          signal.all.map((pattern) => regex(pattern)),
          sieve,
        ),
        within: signal.within,
        weight: signal.weight,
        generic: signal.generic,
        veto: signal.veto === undefined ? undefined : regex(signal.veto, ''),
        why: signal.why,
      })),
    })),
    guards: {
      conditional: sifted(g.conditional),
      notGround: g.notGround.map((pattern) => sifted(pattern)),
      anaphor: new RegExp(expand(g.anaphor, groups)),
      takenBack: sifted(g.takenBack, ''),
      overturned: sifted(g.overturned, ''),
      earlier: sifted(g.earlier, ''),
      reported: sifted(g.reported, ''),
      favorable: sifted(g.favorable, ''),
      future: sifted(g.future, ''),
      rights: sifted(g.rights),
      deny: sifted(g.deny, ''),
    },
    zones: {
      rights: new RegExp(`^(?:${expand(rules.zones.rights, groups)})(?![a-z0-9])`),
      rationale: new RegExp(`^(?:${expand(rules.zones.rationale, groups)})(?![a-z0-9])`),
      legend: new RegExp(`^(?:${expand(rules.zones.legend, groups)})$`),
      taglines: new RegExp(`^(?:${expand(rules.zones.taglines, groups)})(?![a-z0-9])`),
    },
    kinds: Object.entries(rules.kinds.kinds).map(([kind, cues]) => ({
      kind: kind as DocumentKind,
      cues: (cues ?? []).map((cue) => ({ ...cue, ...sifted(cue.pattern) })),
    })),
    planTypes: rules.planTypes.planTypes.map((entry) => ({
      value: entry.value,
      weight: entry.weight,
      ...sifted(entry.pattern),
      ...(entry.beside === undefined ? {} : { beside: compilePattern(entry.beside, groups) }),
    })),
  };
  cache.set(rules, compiled);
  return compiled;
}

/** Patterns that all have to match, with their numbers in the sieve that now holds them. */
export function siftedAll(all: readonly RegExp[], sieve: Sieve): Pick<CompiledSignal, 'all' | 'numbers'> {
  return { all, numbers: all.map((pattern) => sieve.add(pattern)) };
}
