// What makes a paper recognisable when it comes a second time, as another scan: its numbers, its words, and for pages with few words their picture.
// A letter read twice has the same numbers but for a few misread ones; another month's statement of the same clinic has other dates and amounts.
import type { Page } from '../model/page.ts';
import { plainSpelling } from '../text/similar-spelling.ts';

/** Rises when signatures are made differently; older ones are made anew. */
export const SIGNATURE_VERSION = 1;

/** Most numbers and words that are kept of a paper: the ones whose hashes are smallest, so that two scans keep the same ones. */
export const MOST_NUMBERS = 256;
export const MOST_WORDS = 128;

/** A word or number counts from so many characters on; shorter ones stand in every paper. */
const LEAST_DIGITS = 3;
const LEAST_LETTERS = 5;

export interface Signature {
  /** Hashes of the different numbers (dates, amounts, ids), rising, 32 bits each. */
  readonly numbers: Uint32Array;
  /** Hashes of the different longer words, rising. */
  readonly words: Uint32Array;
  readonly pageCount: number;
  /** Of the first page's picture (see picture-hash.ts); only of papers with few words. */
  readonly picture?: Uint8Array | undefined;
}

/** The signature of a paper's words; `picture` is added by whoever holds the pixels. */
export function signatureOf(pages: readonly Pick<Page, 'words'>[]): Signature {
  const numbers = new Set<number>();
  const words = new Set<number>();
  for (const page of pages)
    for (const { text } of page.words) {
      const number = numberIn(text);
      if (number !== undefined) numbers.add(hash(number));
      else {
        const word = plainSpelling(text).replace(/[^\p{L}]+/gu, '');
        if (word.length >= LEAST_LETTERS) words.add(hash(word));
      }
    }
  return {
    numbers: smallest(numbers, MOST_NUMBERS),
    words: smallest(words, MOST_WORDS),
    pageCount: pages.length,
  };
}

/** Letters that are read for digits inside numbers. */
const DIGIT_LOOKS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', '|': '1', s: '5', b: '8', z: '2' };

/**
 * The digits and letters of a number without its signs, what looks like a digit taken for one; undefined for words. Cents that are zero don't count, nor
 * what is short: both stand everywhere.
 */
function numberIn(text: string): string | undefined {
  const digits = text.match(/\d/g)?.length ?? 0;
  if (digits < LEAST_DIGITS) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/[.,]00\b/, '')
    .replace(/[oli|sbz]/g, (letter) => DIGIT_LOOKS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return plain.length >= LEAST_DIGITS ? plain : undefined;
}

/** FNV-1a, 32 bits, finished so that close texts get far hashes (MurmurHash3's last steps). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function smallest(hashes: ReadonlySet<number>, most: number): Uint32Array {
  return Uint32Array.from(hashes).sort().slice(0, most);
}

/** As bytes: three 16-bit counts (numbers, words, pages), the length of the picture's hash, then numbers, words, picture; little-endian. */
export function packSignature({ numbers, words, pageCount, picture }: Signature): Uint8Array {
  const bytes = new Uint8Array(8 + 4 * (numbers.length + words.length) + (picture?.length ?? 0));
  const view = new DataView(bytes.buffer);
  [numbers.length, words.length, Math.min(pageCount, 0xffff), picture?.length ?? 0].forEach((count, at) => {
    view.setUint16(2 * at, count, true);
  });
  [...numbers, ...words].forEach((value, at) => {
    view.setUint32(8 + 4 * at, value, true);
  });
  if (picture !== undefined) bytes.set(picture, bytes.length - picture.length);
  return bytes;
}

/** Reads what `packSignature` made. It is our own writing, authenticated with its database page. */
export function unpackSignature(bytes: Uint8Array): Signature {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [numbers, words, pageCount, picture] = [0, 2, 4, 6].map((at) => view.getUint16(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  const read = (from: number, count: number) =>
    Uint32Array.from({ length: count }, (_, at) => view.getUint32(8 + 4 * (from + at), true));
  return {
    numbers: read(0, numbers),
    words: read(numbers, words),
    pageCount,
    ...(picture > 0 && { picture: bytes.slice(bytes.length - picture) }),
  };
}
