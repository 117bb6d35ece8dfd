// The order of the papers, both ways round, and where the keys go among them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../renderer/screens/papers/order.ts';
import { target } from '../../../renderer/screens/papers/use-paper-keys.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { LIBRARY_ORDERS } from '../../../shared/model/preferences.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const [{ document: sample } = { document: undefined }] = labelledPapers([1]);
const paper = (sequence: number, more: Partial<DocumentSummary>): DocumentSummary => {
  if (sample === undefined) throw new Error('There is no labelled paper.');
  const { date: _date, payer: _payer, ...rest } = sample;
  return { ...rest, sequence, ...more };
};
const papers = [
  paper(1, { title: 'Bill 10', kind: 'bill', date: '2026-03-01', payer: 'Quillback' }),
  paper(2, { title: 'Bill 9', kind: 'denial-letter', date: '2025-12-31' }),
  paper(3, { title: 'Älter', kind: 'bill', payer: 'Alder' }),
];
const ordered = (order: (typeof LIBRARY_ORDERS)[number], isReversed: boolean) =>
  inOrder(papers, { order, isReversed }).map(({ sequence }) => sequence);

test('papers stand in the order that was chosen; what lacks it stands at the end either way', () => {
  expect([ordered('added', false), ordered('added', true)]).toEqual([
    [3, 2, 1],
    [1, 2, 3],
  ]);
  expect([ordered('date', false), ordered('date', true)]).toEqual([
    [1, 2, 3],
    [2, 1, 3],
  ]);
  expect([ordered('title', false), ordered('title', true)]).toEqual([
    [3, 2, 1],
    [1, 2, 3],
  ]);
  expect([ordered('kind', false), ordered('kind', true)]).toEqual([
    [2, 3, 1],
    [3, 1, 2],
  ]);
  expect([ordered('payer', false), ordered('payer', true)]).toEqual([
    [3, 1, 2],
    [1, 3, 2],
  ]);
});

test('keys stay among the papers, and the way there is the way back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 8 }), fc.nat(499), (count, columns, at) => {
      const size = { count, columns, rowsOnScreen: 5 };
      const index = at % count;
      for (const key of ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']) {
        const to = target(key, index, size) ?? -1;
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(count);
      }
      if (index + columns < count) expect(target('ArrowUp', index + columns, size)).toBe(index);
      expect(target('ArrowRight', index, size) === undefined).toBe(columns === 1);
      expect(target('x', index, size)).toBeUndefined();
    }),
  );
});
