// What the weights look at in one sentence: its words and pairs of words, its neighbours, the signals that matched, where it stands.
import type { Zone } from '../../model/finding.ts';
import type { ReasonId } from '../../model/vocabulary.ts';
import type { Token } from './tokens.ts';

/** A sentence as the weights see it. */
export interface Look {
  readonly tokens: readonly Token[];
  /** Content words of the sentences before and after it in the same paragraph. */
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly zone: Zone;
  /** Signals of the rule files that matched here, with their score (0 to 1). */
  readonly signals: ReadonlyArray<{
    readonly reason: ReasonId;
    readonly score: number;
    readonly isGeneric: boolean;
    readonly why: readonly string[];
  }>;
  /** Guards that spoke: "conditional", "reported", "overturned"… */
  readonly guards: readonly string[];
}

/** Content words apart within which two words are taken as a pair. */
const PAIR_REACH = 4;
const NEIGHBOUR = 0.35;

/** Features with their values. Names: `w:` word, `n:` negated word, `b:` neighbours, `s:` pair, `p:`/`q:` word before/after, `S:` signal, `G:` guard, `Z:` zone. */
export function featuresOf(look: Look): Map<string, number> {
  const features = new Map<string, number>();
  const { tokens } = look;
  const put = (name: string, value: number): void => {
    const known = features.get(name);
    if (known === undefined || known < value) features.set(name, value);
  };
  tokens.forEach((token, index) => {
    put(`w:${token.stem}`, 1);
    if (token.negated) put(`n:${token.stem}`, 1);
    const next = tokens[index + 1];
    if (next !== undefined) put(`b:${token.stem}_${next.stem}`, 1);
    for (let far = 2; far <= PAIR_REACH; far += 1) {
      const other = tokens[index + far];
      if (other !== undefined && other.stem !== token.stem)
        put(token.stem < other.stem ? `s:${token.stem}_${other.stem}` : `s:${other.stem}_${token.stem}`, 1);
    }
  });
  for (const side of [look.before, look.after])
    side.forEach((token, index) => {
      put(`w:${token.stem}`, NEIGHBOUR);
      if (token.negated) put(`n:${token.stem}`, NEIGHBOUR);
      const next = side[index + 1];
      if (next !== undefined) put(`b:${token.stem}_${next.stem}`, NEIGHBOUR);
    });
  for (const signal of look.signals) {
    put(`S:${signal.reason}`, signal.score);
    if (signal.isGeneric) put(`S:generic:${signal.reason}`, signal.score);
  }
  for (const guard of look.guards) put(`G:${guard}`, 1);
  put(`Z:${look.zone}`, 1);
  put(tokens.length < 6 ? 'L:short' : tokens.length > 25 ? 'L:long' : 'L:middle', 1);
  put('bias', 1);
  return features;
}
