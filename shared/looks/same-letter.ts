// Whether two papers look like the same letter scanned twice, and an index that finds such pairs without comparing all of them.
import { isSamePicture } from './picture-hash.ts';
import { MOST_NUMBERS, MOST_WORDS, type Signature } from './signature.ts';

/** From so many different numbers on they decide; papers with fewer are told by their words. */
const ENOUGH_NUMBERS = 6;
/** Share of the numbers (of the words) of two papers that both have, from which on they are the same letter. */
const SAME_NUMBERS = 0.7;
/** The share that will do when both bear the same date, and the one needed when they bear different ones: next month's receipt of the same clinic
 * differs in little else, but a date can be misread, too. */
const SAME_NUMBERS_SAME_DATE = 0.55;
const SAME_NUMBERS_OTHER_DATE = 0.85;
const SAME_WORDS_BESIDE_NUMBERS = 0.4;
const SAME_WORDS = 0.8;
/** A paper with fewer words and numbers than this is told by its picture. */
export const FEW_WORDS = 12;

/** A hash that more papers than this share says nothing about any two of them: a telephone number on a letterhead. */
const MOST_SHARING = 400;
/** Hashes of a paper with few numbers that it is looked up by. */
const WORDS_LOOKED_UP = 24;

/** A paper as it is compared: its signature, and its own date where it states one. */
export interface Letter extends Signature {
  readonly date?: string | undefined;
}

/** True when the papers look like two scans of one letter. */
export function isSameLetter(a: Letter, b: Letter): boolean {
  if (isFew(a) || isFew(b))
    return a.picture !== undefined && b.picture !== undefined && isSamePicture(a.picture, b.picture);
  const { numbers, words } = likeness(a, b);
  const isNumbered = Math.max(a.numbers.length, b.numbers.length) >= ENOUGH_NUMBERS;
  return numbers >= leastNumbers(a, b) && words >= (isNumbered ? SAME_WORDS_BESIDE_NUMBERS : SAME_WORDS);
}

function leastNumbers(a: Letter, b: Letter): number {
  if (a.date === undefined || b.date === undefined) return SAME_NUMBERS;
  return a.date === b.date ? SAME_NUMBERS_SAME_DATE : SAME_NUMBERS_OTHER_DATE;
}

/** True for a paper whose words say too little. */
export function isFew({ numbers, words }: Pick<Signature, 'numbers' | 'words'>): boolean {
  return numbers.length + words.length < FEW_WORDS;
}

/** How much of what either has both have, 0 to 1 (Jaccard); 1 when neither has anything. Lists of `most` were cut and are compared as far as they reach. */
function sharedShare(a: Uint32Array, b: Uint32Array, most: number): number {
  const reach = (list: Uint32Array) => (list.length < most ? Number.POSITIVE_INFINITY : (list.at(-1) ?? 0));
  const end = Math.min(reach(a), reach(b));
  let [i, j, shared, all] = [0, 0, 0, 0];
  for (;;) {
    const [left = Number.POSITIVE_INFINITY, right = Number.POSITIVE_INFINITY] = [a[i], b[j]];
    const next = Math.min(left, right);
    if (next > end || next === Number.POSITIVE_INFINITY) return all === 0 ? 1 : shared / all;
    if (left === right) shared += 1;
    if (left === next) i += 1;
    if (right === next) j += 1;
    all += 1;
  }
}

/** How alike the numbers and the words of two papers are, each 0 to 1. */
export function likeness(a: Signature, b: Signature): { readonly numbers: number; readonly words: number } {
  return { numbers: sharedShare(a.numbers, b.numbers, MOST_NUMBERS), words: sharedShare(a.words, b.words, MOST_WORDS) };
}

export interface LetterIndex<Id> {
  /** Papers added before that look like the same letter, in the order in which they were added; then adds this one. */
  add(id: Id, letter: Letter): readonly Id[];
}

/** An empty index. */
export function createLetterIndex<Id>(): LetterIndex<Id> {
  const papers: { readonly id: Id; readonly signature: Letter }[] = [];
  /** Places of the papers that have a hash; numbers and words apart. */
  const numbers = new Map<number, number[]>();
  const words = new Map<number, number[]>();
  const pictures: number[] = [];

  const candidates = (signature: Signature): Set<number> => {
    if (isFew(signature)) return new Set(pictures);
    const found = new Map<number, number>();
    const look = (index: ReadonlyMap<number, number[]>, hashes: Uint32Array) => {
      for (const hash of hashes) {
        const sharing = index.get(hash);
        if (sharing === undefined || sharing.length > MOST_SHARING) continue;
        for (const place of sharing) found.set(place, (found.get(place) ?? 0) + 1);
      }
    };
    const isNumbered = signature.numbers.length >= ENOUGH_NUMBERS;
    if (isNumbered) look(numbers, signature.numbers);
    else look(words, signature.words.slice(0, WORDS_LOOKED_UP));
    const least = isNumbered ? 2 : WORDS_LOOKED_UP / 4;
    return new Set(
      [...found].filter(([, count]) => count >= Math.min(least, signature.words.length)).map(([place]) => place),
    );
  };

  return {
    add: (id, signature) => {
      const same = [...candidates(signature)]
        .sort((a, b) => a - b)
        .map((place) => papers[place])
        .filter((paper) => paper !== undefined && isSameLetter(paper.signature, signature))
        .flatMap((paper) => (paper === undefined ? [] : [paper.id]));
      const place = papers.push({ id, signature }) - 1;
      if (isFew(signature)) {
        if (signature.picture !== undefined) pictures.push(place);
        return same;
      }
      for (const hash of signature.numbers) append(numbers, hash, place);
      for (const hash of signature.words.slice(0, WORDS_LOOKED_UP)) append(words, hash, place);
      return same;
    },
  };
}

/** Lists that nobody looks at any more grow no further. */
function append(index: Map<number, number[]>, hash: number, place: number): void {
  const sharing = index.get(hash);
  if (sharing === undefined) index.set(hash, [place]);
  else if (sharing.length <= MOST_SHARING) sharing.push(place);
}
