// Numbers as papers print them, with blanks and hyphens: squeezed into one word, so that either spelling finds the other.

const MAX_PIECES = 6;
const MIN_LENGTH = 5;
const MAX_LENGTH = 40;

/**
 * The squeezed spellings of everything in a text that looks like an identifier: "QHA 4471 90362-01" gives "qha44719036201" and its parts.
 * Only runs of at least two pieces: a single piece is a word of the text anyway. In order, without repeats.
 */
export function squeezedIdentifiers(text: string): readonly string[] {
  const pieces = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  pieces.forEach((piece, start) => {
    if (!isIdentifierPiece(piece)) return;
    let joined = piece;
    for (let next = start + 1; next < Math.min(start + MAX_PIECES, pieces.length); next += 1) {
      const addition = pieces[next] ?? '';
      if (!isIdentifierPiece(addition)) break;
      joined += addition;
      if (joined.length > MAX_LENGTH) break;
      if (joined.length >= MIN_LENGTH && /\p{N}/u.test(joined)) found.add(joined.toLowerCase());
    }
  });
  return [...found];
}

/** True for a piece an identifier can be made of: with a digit, or a short word in capitals (a prefix such as "QHA"). */
function isIdentifierPiece(piece: string): boolean {
  return /\p{N}/u.test(piece) || /^\p{Lu}{1,5}$/u.test(piece);
}

/** A query's words as one squeezed identifier; undefined when they cannot be one. */
export function squeezeQuery(words: readonly string[]): string | undefined {
  const joined = words
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
  const isOne = joined.length >= MIN_LENGTH && joined.length <= MAX_LENGTH && /\p{N}/u.test(joined);
  return isOne ? joined : undefined;
}

/** Where a squeezed identifier stands in a text, whatever stands between its characters. */
export function locateIdentifier(
  text: string,
  squeezed: string,
): { readonly from: number; readonly to: number } | undefined {
  const match = new RegExp([...squeezed].join('[^\\p{L}\\p{N}]*'), 'iu').exec(text);
  return match === null ? undefined : { from: match.index, to: match.index + match[0].length };
}
