// A source that is plain text: its words set in a typewriter face where the reader placed them, so that columns stay columns.
import { AppError } from '../../../shared/errors.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { Fonts } from '../fonts.ts';
import { INK } from '../layout/sheet.ts';
import { fill, num } from '../paint.ts';
import type { OpenedSource } from './source-page.ts';

/** Parts of a word's box: the size of its type, and how far below the box's top its baseline lies. */
const SIZE = 0.88;
const BASELINE = 0.8;

/** Opens a plain-text paper for its pages; the words the reader made of it are all there is. */
export function openTextSource(pages: readonly Page[], fonts: Fonts): OpenedSource {
  return {
    page: async (pageNumber) => {
      const page = pages.find((own) => own.pageNumber === pageNumber);
      if (page === undefined) throw new AppError('page-not-found');
      return {
        width: page.widthPt,
        height: page.heightPt,
        objects: new Map(),
        content: setWords(page, fonts),
        words: page.words,
        needsTextLayer: false,
      };
    },
    layers: () => ({ all: [], hidden: [] }),
  };
}

/** Each word ends with a blank, so that it stands apart for those who copy it or have it read aloud. */
function setWords(page: Page, fonts: Fonts): string {
  const parts = page.words.flatMap((word) => {
    const size = Math.round(word.h * SIZE * 100) / 100;
    const natural = fonts.width(word.text, 'mono', size);
    if (natural <= 0 || word.w <= 0) return [];
    const matrix = [word.w / natural, 0, 0, 1, word.x, page.heightPt - word.y - word.h * BASELINE];
    return [`${matrix.map(num).join(' ')} Tm ${fonts.show(`${word.text} `, 'mono', size)}`];
  });
  return parts.length === 0 ? '' : `BT ${fill(INK)}\n${parts.join('\n')}\nET`;
}
