// Text laid out on pages: every word stays, in order, and every page can be read.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layText, PAGE_COLUMNS } from '../../../shared/text/lay-text.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

it('keeps every word in its order on pages of ninety letters and sixty lines', () => {
  const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/\s/g, 'x'));
  const line = fc
    .tuple(fc.nat(60), fc.array(word, { maxLength: 60 }))
    .map(([indent, all]) => ' '.repeat(indent) + all.join('  '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 200 }), fc.boolean(), (lines, isLaidOut) => {
      const laid = layText(lines.join('\n'), isLaidOut);
      expect(words(laid)).toEqual(words(lines.join('\n')));
      for (const sheet of laid.split('\f')) {
        const set = sheet.split('\n');
        expect(set.length).toBeLessThanOrEqual(isLaidOut ? 100 : 60);
        expect(Math.max(...set.map(({ length }) => length))).toBeLessThanOrEqual(isLaidOut ? 150 : PAGE_COLUMNS);
      }
    }),
    { numRuns: 60 },
  );
});

it('cuts words longer than a line and loses no letter of them', () => {
  const laid = layText(`${'a'.repeat(70)} ${'b'.repeat(1000)}`, false);
  expect(laid.replace(/\s/g, '')).toBe('a'.repeat(70) + 'b'.repeat(1000));
  expect(Math.max(...laid.split('\n').map(({ length }) => length))).toBe(PAGE_COLUMNS);
});

it('leaves what somebody laid out as it is', () => {
  const text = `Claim        Code\n${' '.repeat(100)}CO-50\f\nPage two`;
  expect(layText(text, true)).toBe(text);
});
