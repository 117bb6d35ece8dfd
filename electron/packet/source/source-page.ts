// What a page of a source becomes: a picture of itself that can be put on any page of the packet.
import type { PDFRef } from 'pdf-lib';
import type { Page } from '../../../shared/model/page.ts';

/** A page's looks, ready to be drawn on an upright page with its origin at the lower left. */
export interface SourcePage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** External objects the operators use, by the name they use. */
  readonly objects: ReadonlyMap<string, PDFRef>;
  /** Operators that draw the page. Text of ours is drawn when the fonts are known, hence a function. */
  readonly content: string;
  /** The page's size as the reader saw it, points; missing for a page that was never read. Boxes of marks are in these points. */
  readonly readSize?: Pick<Page, 'widthPt' | 'heightPt'> | undefined;
  /** The page's words, in points of this page from its top left. */
  readonly words: Page['words'];
  /** True when the words must be laid invisibly under the page, because it has none of its own. */
  readonly needsTextLayer: boolean;
}

/** The pages of one source, made one by one. */
export interface OpenedSource {
  /** Throws file-damaged when the page can't be brought over. */
  page(pageNumber: number): Promise<SourcePage>;
  /** Optional content met so far that its paper hides, and all of it: to be declared in the packet's catalog. */
  layers(): { readonly all: readonly PDFRef[]; readonly hidden: readonly PDFRef[] };
}

/** The words of a page, scaled to the size it has in the packet. */
export function scaledWords(page: Page | undefined, width: number, height: number): Page['words'] {
  if (page === undefined) return [];
  const sx = width / page.widthPt;
  const sy = height / page.heightPt;
  if (sx === 1 && sy === 1) return page.words;
  return page.words.map((word) => ({ ...word, x: word.x * sx, y: word.y * sy, w: word.w * sx, h: word.h * sy }));
}
