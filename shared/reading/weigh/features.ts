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
  /** True for a sentence that gives no ground whatever it says; it is not weighed. */
  readonly isMute: boolean;
}

/** Content words apart within which two words are taken as a pair. */
const PAIR_REACH = 4;
const NEIGHBOUR = 0.35;

interface Names {
  readonly words: readonly string[];
  readonly negated: readonly string[];
  readonly neighbours: readonly string[];
}

const named = new WeakMap<readonly Token[], Names>();

/** The feature names of a sentence's words; made once, since its neighbours ask for them as well. */
function namesOf(tokens: readonly Token[]): Names {
  const known = named.get(tokens);
  if (known !== undefined) return known;
  const names: Names = {
    words: tokens.map((token) => `w:${token.stem}`),
    negated: tokens.flatMap((token) => (token.negated ? [`n:${token.stem}`] : [])),
    neighbours: tokens.slice(1).map((token, at) => `b:${tokens[at]?.stem}_${token.stem}`),
  };
  named.set(tokens, names);
  return names;
}

/** Features with their values. Names: `w:` word, `n:` negated word, `b:` neighbours, `s:` pair, `p:`/`q:` word before/after, `S:` signal, `G:` guard, `Z:` zone. */
export function featuresOf(look: Look): Map<string, number> {
  const features = new Map<string, number>();
  const { tokens } = look;
  // Weaker values first: the same word in the sentence itself then takes their place.
  for (const side of [look.before, look.after]) put(features, namesOf(side), NEIGHBOUR);
  put(features, namesOf(tokens), 1);
  tokens.forEach((token, index) => {
    for (let far = 2; far <= PAIR_REACH; far += 1) {
      const other = tokens[index + far];
      if (other !== undefined && other.stem !== token.stem)
        features.set(token.stem < other.stem ? `s:${token.stem}_${other.stem}` : `s:${other.stem}_${token.stem}`, 1);
    }
  });
  for (const signal of look.signals) {
    features.set(`S:${signal.reason}`, signal.score);
    if (signal.isGeneric) features.set(`S:generic:${signal.reason}`, signal.score);
  }
  for (const guard of look.guards) features.set(`G:${guard}`, 1);
  features.set(`Z:${look.zone}`, 1);
  features.set(tokens.length < 6 ? 'L:short' : tokens.length > 25 ? 'L:long' : 'L:middle', 1);
  features.set('bias', 1);
  return features;
}

function put(features: Map<string, number>, names: Names, value: number): void {
  for (const name of names.words) features.set(name, value);
  for (const name of names.negated) features.set(name, value);
  for (const name of names.neighbours) features.set(name, value);
}
