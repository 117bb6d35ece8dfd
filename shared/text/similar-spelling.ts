// Words that a reader of scans, or a person, may have spelt a little differently: what a tolerant search accepts.

/** Letters and digits that look alike in print, each with the one that stands for all of them. */
const LOOK_ALIKE: readonly (readonly [looks: readonly string[], as: string])[] = [
  [['rn', 'm'], 'm'],
  [['vv', 'w'], 'w'],
  [['cl', 'c1', 'd'], 'd'],
  [['0', 'o', 'q'], 'o'],
  [['1', 'l', 'i', 'j', '|', '!'], 'l'],
  [['5', 's'], 's'],
  [['8', 'b', '6'], 'b'],
  [['2', 'z'], 'z'],
  [['9', 'g'], 'g'],
];
const LOOK = new RegExp(LOOK_ALIKE.flatMap(([looks]) => looks.map((look) => look.replace('|', '\\|'))).join('|'), 'g');
const AS = new Map(LOOK_ALIKE.flatMap(([looks, as]) => looks.map((look) => [look, as] as const)));

/** The shortest word that may be spelt differently: shorter ones are like too many others. */
export const LEAST_LETTERS = 4;
/** Words of this many letters may differ in one place, those of the second number in two. */
const ONE_PLACE = 5;
const TWO_PLACES = 9;

/** Lower case without accents, as the search index spells its words. */
export function plainSpelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The word with everything that looks alike written alike. `word` is in plain spelling. */
export function looksOf(word: string): string {
  return word.replace(LOOK, (look) => AS.get(look) ?? look);
}

/** How words that look like `word` from its first letter on may begin. `word` is in plain spelling. */
export function similarBeginnings(word: string): readonly string[] {
  const first = looksOf(word)[0] ?? '';
  const alike = LOOK_ALIKE.find(([, as]) => as === first)?.[0];
  return alike ?? (first === '' ? [] : [first]);
}

/**
 * True when two different words in plain spelling may be the same word: they look alike in print, or differ in one letter (from five letters on)
 * or two (from nine on). Words with a digit must look alike: another digit is another number.
 */
export function isSimilarSpelling(wanted: string, found: string): boolean {
  if (wanted === found || wanted.length < LEAST_LETTERS) return false;
  const [a, b] = [looksOf(wanted), looksOf(found)];
  if (a === b) return true;
  if (/\p{N}/u.test(wanted) || /\p{N}/u.test(found)) return false;
  const most = wanted.length >= TWO_PLACES ? 2 : wanted.length >= ONE_PLACE ? 1 : 0;
  return most > 0 && a[0] === b[0] && differsAtMost(a, b, most);
}

/** True when at most `most` letters must be put in, left out, changed, or swapped with their neighbour (optimal string alignment distance). */
function differsAtMost(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return false;
    before = row;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
