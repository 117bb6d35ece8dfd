// What the weights look at in one sentence: its words and pairs of words, its neighbours, the signals that matched, where it stands.
import type { Zone } from '../../model/finding.ts';
import type { ReasonId } from '../../model/vocabulary.ts';
import { oncePer, oncePerPair } from '../../once-per.ts';
import type { Table } from './table.ts';
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

/**
 * Features with their values. Names: `w:` word, `n:` negated word, `b:` neighbours, `s:` pair, `p:`/`q:` word before/after, `S:` signal, `G:` guard, `Z:` zone.
 */
export function featuresOf(look: Look): Map<string, number> {
  return gathered(look, wordNames, (name) => name);
}

/** The same by the rows a table has for them; features without one are left out. */
export function featureRows(look: Look, table: Table): Map<number, number> {
  return gathered(
    look,
    (tokens) => wordRows(table, tokens),
    (name) => table.rowOf(name),
  );
}

/** The feature names of a sentence's words; made once, since its neighbours ask for them as well. */
const wordNames = oncePer((tokens: readonly Token[]): readonly string[] => [
  ...tokens.map((token) => `w:${token.stem}`),
  ...tokens.flatMap((token) => (token.negated ? [`n:${token.stem}`] : [])),
  ...tokens.slice(1).map((token, at) => `b:${tokens[at]?.stem}_${token.stem}`),
]);

/** Their rows, where they have one. */
const wordRows = oncePerPair((table: Table, tokens: readonly Token[]): readonly number[] =>
  wordNames(tokens).flatMap((name) => table.rowOf(name) ?? []),
);

/** The features of a sentence with their values, each known by what `named` makes of its name, and those of words by what `wordsOf` knows them by. */
function gathered<Name>(
  { tokens, before, after, zone, signals, guards }: Look,
  wordsOf: (tokens: readonly Token[]) => readonly Name[],
  named: (name: string) => Name | undefined,
): Map<Name, number> {
  const features = new Map<Name, number>();
  const put = (name: string, value: number): void => {
    const known = named(name);
    if (known !== undefined) features.set(known, value);
  };
  // Weaker values first: the same word in the sentence itself then takes their place.
  for (const word of wordsOf(before)) features.set(word, NEIGHBOUR);
  for (const word of wordsOf(after)) features.set(word, NEIGHBOUR);
  for (const word of wordsOf(tokens)) features.set(word, 1);
  for (let at = 0; at < tokens.length; at += 1)
    for (let other = at + 2; other <= at + PAIR_REACH && other < tokens.length; other += 1)
      putPair(tokens[at]!.stem, tokens[other]!.stem, put);
  for (const signal of signals) {
    put(`S:${signal.reason}`, signal.score);
    if (signal.isGeneric) put(`S:generic:${signal.reason}`, signal.score);
  }
  for (const guard of guards) put(`G:${guard}`, 1);
  put(`Z:${zone}`, 1);
  put(tokens.length < 6 ? 'L:short' : tokens.length > 25 ? 'L:long' : 'L:middle', 1);
  put('bias', 1);
  return features;
}

/** Two different words as a pair, whichever stands first. */
function putPair(first: string, second: string, put: (name: string, value: number) => void): void {
  if (first !== second) put(first < second ? `s:${first}_${second}` : `s:${second}_${first}`, 1);
}
