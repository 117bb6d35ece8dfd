// What the weights look at in one sentence: its words and pairs of words, its neighbours, the signals that matched, where it stands.
import type { Zone } from '../../model/finding.ts';
import type { ReasonId } from '../../model/vocabulary.ts';
import { oncePer, oncePerPair } from '../../once-per.ts';
import { BY_NAME, byRowOf, type Known } from './known.ts';
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
  return gathered(look, BY_NAME, namesOfWords);
}

/** The same by the rows a table has for them; features without one are left out. */
export function featureRows(look: Look, table: Table): Map<number, number> {
  return gathered(look, byRowOf(table), (tokens) => rowsOfWords(table, tokens));
}

/** The features of a sentence's words; looked for once, since its neighbours ask for them as well. */
const namesOfWords = oncePer((tokens: readonly Token[]) => ofWords(tokens, BY_NAME));
const rowsOfWords = oncePerPair((table: Table, tokens: readonly Token[]) => ofWords(tokens, byRowOf(table)));

function ofWords<Key>(tokens: readonly Token[], known: Known<Key>): readonly Key[] {
  const keys: Key[] = [];
  const add = (key: Key | undefined): void => {
    if (key !== undefined) keys.push(key);
  };
  for (const { stem } of tokens) add(known.keyOf(`w:${stem}`));
  for (const { stem, negated } of tokens) if (negated) add(known.keyOf(`n:${stem}`));
  for (let at = 1; at < tokens.length; at += 1)
    add(known.keyOfPair('b:', tokens[at - 1]?.stem ?? '', tokens[at]?.stem ?? ''));
  return keys;
}

function gathered<Key>(
  { tokens, before, after, zone, signals, guards }: Look,
  known: Known<Key>,
  wordsOf: (tokens: readonly Token[]) => readonly Key[],
): Map<Key, number> {
  const features = new Map<Key, number>();
  const put = (key: Key | undefined, value: number): void => {
    if (key !== undefined) features.set(key, value);
  };
  // Weaker values first: the same word in the sentence itself then takes their place.
  for (const key of wordsOf(before)) features.set(key, NEIGHBOUR);
  for (const key of wordsOf(after)) features.set(key, NEIGHBOUR);
  for (const key of wordsOf(tokens)) features.set(key, 1);
  for (let at = 0; at < tokens.length; at += 1)
    for (let other = at + 2; other <= at + PAIR_REACH && other < tokens.length; other += 1)
      put(keyOfTwo(known, tokens[at]?.stem ?? '', tokens[other]?.stem ?? ''), 1);
  for (const signal of signals) {
    put(known.keyOf(`S:${signal.reason}`), signal.score);
    if (signal.isGeneric) put(known.keyOf(`S:generic:${signal.reason}`), signal.score);
  }
  for (const guard of guards) put(known.keyOf(`G:${guard}`), 1);
  put(known.keyOf(`Z:${zone}`), 1);
  put(known.keyOf(tokens.length < 6 ? 'L:short' : tokens.length > 25 ? 'L:long' : 'L:middle'), 1);
  put(known.keyOf('bias'), 1);
  return features;
}

/** Two different words as a pair, whichever stands first. */
function keyOfTwo<Key>(known: Known<Key>, first: string, second: string): Key | undefined {
  if (first === second) return undefined;
  return first < second ? known.keyOfPair('s:', first, second) : known.keyOfPair('s:', second, first);
}
