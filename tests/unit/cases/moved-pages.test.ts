// Cases whose pages stand in another paper now: everything follows to the same page, or nothing does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedMoves, movesBack, movesOf, withMovedPages } from '../../../shared/cases/moved-pages.ts';
import { DocumentId } from '../../../shared/ids.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import { Case } from '../../../shared/model/case.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => DocumentId.parse(`d_${letter.repeat(32)}`)) as [
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
];
const page = (documentId: DocumentId, pageNumber: number, turn: ArrangedPage['turn'] = 0) => ({
  documentId,
  pageNumber,
  turn,
});
const proof = (pageNumber: number) => ({ pageNumber, from: 3, to: 5, quote: 'not necessary' });
const caseOf = (more: Record<string, unknown>): Case =>
  Case.parse({
    id: `c_${'1'.repeat(32)}`,
    title: 'A case',
    denialDocumentId: A,
    planType: { value: 'unknown', byUser: false },
    level: 'initial-denial',
    facts: {},
    grounds: [],
    evidence: [],
    attachments: [],
    createdOn: '2026-10-15',
    sequence: 1,
    ...more,
  });
const evidence = (documentId: DocumentId, fromPage: number, toPage: number) => ({
  id: `e_${'1'.repeat(32)}`,
  groundId: `g_${'1'.repeat(32)}`,
  documentId,
  fromPage,
  toPage,
  proof: proof(fromPage),
  state: 'accepted',
  score: 1,
  why: [],
});

test('denial, evidence, boxes, cleared pages and attachments follow into a joined paper, and back', () => {
  const value = caseOf({
    evidence: [evidence(B, 1, 2)],
    attachments: [A, B],
    searched: [A, B, D],
    allowedPages: [`${B}/2/mental-health`],
    redactions: [
      {
        id: `n_${'1'.repeat(32)}`,
        documentId: A,
        pageNumber: 1,
        boxes: [{ x: 1, y: 1, w: 1, h: 1 }],
        why: 'ssn',
        by: 'box',
        state: 'applied',
      },
    ],
  });
  const pages = [page(B, 1), page(B, 2), page(A, 1)];
  const moved = withMovedPages(value, movesOf(C, pages));
  expect(moved).toMatchObject({
    denialDocumentId: C,
    evidence: [{ documentId: C, fromPage: 1, toPage: 2, proof: proof(1) }],
    attachments: [C],
    searched: [C, D],
    allowedPages: [`${C}/2/mental-health`],
    redactions: [{ documentId: C, pageNumber: 3 }],
  });
  // Which of several papers a whole one came from can't be told any more, so that such a case stays.
  expect(withMovedPages(moved as Case, movesBack(C, pages))).toBeUndefined();
});

test('nothing follows when one thing cannot: a page left out or turned, a range torn apart, a paper split', () => {
  const value = caseOf({ denialDocumentId: D, evidence: [evidence(B, 2, 3)] });
  const follows = (...pages: ArrangedPage[]) => withMovedPages(value, movesOf(C, pages)) !== undefined;
  expect(follows(page(B, 1), page(B, 2), page(B, 3))).toBe(true);
  expect(follows(page(B, 1), page(B, 2))).toBe(false);
  expect(follows(page(B, 2), page(B, 3, 90))).toBe(false);
  expect(follows(page(B, 2), page(B, 1), page(B, 3))).toBe(false);
  expect(follows(page(B, 3), page(B, 2))).toBe(false);
  const split = joinedMoves([movesOf(C, [page(B, 1), page(B, 2)]), movesOf(A, [page(B, 3)])]);
  expect(withMovedPages(value, split)).toBeUndefined();
  expect(withMovedPages(caseOf({ denialDocumentId: B }), split)).toBeUndefined();
});

test('in whatever order the pages of one paper stand, each thing follows to its page, and the way back undoes it', () => {
  const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(order, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), (numbers, cited) => {
      const value = caseOf({ evidence: cited.map((number) => evidence(A, number, number)), searched: [A, B] });
      const pages = numbers.map((number) => page(A, number));
      const moved = withMovedPages(value, movesOf(C, pages));
      expect(moved?.evidence.map(({ documentId, fromPage }) => [documentId, numbers[fromPage - 1]])).toEqual(
        cited.map((number) => [C, number]),
      );
      expect(withMovedPages(moved as Case, movesBack(C, pages))).toEqual(value);
    }),
  );
});
