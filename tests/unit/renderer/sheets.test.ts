// Pages on the table: whatever is done with them, each stands in one place, and the papers made hold those that are not left out.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changed,
  moved,
  papersInOrder,
  papersOf,
  type Sheet,
  sheetsOf,
  turnedOn,
} from '../../../renderer/screens/arrange/sheets.ts';
import { DocumentId } from '../../../shared/ids.ts';

const [A, B] = ['a', 'b'].map((letter) => DocumentId.parse(`d_${letter.repeat(32)}`)) as [DocumentId, DocumentId];
const PAPERS = [
  { id: A, pageCount: 2, fileName: 'photo-10.jpg', sequence: 1 },
  { id: B, pageCount: 1, fileName: 'photo-9.jpg', sequence: 2 },
];
const places = (sheets: readonly Sheet[]) =>
  papersOf(sheets).map((paper) => paper.map(({ documentId, pageNumber }) => `${documentId[2]}${pageNumber}`));

test('papers are put in the order of their names, numbers by value, or as they were added', () => {
  const sheets = sheetsOf(PAPERS);
  expect(places(papersInOrder(sheets, PAPERS, 'name'))).toEqual([['b1', 'a1', 'a2']]);
  expect(places(papersInOrder(papersInOrder(sheets, PAPERS, 'name'), PAPERS, 'added'))).toEqual([['a1', 'a2', 'b1']]);
});

test('pages are left out, and a new paper begins where it is said', () => {
  const sheets = sheetsOf(PAPERS);
  const split = changed(sheets, `${A}/2`, { begins: true, turn: turnedOn(270) });
  expect(papersOf(split)).toEqual([
    [{ documentId: A, pageNumber: 1, turn: 0 }],
    [
      { documentId: A, pageNumber: 2, turn: 0 },
      { documentId: B, pageNumber: 1, turn: 0 },
    ],
  ]);
  expect(places(changed(split, `${A}/1`, { isOut: true }))).toEqual([['a2', 'b1']]);
  expect(papersOf(sheets.map((sheet) => ({ ...sheet, isOut: true })))).toEqual([]);
});

test('moving never loses or doubles a page', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 })), { maxLength: 20 });
  fc.assert(
    fc.property(steps, (moves) => {
      const sheets = sheetsOf([{ id: A, pageCount: 7 }]);
      const after = moves.reduce<readonly Sheet[]>(
        (now, [from, to]) => (from < 0 ? now : moved(now, from, to)),
        sheets,
      );
      expect(after.map(({ key }) => key).toSorted()).toEqual(sheets.map(({ key }) => key));
    }),
  );
});
