// What the weights look at to tell the kind of a paper: the cues of the rule files, the words of its top lines, words and pairs anywhere.
import type { Line } from '../paper.ts';
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

/** Features with their values: `k:` cue, `t:`/`u:` word and pair of the top lines, `d:`/`e:` word and pair anywhere, shapes of the page. */
export function kindFeatures(
  lines: readonly Line[],
  matches: readonly string[],
  cues: readonly FoundCue[],
): Map<string, number> {
  const features = new Map<string, number>();
  for (const cue of cues) features.set(`k:${cue.name}`, cue.strength);
  matches.slice(0, READ_LINES).forEach((match, index) => {
    const tokens = tokensOf(match);
    tokens.forEach((token, at) => {
      const next = tokens[at + 1];
      if (index < TOP_LINES) features.set(`t:${token.stem}`, 1);
      features.set(`d:${token.stem}`, 0.5);
      if (next === undefined) return;
      if (index < TOP_LINES) features.set(`u:${token.stem}_${next.stem}`, 1);
      features.set(`e:${token.stem}_${next.stem}`, 0.5);
    });
  });
  const money = lines.filter((line) => /\d\.\d\d(?!\d)/.test(line.text)).length;
  const wide = lines.filter((line) => line.cells.length >= 3).length;
  const long = lines.filter((line) => line.tokens.length >= 9 && line.cells.length <= 2).length;
  features.set(`m:money-${bucket(money)}`, 1);
  features.set(`m:wide-${bucket(wide)}`, 1);
  features.set(`m:prose-${bucket(long)}`, 1);
  features.set(`m:lines-${bucket(lines.length / 4)}`, 1);
  if (matches.some((match) => match.startsWith('dear '))) features.set('m:dear', 1);
  if (matches.some((match) => /^(?:sincerely|regards|respectfully|yours|cordially|with care|thank you)/.test(match)))
    features.set('m:signed', 1);
  features.set('bias', 1);
  return features;
}

function bucket(count: number): string {
  return count < 1 ? '0' : count < 4 ? 'few' : count < 12 ? 'some' : 'many';
}
