// How far a read text is from the true one.

/** Text with quotes and dashes of one form, drawn rules and dot leaders (which are no words) left out, and whitespace folded to single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[-_.=*]{4,}|(?:[-._] ){3,}[-._]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Levenshtein distance of two sequences, in insertions, deletions and replacements. */
export function editDistance<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let next = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    next[0] = i + 1;
    for (let j = 0; j < b.length; j += 1) {
      const replaced = row[j]! + (a[i] === b[j] ? 0 : 1);
      next[j + 1] = Math.min(replaced, row[j + 1]! + 1, next[j]! + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length]!;
}

/** Errors of a read text: characters and words as edit distance over the truth's length (reading order counts), and what was lost whatever the order. */
export interface TextErrors {
  readonly characterErrors: number;
  readonly characters: number;
  readonly wordErrors: number;
  readonly words: number;
  /** Words of the truth that were not read anywhere. */
  readonly lostWords: number;
  readonly numbers: number;
  /** Digit-bearing words of the truth that were not read exactly, anywhere. */
  readonly lostNumbers: number;
}

/** Compares a read text with the truth. */
export function textErrors(read: string, truth: string): TextErrors {
  const readFolded = foldText(read);
  const truthFolded = foldText(truth);
  const readWords = readFolded.split(' ');
  const truthWords = truthFolded.split(' ');
  const bag = new Map<string, number>();
  for (const word of readWords) bag.set(word, (bag.get(word) ?? 0) + 1);
  let lostWords = 0;
  let numbers = 0;
  let lostNumbers = 0;
  for (const word of truthWords) {
    const left = bag.get(word) ?? 0;
    if (left > 0) bag.set(word, left - 1);
    else lostWords += 1;
    if (!/\d/.test(word)) continue;
    numbers += 1;
    if (left === 0) lostNumbers += 1;
  }
  const codes = (text: string): Uint32Array => Uint32Array.from(text, (character) => character.codePointAt(0)!);
  return {
    characterErrors: editDistance(codes(readFolded), codes(truthFolded)),
    characters: truthFolded.length,
    wordErrors: editDistance(readWords, truthWords),
    words: truthWords.length,
    lostWords,
    numbers,
    lostNumbers,
  };
}
