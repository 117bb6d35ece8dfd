// The words of a page, transparent, each over its picture: what selecting, copying and screen readers find.
import { memo } from 'react';
import type { Page } from '../../../shared/model/page.ts';
import { linesOf, type PlacedWord } from '../../parts/word-boxes.ts';

/** Each word names its place on the page by `data-word`; a line of the page is an element, in reading order. */
export const TextLayer = memo(function TextLayer({ page }: { readonly page: Page }) {
  return (
    <div className="text-layer">
      {linesOf(page).map((words) => (
        <div key={words[0]?.index}>
          {words.map((word, place) => (
            <span key={word.index} data-word={word.index} style={placed(page, word, words[place + 1])}>
              {word.text}{' '}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
});

/** A word reaches to the next one of its line, so that a selection has no holes; letters are stretched to the width they have on the page. */
function placed(page: Page, { text, index }: PlacedWord, next: PlacedWord | undefined) {
  const word = page.words[index];
  if (word === undefined) return {};
  const nextX = next === undefined ? undefined : page.words[next.index]?.x;
  const gap = nextX === undefined ? 0 : nextX - word.x - word.w;
  const width = gap > 0 && gap < 2 * word.h ? word.w + gap : word.w;
  const natural = widthOf(`${text} `) * word.h;
  return {
    left: `${(100 * word.x) / page.widthPt}%`,
    top: `${(100 * word.y) / page.heightPt}%`,
    fontSize: `${(100 * word.h) / page.widthPt}cqw`,
    transform: `scaleX(${natural === 0 ? 1 : width / natural})`,
  };
}

/** How wide a text is, at a height of 1, in the letters of the layer. */
function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (widths.size > MOST_WIDTHS) widths.clear();
  if (brush !== null) brush.font = '100px sans-serif';
  const width = (brush?.measureText(text).width ?? 50 * text.length) / 100;
  widths.set(text, width);
  return width;
}

const MOST_WIDTHS = 20_000;
const widths = new Map<string, number>();
const brush = document.createElement('canvas').getContext('2d');
