// A page as grey pixels of a size that is asked for, to be compared with another drawing of it.

import { MAX_IMAGE_PIXELS, MAX_WORK_PIXELS } from './limits.ts';
import { refuseHugeImages } from './pdf-pages.ts';
import type { PdfFile } from './pdfium.ts';
import type { ReadablePicture } from './picture-source.ts';
import { decodeImage, type Raster, readImageHeader, toGrey } from './raster.ts';

/** What is to be drawn. */
export interface GreyWish {
  /** Pixels of the result. */
  readonly width: number;
  readonly height: number;
  /** Only so many points from the top left of the viewed page; the whole page when missing. */
  readonly part?: { readonly widthPt: number; readonly heightPt: number } | undefined;
  /** Pixels to draw before it is made as small as asked: a scan at its own resolution isn't changed by drawing. */
  readonly drawn?: { readonly width: number; readonly height: number } | undefined;
}

/** Pixels row by row, 0 black to 255 white, and the size at which they were drawn. */
export interface GreyPage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly drawn: { readonly width: number; readonly height: number };
  /** Places of left-out parts of the file that the page needs: without them it was drawn wrong. */
  readonly missed: readonly number[];
}

/** Page `index` (from 0) of a PDF. Throws file-damaged, image-too-large. */
export function greyPdfPage(file: PdfFile, index: number, wish: GreyWish): Promise<GreyPage> {
  const size = within(wish.drawn ?? wish);
  file.missed();
  const raster = file.withPageAsIs(index, (page) => {
    refuseHugeImages(page.images());
    return page.renderPart(size.width, size.height, wish.part ?? page);
  });
  return shrunk(raster, wish, file.missed());
}

/** A picture, drawn at its own size. Throws file-damaged, image-too-large. */
export async function greyImagePage({ bytes, index }: ReadablePicture, wish: GreyWish): Promise<GreyPage> {
  return shrunk(await decodeImage(bytes, index, within(await readImageHeader(bytes, index))), wish, []);
}

async function shrunk(raster: Raster, wish: GreyWish, missed: readonly number[]): Promise<GreyPage> {
  const { width, height } = within(wish, MAX_IMAGE_PIXELS);
  const { pixels } = await toGrey(raster, width, height);
  return { pixels, width, height, drawn: { width: raster.width, height: raster.height }, missed };
}

/** A size of the same shape with no more pixels than a page is worked on with. */
function within(
  { width, height }: { readonly width: number; readonly height: number },
  most = MAX_WORK_PIXELS,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
