// Tells which of many patterns can't occur in a text, by the beginnings of its words: most of the rules' patterns need not be tried on most sentences.
import { knownGroups, REACH } from './beginnings.ts';
import { tellingBeginningsOf } from './telling.ts';

/** The patterns that may occur in a text, a bit for each. */
export type Sifted = Uint32Array;

/** Whether the pattern of a number may occur in the text that was sifted. */
export function mayOccur(sifted: Sifted, number: number): boolean {
  return (((sifted[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** Characters as numbers: small letters 1 to 26, digits to 36, blank, apostrophe, and 39 for all others; 0 is the end of the text. */
const BASE = 40;
/** What the first of `REACH` characters counts. */
const FIRST = BASE ** (REACH - 1);
const LAST_OF_WORDS = 36;
const OTHER = 39;
const numberOf = new Uint8Array(128).fill(OTHER);
for (const [at, character] of [..."abcdefghijklmnopqrstuvwxyz0123456789 '"].entries())
  numberOf[character.charCodeAt(0)] = at + 1;

/** Beginnings kept with what may begin so; the words of letters are much the same. */
const KEPT = 20_000;

/** Patterns of whole words (`compilePattern`) in matching form, to be sifted together. */
export class Sieve {
  readonly #starting = new Map<number, number[]>();
  readonly #always: number[] = [];
  readonly #kept = new Map<number, Uint32Array>();
  readonly #groups = knownGroups();
  #count = 0;

  /** Takes a pattern that matches whole words only; gives its number. All are added before the first text is sifted. */
  add(pattern: RegExp): number {
    const number = this.#count;
    this.#count += 1;
    const beginnings = tellingBeginningsOf(pattern, this.#groups);
    // What may begin with signs or with anything isn't told by its words.
    if (beginnings.some((text) => !/^[a-z0-9]/.test(text))) this.#always.push(number);
    else
      for (const text of beginnings) {
        const code = codeAt(text, 0);
        const others = this.#starting.get(code);
        if (others === undefined) this.#starting.set(code, [number]);
        else others.push(number);
      }
    return number;
  }

  /** The patterns that may occur in a text in matching form; those left out can't. */
  sift(text: string): Sifted {
    const sifted = new Uint32Array((this.#count + 31) >> 5);
    for (const number of this.#always) mark(sifted, number);
    // From the end, so that each place's code is made from the next one's.
    let code = 0;
    let isInWord = false;
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const character = characterAt(text, at);
      const isOfWord = character <= LAST_OF_WORDS;
      if (isInWord && !isOfWord) join(sifted, this.#startingWith(code));
      isInWord = isOfWord;
      code = character * FIRST + Math.floor(code / BASE);
    }
    if (isInWord) join(sifted, this.#startingWith(code));
    return sifted;
  }

  #startingWith(code: number): Uint32Array {
    const known = this.#kept.get(code);
    if (known !== undefined) return known;
    const bits = new Uint32Array((this.#count + 31) >> 5);
    for (let rest = 1; rest < BASE ** REACH; rest *= BASE)
      for (const number of this.#starting.get(code - (code % rest)) ?? []) mark(bits, number);
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(code, bits);
    return bits;
  }
}

function join(all: Uint32Array, more: Uint32Array): void {
  for (let part = 0; part < all.length; part += 1) all[part] = (all[part] ?? 0) | (more[part] ?? 0);
}

function mark(bits: Uint32Array, number: number): void {
  bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
}

function characterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (numberOf[code] ?? OTHER) : OTHER;
}

/** `REACH` characters as one number; shorter ones count as followed by zeros. */
function codeAt(text: string, from: number): number {
  let code = 0;
  for (let at = from; at < from + REACH; at += 1) code = code * BASE + (at < text.length ? characterAt(text, at) : 0);
  return code;
}
