// The pictures on a PDF page: how much of it they cover and how fine they are.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { type Affine, chain } from './geometry.ts';

const OBJECT_IMAGE = 3;
const OBJECT_FORM = 5;
const DEEPEST_FORM = 6;
const MOST_OBJECTS = 20_000;

/** One picture as placed on a page. `map` takes the unit square to the page's own coordinates (points). */
export interface PlacedImage {
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly map: Affine;
}

/** All pictures of a page, also those inside form objects. */
export function collectImages(library: WrappedPdfiumModule, page: number): PlacedImage[] {
  const found: PlacedImage[] = [];
  const budget = { left: MOST_OBJECTS };
  const count = library.FPDFPage_CountObjects(page);
  for (let i = 0; i < count && budget.left > 0; i += 1) {
    visit(library, library.FPDFPage_GetObject(page, i), { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, 0, found, budget);
  }
  return found;
}

function visit(
  library: WrappedPdfiumModule,
  object: number,
  outer: Affine,
  depth: number,
  found: PlacedImage[],
  budget: { left: number },
): void {
  budget.left -= 1;
  const type = library.FPDFPageObj_GetType(object);
  if (type === OBJECT_IMAGE) {
    const size = pixelSize(library, object);
    if (size !== undefined) found.push({ ...size, map: chain(matrixOf(library, object), outer) });
  }
  if (type !== OBJECT_FORM || depth >= DEEPEST_FORM) return;
  const inner = chain(matrixOf(library, object), outer);
  const count = library.FPDFFormObj_CountObjects(object);
  for (let i = 0; i < count && budget.left > 0; i += 1)
    visit(library, library.FPDFFormObj_GetObject(object, i), inner, depth + 1, found, budget);
}

function matrixOf(library: WrappedPdfiumModule, object: number): Affine {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(24);
  try {
    if (!library.FPDFPageObj_GetMatrix(object, at)) return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    const value = (index: number): number => pdfium.getValue(at + index * 4, 'float');
    return { a: value(0), b: value(1), c: value(2), d: value(3), e: value(4), f: value(5) };
  } finally {
    pdfium.wasmExports.free(at);
  }
}

function pixelSize(
  library: WrappedPdfiumModule,
  object: number,
): { readonly pixelWidth: number; readonly pixelHeight: number } | undefined {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(8);
  try {
    if (!library.FPDFImageObj_GetImagePixelSize(object, at, at + 4)) return undefined;
    return { pixelWidth: pdfium.getValue(at, 'i32') >>> 0, pixelHeight: pdfium.getValue(at + 4, 'i32') >>> 0 };
  } finally {
    pdfium.wasmExports.free(at);
  }
}
