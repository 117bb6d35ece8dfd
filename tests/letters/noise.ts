// What optical reading does to words: look-alike characters, lost marks. The number of words stays.
import type { Chance } from './chance.ts';

const ALIKE: ReadonlyArray<readonly [string, string]> = [
  ['l', '1'],
  ['l', 'I'],
  ['o', '0'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['i', 'l'],
  ['e', 'c'],
  ['h', 'b'],
  ['t', 'f'],
  ['vv', 'w'],
  ['S', '5'],
  ['B', '8'],
  [',', '.'],
  ['.', ','],
];

/** The text with about `rate` of its longer words damaged (0 to 1). Words with digits are left alone: their truth is exact. */
export function withNoise(text: string, rate: number, chance: Chance): string {
  return text.replace(/\S+/g, (word) => {
    if (word.length < 4 || /\d/.test(word) || !chance.says(rate)) return word;
    const [from, to] = chance.pick(ALIKE);
    const at = word.indexOf(from, 1);
    if (at > 0) return word.slice(0, at) + to + word.slice(at + from.length);
    const gone = chance.whole(1, word.length - 2);
    return chance.says(0.3) ? word.slice(0, gone) + word.slice(gone + 1) : word;
  });
}
