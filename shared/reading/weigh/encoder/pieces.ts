// Words in pieces, as the encoder knows them: the likeliest way to put a word together from its pieces (a unigram language model, Kudo 2018, by the Viterbi
// algorithm). "preauthorization" may be "▁pre", "author", "ization".

/** The pieces the encoder knows; a piece's number is its place in the file. */
export interface Pieces {
  readonly known: ReadonlyMap<string, Piece>;
  readonly longest: number;
  /** The pieces of words met before. */
  readonly words: Map<string, readonly number[]>;
}

interface Piece {
  readonly number: number;
  /** Logarithm of its probability. */
  readonly score: number;
}

/** What opens a word. */
const OPENING = '▁';
/** The number of signs that are in no piece. */
export const UNKNOWN_PIECE = 0;
/** What such a sign costs: more than any piece. */
const UNKNOWN_SCORE = -20;
/** Words remembered with their pieces, at most. */
const REMEMBERED = 20000;

/** Pieces with their scores, in the order of their numbers; those without a score are never taken. */
export function piecesOf(rows: ReadonlyArray<readonly [piece: string, score: number | null]>): Pieces {
  const known = new Map<string, Piece>();
  rows.forEach(([piece, score], number) => {
    if (score !== null) known.set(piece, { number, score });
  });
  const longest = [...known.keys()].reduce((most, piece) => Math.max(most, piece.length), 0);
  return { known, longest, words: new Map() };
}

/** The numbers of the pieces of some words, one word after the other. */
export function piecesOfText(pieces: Pieces, words: string): number[] {
  return words
    .normalize('NFKC')
    .split(' ')
    .flatMap((word) => (word === '' ? [] : piecesOfWord(pieces, word)));
}

function piecesOfWord(pieces: Pieces, word: string): readonly number[] {
  const met = pieces.words.get(word);
  if (met !== undefined) return met;
  if (pieces.words.size > REMEMBERED) pieces.words.clear();
  const numbers = likeliest(pieces, OPENING + word);
  pieces.words.set(word, numbers);
  return numbers;
}

function likeliest({ known, longest }: Pieces, text: string): number[] {
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(text.length + 1);
  const last = new Int32Array(text.length + 1);
  best[0] = 0;
  const reach = (to: number, at: number, number: number, score: number): void => {
    if (score <= (best[to] ?? 0)) return;
    best[to] = score;
    from[to] = at;
    last[to] = number;
  };
  for (let at = 0; at < text.length; at += 1) {
    const score = best[at] ?? 0;
    if (score === Number.NEGATIVE_INFINITY) continue;
    for (let length = 1; length <= longest && at + length <= text.length; length += 1) {
      const piece = known.get(text.slice(at, at + length));
      if (piece !== undefined) reach(at + length, at, piece.number, score + piece.score);
    }
    if (!known.has(text[at] ?? '')) reach(at + 1, at, UNKNOWN_PIECE, score + UNKNOWN_SCORE);
  }
  const numbers: number[] = [];
  for (let at = text.length; at > 0; at = from[at] ?? 0) {
    const number = last[at] ?? UNKNOWN_PIECE;
    // Unknown signs that stand together are one unknown piece.
    if (number !== UNKNOWN_PIECE || numbers.at(-1) !== UNKNOWN_PIECE) numbers.push(number);
  }
  return numbers.reverse();
}
