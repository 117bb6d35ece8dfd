// Choosing words of a page: the nearest word to a point, the word a key leads to, the words in between.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PickKey, pickInWords, rangeOf, wordAt, wordBeside } from '../../../renderer/screens/paper/picking.ts';
import type { Page } from '../../../shared/model/page.ts';

const word = (text: string, x: number, line: number) => ({
  text,
  x,
  y: 100 + 20 * line,
  w: 40,
  h: 10,
  line,
  confidence: 1,
});

const PAGE: Page = {
  pageNumber: 1,
  widthPt: 600,
  heightPt: 800,
  source: 'text-layer',
  confidence: 1,
  words: [
    word('We', 50, 0),
    word('are', 100, 0),
    word('not', 150, 0),
    word('able', 50, 1),
    word('to', 100, 1),
    word('cover', 50, 2),
    word('them.', 200, 2),
  ],
};
const EMPTY: Page = { ...PAGE, words: [] };
const KEYS: readonly PickKey[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

test('the middle of a word is that word', () => {
  PAGE.words.forEach(({ x, y, w, h }, index) => {
    expect(wordAt(PAGE, x + w / 2, y + h / 2)).toBe(index);
  });
});

test('beside, between and beyond words the nearest one is meant; an empty page has none', () => {
  expect(wordAt(PAGE, 0, 105)).toBe(0);
  expect(wordAt(PAGE, 590, 105)).toBe(2);
  expect(wordAt(PAGE, 195, 145)).toBe(6);
  expect(wordAt(PAGE, 55, 799)).toBe(5);
  expect(wordAt(EMPTY, 10, 10)).toBeUndefined();
});

describe('keys', () => {
  const to = (from: number, key: PickKey) => PAGE.words[wordBeside(PAGE, from, key)]?.text;
  test('left and right go on across lines', () => {
    expect(to(2, 'ArrowRight')).toBe('able');
    expect(to(3, 'ArrowLeft')).toBe('not');
  });
  test('up and down keep the column', () => {
    expect(to(4, 'ArrowUp')).toBe('are');
    expect(to(2, 'ArrowDown')).toBe('to');
    expect(to(4, 'ArrowDown')).toBe('cover');
  });
  test('home and end are those of the line', () => {
    expect(to(1, 'Home')).toBe('We');
    expect(to(1, 'End')).toBe('not');
    expect(to(5, 'End')).toBe('them.');
  });
  test('no key leaves the page', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(fc.constantFrom(...KEYS)), (start, keys) => {
        const end = keys.reduce((head, key) => wordBeside(PAGE, head, key), start);
        expect(keys.length === 0 || PAGE.words[end] !== undefined).toBe(true);
      }),
    );
  });
});

test('a range runs forward whichever way it was dragged', () => {
  expect(rangeOf({ anchor: 4, head: 1 })).toEqual({ from: 1, to: 5 });
  expect(rangeOf({ anchor: 3, head: 3 })).toEqual({ from: 3, to: 4 });
});

test('what is chosen is read out with its length', () => {
  expect(pickInWords(PAGE, { pageNumber: 1, anchor: 2, head: 2 })).toBe('1 word: not');
  expect(pickInWords(PAGE, { pageNumber: 1, anchor: 0, head: 6 })).toBe('7 words: We are not able to cover them.');
  const long = { ...PAGE, words: [...PAGE.words, ...PAGE.words] };
  expect(pickInWords(long, { pageNumber: 1, anchor: 0, head: 13 })).toBe('14 words: We are not … to cover them.');
});
