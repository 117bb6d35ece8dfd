// Where notes and highlights stand: on their words as long as the page says them, never on others; evidence is theirs only at exactly their place.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inReadingOrder, isSamePlace, placedOn, usesOf } from '../../../shared/annotations/placed.ts';
import { DocumentId } from '../../../shared/ids.ts';
import type { Proof } from '../../../shared/model/finding.ts';
import type { Page } from '../../../shared/model/page.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { caseOf, paper } from '../../helpers/cases.ts';

const [A, B] = ['a', 'b'].map((letter) => DocumentId.parse(`d_${letter.repeat(32)}`)) as [DocumentId, DocumentId];
const pageOf = (texts: readonly string[], pageNumber = 1): Page => ({
  pageNumber,
  widthPt: 612,
  heightPt: 792,
  source: 'ocr',
  confidence: 0.9,
  words: texts.map((text, index) => ({ text, x: 10 * index, y: 10, w: 8, h: 8, line: 0, confidence: 1 })),
});
const proofOn = (page: Page, from: number, to: number): Proof => ({
  pageNumber: page.pageNumber,
  from,
  to,
  quote: quoteOf(page, from, to),
});
const word = fc.string({ unit: fc.constantFrom(...'abcdeäñ159'), minLength: 1, maxLength: 7 });

test('words that still say the same stay where they are, also on a page that stands elsewhere now', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      fc.nat(9),
      (texts, one, two, number) => {
        const [from, last] = [one % texts.length, two % texts.length].toSorted((a, b) => a - b) as [number, number];
        const proof = proofOn(pageOf(texts), from, last + 1);
        expect(placedOn(pageOf(texts, number + 1), proof)).toEqual({ ...proof, pageNumber: number + 1 });
      },
    ),
  );
});

test('on a page that was read anew they are found by what they say, or called lost; the quote is always what the page says', () => {
  const texts = fc.array(word, { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, fc.nat(), (before, added, one) => {
      const from = one % before.length;
      const proof = proofOn(pageOf(before), from, Math.min(before.length, from + 3));
      const page = pageOf([...added, ...before]);
      const placed = placedOn(page, proof);
      if (placed === undefined) return;
      expect(placed.quote).toBe(quoteOf(page, placed.from, placed.to));
      expect(placed.from).toBeLessThan(placed.to);
    }),
  );
  const read = pageOf('The plan says it is not medically necessary for her'.split(' '));
  const proof = proofOn(read, 5, 8);
  const again = pageOf('THE PLAN says that it is not rnedically necessary for her'.split(' '));
  expect(placedOn(again, proof)).toEqual({ pageNumber: 1, from: 6, to: 9, quote: 'not rnedically necessary' });
  expect(placedOn(pageOf(['Another', 'letter']), proof)).toBeUndefined();
  expect(placedOn(pageOf([]), proof)).toBeUndefined();
});

test('words that stand in two places after another reading are lost rather than guessed', () => {
  const proof = proofOn(pageOf(['it', 'is', 'not', 'covered']), 2, 3);
  expect(placedOn(pageOf(['not', 'now', 'and', 'not', 'later']), proof)).toBeUndefined();
  expect(placedOn(pageOf(['and', 'not', 'later']), proof)).toMatchObject({ from: 1, to: 2 });
});

test('they are listed by page and word, notes on a whole page first', () => {
  const each = (pageNumber: number, from: number | undefined, madeAt: string) => ({
    pageNumber,
    madeAt,
    ...(from !== undefined && { proof: { pageNumber, from, to: from + 1, quote: 'x' } }),
  });
  const sorted = [each(1, undefined, '2'), each(1, 0, '2'), each(1, 4, '1'), each(1, 4, '3'), each(2, undefined, '1')];
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      expect(inReadingOrder(shuffled)).toEqual(sorted);
    }),
  );
});

test('evidence is made of them at exactly the same paper, page and words', () => {
  const proof = { pageNumber: 2, from: 3, to: 6, quote: 'six weeks of' };
  const evidence = { documentId: A, fromPage: 2, toPage: 2, proof };
  expect(isSamePlace(evidence, { documentId: A, pageNumber: 2, proof })).toBe(true);
  expect(isSamePlace(evidence, { documentId: B, pageNumber: 2, proof })).toBe(false);
  expect(isSamePlace(evidence, { documentId: A, pageNumber: 2, proof: { ...proof, to: 7 } })).toBe(false);
  expect(isSamePlace(evidence, { documentId: A, pageNumber: 2 })).toBe(false);
  expect(isSamePlace({ documentId: A, fromPage: 2, toPage: 2 }, { documentId: A, pageNumber: 2 })).toBe(true);
  expect(isSamePlace({ documentId: A, fromPage: 1, toPage: 2 }, { documentId: A, pageNumber: 2 })).toBe(false);
});

test('only accepted evidence counts as a use, and it names its case and reason', () => {
  const denial = paper(1, 'denial-letter', 'It is not medically necessary.', {
    reasons: { 'medical-necessity': 'not medically necessary' },
  });
  const value = caseOf([denial]);
  const [ground] = value.grounds;
  if (ground === undefined) throw new Error('The case has no reason.');
  const proof = { pageNumber: 1, from: 2, to: 5, quote: 'not medically necessary.' };
  const documentId = denial.document.id;
  const evidence = (state: 'accepted' | 'rejected') => ({
    ...value,
    evidence: [
      {
        id: `e_${'1'.repeat(32)}` as never,
        groundId: ground.id,
        documentId,
        fromPage: 1,
        toPage: 1,
        proof,
        state,
        score: 1,
        why: [],
      },
    ],
  });
  const places = [
    { documentId: B, pageNumber: 7, proof: { ...proof, pageNumber: 7 } },
    { documentId, pageNumber: 1, proof },
  ];
  expect(usesOf(places, [evidence('accepted')])).toMatchObject([
    { caseId: value.id, groundId: ground.id, reason: 'medical-necessity' },
  ]);
  expect(usesOf(places, [evidence('rejected')])).toEqual([]);
  expect(usesOf(places.slice(0, 1), [evidence('accepted')])).toEqual([]);
});
