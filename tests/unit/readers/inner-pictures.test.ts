import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOnlyPictures, pictureMark, withNamedPictures } from '../../../electron/readers/inner-pictures.ts';
import { layText } from '../../../shared/text/lay-text.ts';

it('a mark is named by its page, or called a picture, and moves no other word', () => {
  const text = `See ${pictureMark(0)} and ${pictureMark(12)}, then ${pictureMark(3)} here`;
  const named = withNamedPictures(text, (index) => ({ 0: 4, 12: 120 })[index]);
  expect(named).toBe('See [page 4]  and [p. 120] , then [picture] here');
  expect(named.length).toBe(text.length);
});

it('whatever the text is and however it is laid out, no sign of a mark is left', () => {
  const piece = fc.oneof(fc.nat(3000).map(pictureMark), fc.string({ maxLength: 100 }), fc.constant('\n'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(2000), (pieces, pages) => {
      const laid = layText(pieces.join(''), false);
      const named = withNamedPictures(laid, (index) => (index < pages ? index + 1 : undefined));
      expect(named).not.toMatch(/[\ue200-\ue259]/);
      expect(named.length).toBe(laid.length);
    }),
  );
});

it('a mark that was torn apart stays a word about a picture', () => {
  const mark = pictureMark(5);
  expect(withNamedPictures(`${mark.slice(0, 4)}\n${mark.slice(4)}`, () => 9)).toBe('[pic\nture]');
});

it('a text of marks alone says nothing', () => {
  expect(isOnlyPictures(` ${pictureMark(0)}\n\n${pictureMark(1)} `)).toBe(true);
  expect(isOnlyPictures(`${pictureMark(0)} x`)).toBe(false);
});
