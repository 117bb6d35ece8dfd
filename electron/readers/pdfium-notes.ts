// What somebody wrote into a PDF with a viewer: notes, marked text, typed text, drawings (PDF 32000-1, 12.5.6), with the words under them.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { ReviewNote } from '../../shared/model/review.ts';
import { type Affine, type Box, mapBox } from './geometry.ts';
import { collectCharacters, type PdfCharacter } from './pdfium-text.ts';

/** A remark as it stands in the file. */
export interface PdfNote {
  /** Its place among the annotations of its page: names it within the page. */
  readonly index: number;
  readonly kind: ReviewNote['kind'];
  readonly author: string;
  /** When it was last changed, as the file says it: D:20261124… */
  readonly changed: string;
  readonly text: string;
  /** The words of the page under it. */
  readonly quote: string;
  /** Points of the page as viewed, from its top left. */
  readonly boxes: readonly PageBox[];
  /** The annotation of the same page it answers. */
  readonly replyTo: number | undefined;
}

/** FPDF_ANNOT_… numbers of fpdf_annot.h, and what they are called here. Links, pop-ups, form fields and attached files are no remarks. */
const KINDS: Readonly<Record<number, ReviewNote['kind']>> = {
  1: 'note',
  3: 'text',
  4: 'drawing',
  5: 'drawing',
  6: 'drawing',
  7: 'drawing',
  8: 'drawing',
  9: 'highlight',
  10: 'underline',
  11: 'underline',
  12: 'strike-out',
  13: 'stamp',
  14: 'insert',
  15: 'drawing',
};
/** More on one page than anybody writes. */
const MOST_NOTES = 1000;
/** Longest texts that are taken, in letters. */
const MOST_TEXT = 20_000;
const MOST_QUOTE = 5000;

/** The remarks on a page. `toView` maps the page's own coordinates to the page as viewed. */
export function collectNotes(library: WrappedPdfiumModule, page: number, toView: Affine): readonly PdfNote[] {
  const count = Math.min(library.FPDFPage_GetAnnotCount(page), MOST_NOTES);
  let characters: readonly PdfCharacter[] | undefined;
  const wordsUnder = (boxes: readonly PageBox[]) => {
    characters ??= collectCharacters(library, page);
    return quoteOf(characters, boxes, toView);
  };
  const notes: PdfNote[] = [];
  for (let index = 0; index < count; index += 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const note = noteOf(library, page, annotation, index, toView, wordsUnder);
    if (note !== undefined) notes.push(note);
    library.FPDFPage_CloseAnnot(annotation);
  }
  return notes;
}

function noteOf(
  library: WrappedPdfiumModule,
  page: number,
  annotation: number,
  index: number,
  toView: Affine,
  wordsUnder: (boxes: readonly PageBox[]) => string,
): PdfNote | undefined {
  const kind = KINDS[library.FPDFAnnot_GetSubtype(annotation)];
  const text = (key: string) => stringOf(library, annotation, key);
  // A viewer keeps “accepted”, “rejected”, “completed” as answers with a state: they say nothing of their own.
  if (kind === undefined || text('State') !== '') return undefined;
  const boxes = boxesOf(library, annotation, toView);
  const isMarkup = kind === 'highlight' || kind === 'underline' || kind === 'strike-out';
  const linked = library.FPDFAnnot_GetLinkedAnnot(annotation, 'IRT');
  const replyTo = linked === 0 ? -1 : library.FPDFPage_GetAnnotIndex(page, linked);
  if (linked !== 0) library.FPDFPage_CloseAnnot(linked);
  return {
    index,
    kind,
    author: text('T').slice(0, 300),
    changed: text('M') || text('CreationDate'),
    text: text('Contents').slice(0, MOST_TEXT),
    quote: isMarkup ? wordsUnder(boxes).slice(0, MOST_QUOTE) : '',
    boxes,
    replyTo: replyTo < 0 ? undefined : replyTo,
  };
}

/** The marked quadrilaterals, else the annotation's rectangle. */
function boxesOf(library: WrappedPdfiumModule, annotation: number, toView: Affine): readonly PageBox[] {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(32);
  const float = (offset: number) => pdfium.getValue(at + 4 * offset, 'float');
  try {
    const quads: Box[] = [];
    const count = Math.min(library.FPDFAnnot_CountAttachmentPoints(annotation), MOST_NOTES);
    for (let index = 0; index < count; index += 1) {
      if (!library.FPDFAnnot_GetAttachmentPoints(annotation, index, at)) continue;
      quads.push(around([0, 2, 4, 6].map((offset) => [float(offset), float(offset + 1)] as const)));
    }
    if (quads.length === 0 && library.FPDFAnnot_GetRect(annotation, at)) {
      // FS_RECTF: left, top, right, bottom.
      quads.push(
        around([
          [float(0), float(1)],
          [float(2), float(3)],
        ]),
      );
    }
    return quads.map((quad) => mapBox(toView, quad)).filter(({ w, h }) => w > 0 && h > 0);
  } finally {
    pdfium.wasmExports.free(at);
  }
}

function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** The characters whose middle lies in one of the boxes, in the order of the file. */
function quoteOf(characters: readonly PdfCharacter[], boxes: readonly PageBox[], toView: Affine): string {
  let quote = '';
  let isCut = false;
  for (const { text, box } of characters) {
    const { x, y, w, h } = mapBox(toView, box);
    const isInside = boxes.some(
      (each) => x + w / 2 > each.x && x + w / 2 < each.x + each.w && y + h / 2 > each.y && y + h / 2 < each.y + each.h,
    );
    // Blanks have boxes of no size: they belong to the words on both sides.
    if (/\s/.test(text)) isCut = true;
    else if (isInside) {
      quote += (isCut && quote !== '' ? ' ' : '') + text;
      isCut = false;
    }
  }
  return quote;
}

/** A text entry of an annotation; empty when it has none. */
export function stringOf(library: WrappedPdfiumModule, annotation: number, key: string): string {
  return wideString(library, (buffer, size) => library.FPDFAnnot_GetStringValue(annotation, key, buffer, size));
}

/** Reads a UTF-16 string of PDFium: asked for its size first, in bytes with the closing zero. */
export function wideString(library: WrappedPdfiumModule, read: (buffer: number, size: number) => number): string {
  const { pdfium } = library;
  const size = read(0, 0);
  if (size <= 2 || size > 4 * MOST_TEXT) return '';
  const buffer = pdfium.wasmExports.malloc(size);
  try {
    read(buffer, size);
    return pdfium.UTF16ToString(buffer);
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}
