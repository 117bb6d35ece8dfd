// Words become rows, rows become text, and every offset of the text leads to its word and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page, Word } from '../../../shared/model/page.ts';
import { pageText, visualRows } from '../../../shared/text/layout.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { findQuote, quoteOf } from '../../../shared/text/quote.ts';

function pageOf(words: readonly Word[]): Page {
  return { pageNumber: 1, widthPt: 612, heightPt: 792, source: 'ocr', confidence: 1, words: [...words] };
}

function word(text: string, x: number, y: number, line: number): Word {
  return { text, x, y, w: text.length * 6, h: 10, line, confidence: 0.9 };
}

describe('pageText', () => {
  it('keeps wide gaps as columns and single gaps as one space', () => {
    const [page] = pagesFromText('Member ID:      QHA 4471\nGroup:          70-81');
    expect(page && pageText(page).text).toBe('Member ID:      QHA 4471\nGroup:          70-81');
  });

  it('puts labels and values of separate blocks back on one row', () => {
    const page = pageOf([
      word('Member', 36, 100, 0),
      word('Group', 36, 114, 1),
      word('QHA-1', 200, 101, 2),
      word('70-81', 200, 115, 3),
    ]);
    expect(visualRows(page).map((row) => row.words)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(pageText(page).text).toMatch(/^Member {2,}QHA-1\nGroup {2,}70-81$/);
  });

  it('leads from every word to its text and back', () => {
    const line = fc.array(fc.stringMatching(/^[A-Za-z0-9$.,:]{1,9}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const [page] = pagesFromText(lines.map((words) => words.join('   ')).join('\n'));
        if (page === undefined) return;
        const { text, offsets, wordsAt } = pageText(page);
        page.words.forEach((item, index) => {
          const range = offsets[index];
          expect(range && text.slice(range.from, range.to)).toBe(item.text);
          expect(range && wordsAt(range.from, range.to)).toEqual({ from: index, to: index + 1 });
        });
        expect(wordsAt(0, text.length)).toEqual({ from: 0, to: page.words.length });
      }),
    );
  });
});

describe('findQuote', () => {
  const [page] = pagesFromText('The committee found that the surg-\nery was not medically necessary for you.');
  if (page === undefined) throw new Error('no page');

  it('finds an exact quote across line ends, hyphens and punctuation', () => {
    const place = findQuote(page, 'the surgery was NOT medically necessary');
    expect(place?.score).toBe(1);
    expect(place && quoteOf(page, place.from, place.to)).toBe('the surg- ery was not medically necessary');
  });

  it('finds a quote with reading errors', () => {
    const place = findQuote(page, 'surgery was n0t medical1y necessarv for you');
    expect(place?.score).toBeGreaterThan(0.8);
    expect(place && quoteOf(page, place.from, place.to)).toContain('medically necessary');
  });

  it('finds nothing where nothing is near', () => {
    expect(findQuote(page, 'prior authorization was missing')).toBeUndefined();
    expect(findQuote(page, '')).toBeUndefined();
  });

  it('finds any run of words of a page', () => {
    const words = page.words.length;
    fc.assert(
      fc.property(fc.nat(words - 1), fc.nat(words - 1), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        expect(findQuote(page, quoteOf(page, from, to))?.score).toBe(1);
      }),
    );
  });
});

describe('pagesFromText', () => {
  it('starts a page at every form feed, but not after the last', () => {
    expect(pagesFromText('one\ftwo\f').map((page) => page.words.map((item) => item.text))).toEqual([['one'], ['two']]);
    expect(pagesFromText('')[0]?.source).toBe('none');
  });

  it('keeps all words inside the page, however long the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 200 }), (lines) => {
        for (const page of pagesFromText(lines.join('\n'))) {
          for (const item of page.words) {
            expect(item.x + item.w).toBeLessThanOrEqual(page.widthPt);
            expect(item.y + item.h).toBeLessThanOrEqual(page.heightPt);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
