// Whatever the pages hold: a reading, and every proof is words that stand on its page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../shared/model/page.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { fixture, letterAround, READING_RULES } from '../../helpers/reading.ts';

const number = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true });
const word = fc.record({
  text: fc.oneof(
    fc.constantFrom(
      'not',
      'medically',
      'necessary.',
      'denied',
      'Claim',
      'No.',
      '99213',
      'F33.2',
      '$12.00',
      'CO-97',
      'If',
      'appeal',
      'within',
      '180',
      'days',
      'Dear',
      '03/04/26',
    ),
    fc.string({ maxLength: 12 }),
  ),
  x: number(600),
  y: number(780),
  w: number(90),
  h: number(20),
  line: fc.nat(40),
  confidence: number(1),
});
const page: fc.Arbitrary<Page> = fc.record({
  pageNumber: fc.constant(1),
  widthPt: fc.constant(612),
  heightPt: fc.constant(792),
  source: fc.constant('ocr' as const),
  confidence: number(1),
  words: fc.array(word, { maxLength: 60 }),
});

function checkProofs(pages: readonly Page[]): void {
  const reading = readDocument(pages, READING_RULES);
  const proofs = [...reading.reasons, ...reading.findings].map((finding) => finding.proof);
  for (const proof of proofs) {
    const words = pages.find((item) => item.pageNumber === proof.pageNumber)?.words ?? [];
    expect(proof.from).toBeLessThan(proof.to);
    expect(proof.to).toBeLessThanOrEqual(words.length);
    expect(proof.quote).toBe(
      words
        .slice(proof.from, proof.to)
        .map((item) => item.text)
        .join(' '),
    );
  }
  if (pages.every((item) => item.words.length === 0)) expect(proofs).toEqual([]);
}

describe('readDocument', () => {
  it('never throws and proves everything on any pages', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 3 }), (pages) => {
        checkProofs(pages.map((item, index) => ({ ...item, pageNumber: index + 1 })));
      }),
      { numRuns: 150 },
    );
  });

  it('proves everything on whole letters, also with words lost', () => {
    const text = fixture('papers/001-ketamine-depression-denial.txt');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (step) => {
        checkProofs(
          pagesFromText(text).map((item) => ({ ...item, words: item.words.filter((_, index) => index % step !== 0) })),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('reads a ground through reading errors', () => {
    const noisy = letterAround('Prior auth0rization was required for this service and n0ne was obtained.').replace(
      'Why',
      'VVhy',
    );
    expect(readDocument(pagesFromText(noisy), READING_RULES).reasons.map((finding) => finding.reason)).toEqual([
      'prior-authorization-missing',
    ]);
  });
});
