// Words a line's end broke in two: searched as one, and found again in the text for the snippet.

/** A part of a word with a hyphen at its end, and what follows in small letters; “pre- and post-” gives a word nobody looks for, which does no harm. */
const BROKEN = /(\p{L}[\p{L}\p{M}]+)[-\u2010\u00ad] (\p{Ll}[\p{L}\p{M}]+)/gu;

/** The broken words of a text in one piece, in small letters, without repeats. */
export function brokenWords(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BROKEN)].map(([, first = '', second = '']) => (first + second).toLowerCase()))];
}

/** Where a broken word that is one of these, or begins like one, stands in the text; accents and capitals don't count, as in the index. */
export function locateBrokenWord(
  text: string,
  wanted: readonly string[],
): { readonly from: number; readonly to: number } | undefined {
  const folded = wanted.map(fold);
  for (const match of text.matchAll(BROKEN)) {
    const [whole, first = '', second = ''] = match;
    const word = fold(first + second);
    if (folded.some((each) => each.length > first.length && word.startsWith(each)))
      return { from: match.index, to: match.index + whole.length };
  }
  return undefined;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
