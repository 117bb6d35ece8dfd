// Which papers look like the same letter: scans of one do, other letters and other months of the same clinic do not, and 3,000 are looked through at once.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HASH_GRID, pictureHash } from '../../../shared/looks/picture-hash.ts';
import { createLetterIndex, isSameLetter, type Letter } from '../../../shared/looks/same-letter.ts';
import { packSignature, signatureOf, unpackSignature } from '../../../shared/looks/signature.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const texts = (folder: string) =>
  readdirSync(`${fixtures}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(`${fixtures}${folder}/${name}`, 'utf8'));
const signed = (text: string, date?: string): Letter => ({ ...signatureOf(pagesFromText(text)), date });

const DAY = '2026-08-31';

/** A text as a fax would be read: one word in `every` has a letter or a digit changed. */
const misread = (text: string, every: number, seed: number): string =>
  text.replace(/\S+/g, (word) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    if ((seed >>> 8) % every !== 0) return word;
    const at = (seed >>> 12) % word.length;
    return `${word.slice(0, at)}${'cemn4719'[(seed >>> 16) % 8]}${word.slice(at + 1)}`;
  });

/** The same statement one month later: every date and the number of every claim move on, the rest stays. */
const nextMonth = (text: string): string =>
  text
    .replace(/\b(\d\d)\/(\d\d)\/(\d\d(?:\d\d)?)\b/g, (_date, month, day, year) => {
      const later = String((Number(month) % 12) + 1).padStart(2, '0');
      return `${later}/${day}/${year}`;
    })
    .replace(/\b\d{4}-\d{4}-\d{3}\b/g, (claim) => claim.split('').reverse().join(''));

describe('two scans of one letter', () => {
  const papers = texts('papers');

  test.each([20, 12, 8])('one word in %i misread: the same letter', (every) => {
    const missed = papers.filter(
      (text, index) => !isSameLetter(signed(text, DAY), signed(misread(text, every, index + 1), DAY)),
    );
    expect(missed.length).toBe(0);
  });

  test('other months of a statement are other letters', () => {
    for (const text of papers.filter((each) => /statement date/i.test(each))) {
      expect(isSameLetter(signed(text, DAY), signed(nextMonth(text), '2026-09-30'))).toBe(false);
      expect(isSameLetter(signed(text, DAY), signed(misread(text, 20, 7), DAY))).toBe(true);
    }
  });

  test('no two different letters among the fixtures are offered', () => {
    const all = [...papers, ...texts('letters')];
    const index = createLetterIndex<number>();
    const offers = [...new Set(all)].flatMap((text, at) => index.add(at, signed(text)).map((other) => [other, at]));
    expect(all.length).toBeGreaterThan(100);
    expect(offers).toEqual([]);
  });
});

describe('the index', () => {
  test('finds what came twice among 3,000 statements of one form, and nothing else', () => {
    const statement = (number: number) => {
      const id = (step: number) => String((Math.imul(number + 1, 2_654_435_761) ^ Math.imul(step, 40_503_011)) >>> 8);
      const visits = [1, 2, 3, 4].map(
        (visit) => `Visit ${id(visit)} office charge 99213 amount 150.${id(visit).slice(-2)}`,
      );
      return `Harbor Clinic 218-555-0117 55798 Statement of account ${id(5)} for services rendered balance forward
        ${visits.join('\n')} Total amount due ${id(6)} insurance payment pending adjustment remittance address`;
    };
    const index = createLetterIndex<number>();
    const offers: [number, readonly number[]][] = [];
    for (let number = 0; number < 3000; number += 1) {
      // Every 300th is one of before, read once more.
      const text = number % 300 === 299 ? misread(statement(number - 150), 12, number) : statement(number);
      const same = index.add(number, signed(text, DAY));
      if (same.length > 0) offers.push([number, same]);
    }
    expect(offers).toEqual(Array.from({ length: 10 }, (_, at) => [at * 300 + 299, [at * 300 + 149]]));
  });

  test('papers with hardly a word are told by their picture alone', () => {
    const picture = pictureHash(
      Uint8Array.from({ length: HASH_GRID.width * HASH_GRID.height }, (_, at) => (at * 37) % 251),
    );
    const other = pictureHash(
      Uint8Array.from({ length: HASH_GRID.width * HASH_GRID.height }, (_, at) => (at * 91) % 241),
    );
    const few = signed('Photograph');
    const index = createLetterIndex<string>();
    expect(index.add('photo', { ...few, picture })).toEqual([]);
    expect(index.add('blank', few)).toEqual([]);
    expect(index.add('blank again', few)).toEqual([]);
    expect(index.add('other photo', { ...few, picture: other })).toEqual([]);
    expect(index.add('photo again', { ...few, picture })).toEqual(['photo']);
    expect(pictureHash(new Uint8Array(HASH_GRID.width * HASH_GRID.height).fill(250))).toBeUndefined();
  });
});

test('a signature comes back from its bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 600 }),
      fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined }),
      (words, picture) => {
        const signature = { ...signatureOf(pagesFromText(words.join(' '))), ...(picture && { picture }) };
        expect(unpackSignature(packSignature(signature))).toEqual(signature);
      },
    ),
    { numRuns: 60 },
  );
});
