// The form of a name by itself: its words, whether it is a house's or a person's, and how it stands to what the rules of places found.
import type { Candidate } from '../collect.ts';
import { CREDENTIAL, FIRM, HOUSE, PRACTICE } from '../houses.ts';
import type { Mention } from './mentions.ts';

/** What the rules of places found, to be weighed with the rest. */
export interface Known {
  readonly provider: Candidate | undefined;
  readonly payer: Candidate | undefined;
  readonly member_name: Candidate | undefined;
}

/** The words of a name in lower case, without marks and without the title of a doctor. */
export function nameWords(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^dr /, '');
}

/** A name the rules found, in lower case words, and why without what was quoted. */
export interface Ruled {
  readonly field: string;
  readonly words: string;
  readonly why: string;
}

/** What the rules found, ready to be compared with names. */
export function ruledBy(known: Known): Ruled[] {
  return Object.entries(known).flatMap(([field, candidate]: [string, Candidate | undefined]) =>
    candidate === undefined
      ? []
      : [{ field, words: nameWords(String(candidate.value)), why: candidate.why.replace(/".*"/, '') }],
  );
}

/** The form of a name by itself. */
export function formOf(value: string, mentions: readonly Mention[], known: readonly Ruled[]): string[] {
  const words = nameWords(value).split(' ');
  const looks = [`f:words-${Math.min(7, words.length)}`];
  const [hasHouse, hasPractice, hasFirm] = [HOUSE.test(value), PRACTICE.test(value), FIRM.test(value)];
  const house = hasHouse || hasPractice || hasFirm;
  if (house) looks.push('f:house');
  if (hasHouse) looks.push('f:house-word');
  if (hasPractice) looks.push('f:practice-word');
  if (hasFirm) looks.push('f:firm');
  if (CREDENTIAL.test(value)) looks.push('f:credential');
  const titled = mentions.find((mention) => mention.title !== '')?.title;
  if (titled !== undefined) looks.push(`f:title-${titled}`);
  if (!house && words.length >= 2 && words.length <= 5 && /^[\p{L}\p{M}'. ,-]+$/u.test(value)) looks.push('f:person');
  if (value === value.toUpperCase()) looks.push('f:capitals');
  if (/,/.test(value)) looks.push('f:comma');
  for (const word of words) looks.push(`w:${word}`);
  looks.push(`l:${words.at(-1)}`, `b:${words[0]}`);
  for (const inner of value.match(/ (?:of|for|at|and|&|the) /g) ?? []) looks.push(`i:${inner.trim()}`);
  const a = words.join(' ');
  for (const { field, words: other, why } of known) {
    if (a === other) looks.push(`r:${field}`, `y:${field}:${why}`);
    else if (` ${other} `.includes(` ${a} `)) looks.push(`r:part-of-${field}`);
    else if (` ${a} `.includes(` ${other} `)) looks.push(`r:holds-${field}`);
    else if (words[0] === other.split(' ')[0]) looks.push(`r:begins-as-${field}`);
    else if (words.at(-1) === other.split(' ').at(-1)) looks.push(`r:ends-as-${field}`);
  }
  return looks;
}
