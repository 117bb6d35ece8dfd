// Phrase lists of the rules as patterns, made once for each list.

const MADE = new WeakMap<readonly string[], RegExp>();

/** One pattern for a list of phrases (lower case; `*` for the rest of a word, `_` for up to three words). For texts in lower case. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const known = MADE.get(phrases);
  if (known !== undefined) return known;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(phraseSource).join('|')})`, 'gu');
  MADE.set(phrases, made);
  return made;
}

function phraseSource(phrase: string): string {
  const parts = phrase.split(' ').map((word) => {
    if (word === '_') return '(?:[^\\s.;]+ ){0,3}?';
    const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, (sign) => (sign === '*' ? "[\\p{L}'-]*" : `\\${sign}`));
    return `${escaped} `;
  });
  const source = parts.join('').replace(/ $/, '');
  return /[\p{L}\p{N}*]$/u.test(phrase) ? `${source}(?![\\p{L}\\p{N}])` : source;
}

/** True when the text (in lower case) holds one of the phrases. */
export function holds(text: string, phrases: readonly string[]): boolean {
  const pattern = phrasePattern(phrases);
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Where the phrases stand in the text (in lower case). */
export function placesOf(text: string, phrases: readonly string[]): { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(phrasePattern(phrases))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
