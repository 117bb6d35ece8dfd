// The form in which texts are compared: case, quotes, dashes, ligatures and line breaks no longer matter, and every character still knows where it came from.

/** A text in comparison form; `starts[i]` is the offset in the original of the character that gave `text[i]`, `ends[i]` the offset after it. */
export interface Comparable {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const FOLDED: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u0060': "'",
  '\u00b4': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
  '\u2026': '...',
  '\u00ad': '',
  '\u200b': '',
  '\ufeff': '',
};

const LINE_END_HYPHEN = /^[-\u00ad\u2010\u2011][ \t]*\r?\n\s*(?=\p{Ll})/u;

/** One character folded for comparison, case kept: straight quotes, plain hyphens, ligatures spelt out, soft hyphens gone. */
export function foldCharacter(character: string): string {
  return FOLDED[character] ?? character;
}

/** Characters that stay as they are: those of ASCII but the grave accent. */
const PLAIN = /^[\0-_a-\x7f]*$/;

/** A word as printed, with typographic variants folded but its case kept. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  let folded = '';
  for (const character of word) folded += foldCharacter(character);
  return folded;
}

/** Lower case that never changes the length of the text, so that offsets stay true. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let kept = '';
  for (const character of text) {
    const small = character.toLowerCase();
    kept += small.length === character.length ? small : character;
  }
  return kept;
}

/**
 * The comparison form of `text`: lower case, typographic variants folded, words broken by a hyphen at a line end joined, every run of
 * white space one space, none at the ends.
 */
export function comparable(text: string): Comparable {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let pendingSpace = -1;
  let index = 0;
  while (index < text.length) {
    const joined = out.length > 0 && pendingSpace < 0 ? LINE_END_HYPHEN.exec(text.slice(index, index + 200)) : null;
    if (joined !== null) {
      index += joined[0].length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const next = index + character.length;
    if (/\s/u.test(character)) {
      if (pendingSpace < 0) pendingSpace = index;
    } else {
      const folded = lowerSameLength(foldCharacter(character));
      if (folded !== '' && pendingSpace >= 0 && out.length > 0) {
        out.push(' ');
        starts.push(pendingSpace);
        ends.push(index);
      }
      if (folded !== '') pendingSpace = -1;
      for (let unit = 0; unit < folded.length; unit += 1) {
        out.push(folded.charAt(unit));
        starts.push(index);
        ends.push(next);
      }
    }
    index = next;
  }
  return { text: out.join(''), starts, ends };
}

/** The range of the original text that gave `[from, to)` of its comparison form; undefined for an empty or outlying range. */
export function originalRange(
  form: Comparable,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  if (from < 0 || to > form.text.length || from >= to) return undefined;
  const start = form.starts[from];
  const end = form.ends[to - 1];
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}
