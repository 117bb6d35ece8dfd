// Spellings a tolerant search accepts, and those it must not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSimilarSpelling, looksOf, plainSpelling, similarBeginnings } from '../../../shared/text/similar-spelling.ts';

describe('similar spelling', () => {
  test.each([
    ['medical', 'rnedical'],
    ['illness', 'i11ness'],
    ['denial', 'dcnial'],
    ['ketamine', 'ketmaine'],
    ['ketamine', 'ketamin'],
    ['medically', 'medicaly'],
    ['experimental', 'experirnenta1'],
    ['2620', '262o'],
    ['j3490', 'j349o'],
    ['wellness', 'vvellness'],
    ['claims', 'c1aims'],
    ['dosage', 'c1osage'],
  ])('%s may stand as %s', (wanted, found) => {
    expect(isSimilarSpelling(wanted, found)).toBe(true);
    expect(isSimilarSpelling(found, wanted)).toBe(true);
  });

  test.each([
    ['denied', 'denied'],
    ['car', 'cat'],
    ['claim', 'clinic'],
    ['2620', '2621'],
    ['96365', '96366'],
    ['may', 'rnay'],
    ['treatment', 'treated'],
  ])('%s is not %s', (wanted, found) => {
    expect(isSimilarSpelling(wanted, found)).toBe(false);
  });

  test('accents and capitals do not count', () => {
    expect(plainSpelling('Médica')).toBe('medica');
  });

  test('what looks alike begins with one of the beginnings that are searched', () => {
    const words = fc.stringMatching(/^[a-z0-9]{4,14}$/);
    fc.assert(
      fc.property(words, words, (a, b) => {
        if (!isSimilarSpelling(a, b)) return;
        expect(similarBeginnings(a).some((beginning) => b.startsWith(beginning))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(words, (word) => {
        const look = word.replaceAll('m', 'rn').replaceAll('o', '0').replaceAll('l', '1');
        if (look === word) return;
        expect(looksOf(look)).toBe(looksOf(word));
        expect(similarBeginnings(word).some((beginning) => look.startsWith(beginning))).toBe(true);
      }),
    );
  });
});
