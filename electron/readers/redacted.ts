// Blacks out boxes of a page's pixels before the picture is compressed: what was there is gone, not covered.
import type { PageBox } from '../../shared/model/redaction.ts';
import { type PictureFile, type Raster, toFinePicture } from './raster.ts';

/** A page as pixels. Size in points as viewed. */
export interface DrawnPage {
  readonly raster: Raster;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The picture of a page with its boxes painted black, and the size of the page it shows, in points. */
export interface RedactedPicture extends PictureFile {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Pixels beyond a box that are painted too: the soft edge of a letter reaches that far. */
const EDGE_PX = 1;

/** Paints the boxes (points from the top left of the viewed page) and compresses the picture. The raster is changed. */
export async function redactedPicture(page: DrawnPage, boxes: readonly PageBox[]): Promise<RedactedPicture> {
  for (const box of boxes) paintBlack(page, box);
  return { ...(await toFinePicture(page.raster)), widthPt: page.widthPt, heightPt: page.heightPt };
}

function paintBlack({ raster, widthPt, heightPt }: DrawnPage, box: PageBox): void {
  const { pixels, width, height, channels } = raster;
  const left = Math.max(0, Math.floor((box.x / widthPt) * width) - EDGE_PX);
  const top = Math.max(0, Math.floor((box.y / heightPt) * height) - EDGE_PX);
  const right = Math.min(width, Math.ceil(((box.x + box.w) / widthPt) * width) + EDGE_PX);
  const bottom = Math.min(height, Math.ceil(((box.y + box.h) / heightPt) * height) + EDGE_PX);
  if (left >= right) return;
  for (let row = top; row < bottom; row += 1) {
    const from = (row * width + left) * channels;
    pixels.fill(0, from, from + (right - left) * channels);
  }
}
