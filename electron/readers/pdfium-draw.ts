// Draws pages with PDFium: whole ones, and parts of them to the pixel.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError } from '../../shared/errors.ts';
import { type Raster, toBrightness } from './raster.ts';

const FORMAT_BGRX = 3;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_RGB_ORDER = 0x10;

/** Scans are drawn over all the pixels they touch: without this a page that ends at a whole pixel would sometimes get one more. */
const INSET_PX = 0.01;

/** A loaded page on white, annotations included, in four channels. Throws image-too-large. */
export function drawPage(library: WrappedPdfiumModule, page: number, width: number, height: number): Raster {
  return drawn(library, width, height, (bitmap) => render(library, bitmap, page, width, height));
}

/** As `drawPage`, but only how bright it is: a quarter of the memory, and no copy of the colours. */
export function drawGreyPage(library: WrappedPdfiumModule, page: number, width: number, height: number): Raster {
  const draw = (bitmap: number) => render(library, bitmap, page, width, height);
  return drawn(library, width, height, draw, (pixels) => ({
    pixels: toBrightness(pixels, 4, width * height),
    channels: 1,
  }));
}

function render(library: WrappedPdfiumModule, bitmap: number, page: number, width: number, height: number): void {
  library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS | RENDER_RGB_ORDER);
}

/** As `drawPage`, but only so many points from the top left; `after` may draw more over it. */
export function drawPart(
  library: WrappedPdfiumModule,
  page: number,
  width: number,
  height: number,
  part: { readonly widthPt: number; readonly heightPt: number },
  after: (bitmap: number) => void,
): Raster {
  return drawn(library, width, height, (bitmap) => {
    const scaleX = (width - 2 * INSET_PX) / part.widthPt;
    const scaleY = (height - 2 * INSET_PX) / part.heightPt;
    const at = library.pdfium.wasmExports.malloc(40);
    [scaleX, 0, 0, scaleY, INSET_PX, INSET_PX, 0, 0, width, height].forEach((value, index) => {
      library.pdfium.setValue(at + 4 * index, value, 'float');
    });
    library.FPDF_RenderPageBitmapWithMatrix(bitmap, page, at, at + 24, RENDER_ANNOTATIONS | RENDER_RGB_ORDER);
    library.pdfium.wasmExports.free(at);
    after(bitmap);
  });
}

/** `take` makes a picture of its own from the engine's pixels. */
function drawn(
  library: WrappedPdfiumModule,
  width: number,
  height: number,
  draw: (bitmap: number) => void,
  take: (pixels: Uint8Array) => Pick<Raster, 'pixels' | 'channels'> = (pixels) => ({
    pixels: pixels.slice(),
    channels: 4,
  }),
): Raster {
  const bitmap = library.FPDFBitmap_CreateEx(width, height, FORMAT_BGRX, 0, 0);
  if (bitmap === 0)
    throw new AppError('image-too-large', { details: { megapixels: Math.round((width * height) / 1e6), limit: 100 } });
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    draw(bitmap);
    const start = library.FPDFBitmap_GetBuffer(bitmap);
    return { ...take(heapOf(library).subarray(start, start + width * height * 4)), width, height };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}

/** The engine's memory, asked for anew each time because it moves when it grows. The package's own types leave it out. */
export function heapOf(library: WrappedPdfiumModule): Uint8Array {
  return (library.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
}
