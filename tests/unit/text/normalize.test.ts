// The comparison form folds what doesn't matter and always leads back to the original.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, lowerSameLength, originalRange } from '../../../shared/text/normalize.ts';

describe('comparable', () => {
  it('folds quotes, dashes, ligatures, soft hyphens and white space', () => {
    expect(comparable('\u201cIn\u00advestigational\u201d \u2014 e\ufb03cacy\n\n  unknown').text).toBe(
      '"investigational" - efficacy unknown',
    );
  });

  it('joins a word broken at a line end, but keeps a real hyphen', () => {
    expect(comparable('the com-\n   mittee was self-funded').text).toBe('the committee was self-funded');
  });

  it('leads back to the original characters', () => {
    const text = 'NOT  medi-\ncally necessary';
    const form = comparable(text);
    const at = form.text.indexOf('medically');
    const range = originalRange(form, at, at + 'medically'.length);
    expect(range && text.slice(range.from, range.to)).toBe('medi-\ncally');
  });

  it('keeps offsets rising and inside the original for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const form = comparable(text);
        expect(form.starts).toHaveLength(form.text.length);
        form.starts.forEach((start, index) => {
          expect(start).toBeGreaterThanOrEqual(form.starts[index - 1] ?? 0);
          expect(form.ends[index]).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(form.ends[index] ?? 0);
        });
      }),
    );
  });

  it('is its own comparison form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,'"]{0,60}$/), (text) => {
        const once = comparable(text).text;
        expect(comparable(once).text).toBe(once);
      }),
    );
  });
});

describe('lowerSameLength', () => {
  it('never changes the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => lowerSameLength(text).length === text.length));
    expect(lowerSameLength('\u0130STANBUL Abc')).toHaveLength(12);
  });
});
