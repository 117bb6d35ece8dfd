// The ways through a PDF as PDFium finds them: page labels, links to other pages, bookmarks.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { wideString } from './pdfium-notes.ts';

/** A bookmark. `toPage` is one-based; 0 when it leads nowhere. */
export interface FoundBookmark {
  readonly title: string;
  readonly toPage: number;
  /** 0 for the outermost. */
  readonly depth: number;
}

const MOST_BOOKMARKS = 20_000;
const DEEPEST = 16;

/** Pages (one-based) that the links of page `index` lead to, in the order of the file; 0 for one that leads nowhere. */
export function linksOf(library: WrappedPdfiumModule, document: number, page: number): number[] {
  const { pdfium } = library;
  const place = pdfium.wasmExports.malloc(8);
  const found: number[] = [];
  pdfium.setValue(place, 0, 'i32');
  while (library.FPDFLink_Enumerate(page, place, place + 4)) {
    const dest = library.FPDFLink_GetDest(document, pdfium.getValue(place + 4, 'i32'));
    found.push(dest === 0 ? 0 : library.FPDFDest_GetDestPageIndex(document, dest) + 1);
  }
  pdfium.wasmExports.free(place);
  return found;
}

/** All bookmarks, as they are shown from top to bottom. */
export function bookmarksOf(library: WrappedPdfiumModule, document: number): FoundBookmark[] {
  const found: FoundBookmark[] = [];
  const below = (parent: number, depth: number) => {
    let bookmark = library.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && found.length < MOST_BOOKMARKS) {
      const dest = library.FPDFBookmark_GetDest(document, bookmark);
      const own = bookmark;
      found.push({
        title: wideString(library, (buffer, size) => library.FPDFBookmark_GetTitle(own, buffer, size)),
        toPage: dest === 0 ? 0 : library.FPDFDest_GetDestPageIndex(document, dest) + 1,
        depth,
      });
      if (depth < DEEPEST) below(bookmark, depth + 1);
      bookmark = library.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  below(0, 0);
  return found;
}
