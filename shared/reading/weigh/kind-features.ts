// What the weights look at to tell the kind of a paper: the cues of the rule files, the words of its top lines, words and pairs anywhere.
import type { Line } from '../paper.ts';
import { BY_NAME, byRowOf, type Known } from './known.ts';
import type { Table } from './table.ts';
import { tokensOf } from './tokens.ts';

/** Lines in which a paper says what it is. */
const TOP_LINES = 14;
/** Lines beyond which a long paper only repeats itself. */
const READ_LINES = 160;

/** A cue that was found, by its kind and place in the rules, and how strongly. */
export interface FoundCue {
  readonly name: string;
  readonly strength: number;
}

/** What the kind of a paper is told by: its lines, each in matching form as well, and its cues. */
export interface KindLook {
  readonly lines: readonly Line[];
  readonly matches: readonly string[];
  readonly cues: readonly FoundCue[];
}

/** Features with their values: `k:` cue, `t:`/`u:` word and pair of the top lines, `d:`/`e:` word and pair anywhere, shapes of the page. */
export function kindFeatures(look: KindLook): Map<string, number> {
  return gathered(look, BY_NAME);
}

/** The same by the rows a table has for them. */
export function kindRows(look: KindLook, table: Table): Map<number, number> {
  return gathered(look, byRowOf(table));
}

function gathered<Key>({ lines, matches, cues }: KindLook, known: Known<Key>): Map<Key, number> {
  const features = new Map<Key, number>();
  const put = (key: Key | undefined, value: number): void => {
    if (key !== undefined) features.set(key, value);
  };
  const putName = (name: string): void => put(known.keyOf(name), 1);
  for (const cue of cues) put(known.keyOf(`k:${cue.name}`), cue.strength);
  // A word that was met has all its features: the top lines come first.
  const met = new Set<string>();
  matches.slice(0, READ_LINES).forEach((match, index) => {
    const isTop = index < TOP_LINES;
    let before: string | undefined;
    for (const { stem } of tokensOf(match)) {
      if (isTop && before !== undefined) put(known.keyOfPair('u:', before, stem), 1);
      if (before !== undefined) put(known.keyOfPair('e:', before, stem), 0.5);
      before = stem;
      if (met.has(stem)) continue;
      met.add(stem);
      if (isTop) putName(`t:${stem}`);
      put(known.keyOf(`d:${stem}`), 0.5);
    }
  });
  const money = lines.filter((line) => /\d\.\d\d(?!\d)/.test(line.text)).length;
  const wide = lines.filter((line) => line.cells.length >= 3).length;
  const long = lines.filter((line) => line.tokens.length >= 9 && line.cells.length <= 2).length;
  putName(`m:money-${bucket(money)}`);
  putName(`m:wide-${bucket(wide)}`);
  putName(`m:prose-${bucket(long)}`);
  putName(`m:lines-${bucket(lines.length / 4)}`);
  if (matches.some((match) => match.startsWith('dear '))) putName('m:dear');
  if (matches.some((match) => /^(?:sincerely|regards|respectfully|yours|cordially|with care|thank you)/.test(match)))
    putName('m:signed');
  putName('bias');
  return features;
}

function bucket(count: number): string {
  return count < 1 ? '0' : count < 4 ? 'few' : count < 12 ? 'some' : 'many';
}
