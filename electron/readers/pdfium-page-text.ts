// The text of a PDF page taken in one piece, and that within a box: much faster than character by character.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError } from '../../shared/errors.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import { type Affine, type Box, inverse, mapBox } from './geometry.ts';

/** More characters on one page than any paper has: such a page is an attack or broken. */
const MOST_CHARACTERS = 200_000;
/** More occurrences of one phrase than are worth telling. */
const MOST_FOUND = 200;

/** The text of a page. Boxes are in points from the top left of the viewed page. */
export interface TextPage {
  all(): string;
  within(box: PageBox): string;
  /** Where a phrase stands, each occurrence as the box around it. */
  find(phrase: string): readonly PageBox[];
  close(): void;
}

/** Opens the text of a loaded page. Throws file-damaged for a page with an absurd number of characters. */
export function openTextPage(library: WrappedPdfiumModule, page: number, toView: Affine): TextPage {
  const textPage = library.FPDFText_LoadPage(page);
  const count = textPage === 0 ? 0 : Math.max(0, library.FPDFText_CountChars(textPage));
  const close = () => {
    if (textPage !== 0) library.FPDFText_ClosePage(textPage);
  };
  if (count > MOST_CHARACTERS) {
    close();
    throw new AppError('file-damaged', { cause: new Error('too many characters on a page') });
  }
  const toPage = inverse(toView);
  return {
    all: () => (count === 0 ? '' : allText(library, textPage, count)),
    within: (box) => (count === 0 ? '' : textWithin(library, textPage, mapBox(toPage, box))),
    find: (phrase) =>
      count === 0 || phrase === '' ? [] : found(library, textPage, phrase).map((box) => mapBox(toView, box)),
    close,
  };
}

function allText(library: WrappedPdfiumModule, textPage: number, count: number): string {
  // A character beyond the basic plane takes two units.
  return unitsOf(library, 2 * count + 1, (buffer) => library.FPDFText_GetText(textPage, 0, count, buffer) - 1);
}

function textWithin(library: WrappedPdfiumModule, textPage: number, { x, y, w, h }: Box): string {
  const ask = (buffer: number, size: number) =>
    library.FPDFText_GetBoundedText(textPage, x, y + h, x + w, y, buffer, size);
  const length = ask(0, 0);
  return length <= 0 ? '' : unitsOf(library, length, (buffer) => ask(buffer, length));
}

function unitsOf(library: WrappedPdfiumModule, length: number, fill: (buffer: number) => number): string {
  const { pdfium } = library;
  const buffer = pdfium.wasmExports.malloc(2 * length + 2);
  try {
    const filled = Math.max(0, Math.min(length, fill(buffer)));
    pdfium.setValue(buffer + 2 * filled, 0, 'i16');
    // PDFium marks a hyphen at a line's end so, older builds with U+FFFE.
    return pdfium.UTF16ToString(buffer).replaceAll('\u0002', '-').replaceAll('\ufffe', '-');
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}

function found(library: WrappedPdfiumModule, textPage: number, phrase: string): readonly Box[] {
  const { pdfium } = library;
  const wide = pdfium.wasmExports.malloc(2 * phrase.length + 2);
  pdfium.stringToUTF16(phrase, wide, 2 * phrase.length + 2);
  const search = library.FPDFText_FindStart(textPage, wide, 0, 0);
  const boxes: Box[] = [];
  try {
    while (search !== 0 && boxes.length < MOST_FOUND && library.FPDFText_FindNext(search)) {
      const first = library.FPDFText_GetSchResultIndex(search);
      const box = boxAround(library, textPage, first, library.FPDFText_GetSchCount(search));
      if (box !== undefined) boxes.push(box);
    }
    return boxes;
  } finally {
    if (search !== 0) library.FPDFText_FindClose(search);
    pdfium.wasmExports.free(wide);
  }
}

function boxAround(library: WrappedPdfiumModule, textPage: number, first: number, count: number): Box | undefined {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(32);
  try {
    const rects = library.FPDFText_CountRects(textPage, first, count);
    let [left, top, right, bottom] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ];
    for (let index = 0; index < rects; index += 1) {
      if (!library.FPDFText_GetRect(textPage, index, at, at + 8, at + 16, at + 24)) continue;
      left = Math.min(left, pdfium.getValue(at, 'double'));
      top = Math.max(top, pdfium.getValue(at + 8, 'double'));
      right = Math.max(right, pdfium.getValue(at + 16, 'double'));
      bottom = Math.min(bottom, pdfium.getValue(at + 24, 'double'));
    }
    return left > right ? undefined : { x: left, y: bottom, w: right - left, h: top - bottom };
  } finally {
    pdfium.wasmExports.free(at);
  }
}
