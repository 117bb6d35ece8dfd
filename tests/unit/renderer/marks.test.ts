// Marks on a page: boxes lie over their words, line by line; words of a search are found whatever their case and accents.
import { expect, test } from 'vitest';
import { boxesOf, linesOf } from '../../../renderer/parts/word-boxes.ts';
import { hitsOf } from '../../../renderer/screens/paper/marks.ts';
import type { Page } from '../../../shared/model/page.ts';

const word = (text: string, x: number, y: number, line: number) => ({ text, x, y, w: 50, h: 10, line, confidence: 1 });

const PAGE: Page = {
  pageNumber: 1,
  widthPt: 600,
  heightPt: 800,
  source: 'text-layer',
  confidence: 1,
  words: [
    word('Not', 60, 100, 0),
    word('medically', 120, 100, 0),
    word('necessary.', 60, 120, 1),
    word('José’s', 60, 140, 2),
    word('99213-25', 120, 140, 2),
  ],
};

test('one box per line, around all of its words', () => {
  const boxes = boxesOf(PAGE, 0, 3);
  expect(boxes).toHaveLength(2);
  const [first, second] = boxes;
  // 1.5 points of margin on each side, in percent of the page.
  expect(first?.left).toBeCloseTo((100 * 58.5) / 600);
  expect(first?.width).toBeCloseTo((100 * 113) / 600);
  expect(second?.top).toBeCloseTo((100 * 118.5) / 800);
});

test('a range beyond the page marks nothing', () => {
  expect(boxesOf(PAGE, 5, 9)).toEqual([]);
});

test('the text of a page keeps its lines, and each word its place', () => {
  const lines = linesOf(PAGE).map((words) => words.map(({ text, index }) => `${index} ${text}`));
  expect(lines).toEqual([['0 Not', '1 medically'], ['2 necessary.'], ['3 José’s', '4 99213-25']]);
});

test('finds the beginnings of words, without case, accents and signs', () => {
  const found = (query: string) => hitsOf(PAGE, query).map(({ from }) => PAGE.words[from]?.text);
  expect(found('MEDIC')).toEqual(['medically']);
  expect(found('jose')).toEqual(['José’s']);
  expect(found('99213')).toEqual(['99213-25']);
  expect(found('"necessary"')).toEqual(['necessary.']);
  expect(found('')).toEqual([]);
  expect(found('e')).toEqual([]);
});
