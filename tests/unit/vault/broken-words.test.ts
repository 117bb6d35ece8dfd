import { expect, it } from 'vitest';
import { brokenWords, locateBrokenWord } from '../../../electron/vault/broken-words.ts';

const TEXT = 'solicitud de autori- zación previa; Tiene dere- cho. A co-pay of $5 - not more. The U- turn';

it('words broken at a line’s end are one', () => {
  expect(brokenWords(TEXT)).toEqual(['autorización', 'derecho']);
});

it('and are found again, with and without accents, also by their beginning', () => {
  for (const wanted of ['autorizacion', 'AUTORIZACIÓN', 'autoriza']) {
    const place = locateBrokenWord(TEXT, [wanted]);
    expect(TEXT.slice(place?.from, place?.to)).toBe('autori- zación');
  }
  expect(locateBrokenWord(TEXT, ['autori', 'pay'])).toBeUndefined();
});
