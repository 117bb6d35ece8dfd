// Finding in a paper: whole phrases, beginnings, numbers in any spelling, words across lines, and what a scan made of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page } from '../../../shared/model/page.ts';
import { findWords } from '../../../shared/text/find-words.ts';

const page = (pageNumber: number, text: string): Page => ({
  pageNumber,
  widthPt: 612,
  heightPt: 792,
  source: 'ocr',
  confidence: 0.9,
  words: text
    .split(' ')
    .map((word, index) => ({ text: word, x: 40 * index, y: 40, w: 36, h: 10, line: 0, confidence: 1 })),
});
const places = (pages: readonly Page[], query: string) =>
  findWords(pages, query, 100).map(({ pageNumber, from, to, isSimilar }) => [pageNumber, from, to, isSimilar]);

const LETTER = [
  page(1, 'This is not medically necessary. Claim C-7720 413 was denied.'),
  page(2, 'The criteria call it rnedically necessary; José appeals.'),
];

test('words in a row are found, also as the beginning of the last one, and in a similar spelling when they are few', () => {
  expect(places(LETTER, 'Medically  nec')).toEqual([[1, 3, 5, false]]);
  expect(places(LETTER, 'medically necessary')).toEqual([
    [1, 3, 5, false],
    [2, 4, 6, true],
  ]);
  expect(places(LETTER, 'jose')).toEqual([[2, 6, 7, false]]);
  expect(places(LETTER, 'necessary medically')).toEqual([]);
});

test('numbers are found in any spelling, and words that are cut at the end of a line', () => {
  for (const query of ['C-7720413', 'c7720 413', 'C 7720-4']) expect(places(LETTER, query)).toEqual([[1, 6, 8, false]]);
  expect(places([page(1, 'experi- mental and investi- gational')], 'investigational')).toEqual([[1, 3, 5, false]]);
});

test('nothing is found for nothing, and never more than asked for', () => {
  expect(places(LETTER, ' – ')).toEqual([]);
  expect(findWords([page(1, Array.from({ length: 50 }, () => 'pain').join(' '))], 'pain', 7)).toHaveLength(7);
});

test('whatever stands on a page is found there, by any words in a row', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé0-9]{1,8}[,.-]?$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 1, max: 5 }), (texts, at, count) => {
      const from = at % texts.length;
      const found = findWords([page(1, texts.join(' '))], texts.slice(from, from + count).join(' '), 1000);
      expect(found.length).toBeGreaterThan(0);
      for (const place of found) expect(place.from).toBeLessThan(place.to);
    }),
  );
});
