// Words as stems, so that “improved”, “improvement” and “improving” meet.
const SUFFIXES = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ingly',
  'ness',
  'ings',
  'ing',
  'edly',
  'ied',
  'ies',
  'ed',
  'ely',
  'ly',
  'es',
  's',
  'e',
  'y',
];

const STOP = new Set(
  (
    'a an and any are as at be been but by can could did do does for from had has have he her his how i if in into is it its may me more my ' +
    'no nor not of on one or our out she should so some such than that the their them then there these they this those to two under up us was ' +
    'we were what when which who will with would you your also only other please page date name member plan claim number notice letter patient dear'
  ).split(' '),
);

/** The stem of one word: lower case, without punctuation and common endings. Empty when nothing is left. */
export function stem(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[^a-z0-9%]/g, '');
  if (plain.length <= 4 || /\d/.test(plain))
    return plain.length === 4 && /[a-rt-z]s$/.test(plain) ? plain.slice(0, -1) : plain;
  const suffix = SUFFIXES.find((ending) => plain.endsWith(ending) && plain.length - ending.length >= 4);
  const cut = suffix === undefined ? plain : plain.slice(0, -suffix.length);
  return /([b-df-hj-np-rtv-z])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The stems of a text in order; hyphens and slashes part words. */
export function stemsOf(text: string): string[] {
  return text
    .split(/[\s\-–—/]+/)
    .map(stem)
    .filter((value) => value !== '');
}

/** The stems of a text that carry meaning of their own. */
export function contentStems(text: string): string[] {
  return text
    .split(/[\s\-–—/]+/)
    .filter((word) => !STOP.has(word.toLowerCase().replace(/[^a-z]/g, '')))
    .map(stem)
    .filter((value) => value.length >= 3 && !/^\d+$/.test(value));
}

/** Words that may stand between the words of a phrase: “does not fully meet”. */
const PHRASE_SLACK = 2;

/**
 * Index of the first word of the phrase in the stems, or -1. Its words must stand in order, each next one at most two words further on;
 * ends of words may differ.
 */
export function phraseAt(stems: readonly string[], phrase: readonly string[]): number {
  if (phrase.length === 0) return -1;
  for (let start = 0; start < stems.length; start += 1) {
    if (!sameStem(stems[start]!, phrase[0]!)) continue;
    let at = start;
    let matched = 1;
    while (matched < phrase.length) {
      const found = findWithin(stems, phrase[matched]!, at + 1, at + 1 + PHRASE_SLACK);
      if (found < 0) break;
      at = found;
      matched += 1;
    }
    if (matched === phrase.length) return start;
  }
  return -1;
}

function findWithin(stems: readonly string[], wanted: string, from: number, to: number): number {
  for (let at = from; at <= to && at < stems.length; at += 1) if (sameStem(stems[at]!, wanted)) return at;
  return -1;
}

/** Equal, or a stem of five letters or more that begins the other. */
function sameStem(a: string, b: string): boolean {
  return a === b || (b.length >= 5 && a.startsWith(b)) || (a.length >= 6 && b.startsWith(a));
}
