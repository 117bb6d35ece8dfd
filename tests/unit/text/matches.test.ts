// All matches of an expression, without a copy of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from '../../../shared/text/matches.ts';

const plain = (hits: Iterable<RegExpExecArray>): unknown[] => [...hits].map((hit) => [hit.index, ...hit]);

describe('matches of an expression', () => {
  it.each([/a+/g, /(a)|(b)/g, /x*/g, /(?=b)/g, /x*/gu, /(?<=\p{L})\s*/gu])('%s: as matchAll gives them', (pattern) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'x', ' ', '𝔞') }), (text) => {
        expect(plain(matchesIn(text, pattern))).toEqual(plain(text.matchAll(pattern)));
      }),
    );
  });

  it('begin at the beginning, wherever the expression was used last', () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    expect(plain(matchesIn('aba', pattern))).toEqual([
      [0, 'a'],
      [2, 'a'],
    ]);
  });
});
