// Blacks out boxes of a page's pixels before the picture is compressed: what was there is gone, not covered.
import type { PageBox } from '../../shared/model/redaction.ts';
import { type PictureFile, type Raster, toFinePicture } from './raster.ts';

/** Boxes to paint, in points from the top left of the viewed page, and the size of that page in the same points. */
export interface BlackBoxes {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly boxes: readonly PageBox[];
}

/** Pixels beyond a box that are painted too: the soft edge of a letter reaches that far. */
const EDGE_PX = 1;

/** Paints the boxes on a page's raster, which is changed, and compresses it. */
export async function redactedPicture(raster: Raster, black: BlackBoxes): Promise<PictureFile> {
  for (const box of black.boxes) paintBlack(raster, box, black);
  return toFinePicture(raster);
}

function paintBlack(
  { pixels, width, height, channels }: Raster,
  box: PageBox,
  { widthPt, heightPt }: BlackBoxes,
): void {
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
