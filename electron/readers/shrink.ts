// Scans made smaller: how large a page's pictures are drawn, and a picture with fewer pixels as JPEG.
import { refuseHugeImages } from './pdf-pages.ts';
import type { PdfFile } from './pdfium.ts';
import { type Shrinking, toSmallerJpeg } from './smaller-jpeg.ts';
import type { DrawnImage } from './types.ts';

/** The pictures on page `index` (from 0), each with its pixels and the size it is drawn at. Throws image-too-large. */
export function drawnImages(file: PdfFile, index: number): DrawnImage[] {
  return file.withPage(index, (page) => {
    const images = page.images();
    refuseHugeImages(images);
    return images.map(({ map, pixelWidth, pixelHeight }) => ({
      pixelWidth,
      pixelHeight,
      widthPt: Math.hypot(map.a, map.b),
      heightPt: Math.hypot(map.c, map.d),
    }));
  });
}

/** The only page of a PDF that holds one picture, one point to the pixel, as a smaller JPEG. Throws image-too-large. */
export async function shrunkPage(file: PdfFile, shrinking: Shrinking): Promise<Uint8Array> {
  const raster = file.withPage(0, (page) => {
    refuseHugeImages(page.images());
    return page.render(Math.round(page.widthPt), Math.round(page.heightPt));
  });
  return toSmallerJpeg(raster, shrinking);
}
