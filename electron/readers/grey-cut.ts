// Cuts a part out of a grey page and enlarges it, so that it can be read once more.
import type { Box } from './geometry.ts';
import type { Grey } from './grey.ts';
import { firstChannel, open } from './raster.ts';

/** White around a cut-out, in pixels: the engine misses letters that touch the edge. */
const CUT_BORDER = 12;
const CUT_PAPER = '#f5f5f5';

/** A part of a picture, enlarged, with the way back for boxes found in it. */
export interface GreyCut {
  readonly image: Grey;
  toSource(box: Box): Box;
}

/** Cuts a box out of a grey picture and enlarges it, with white around it. */
export async function cutGrey(image: Grey, box: Box, enlargement: number): Promise<GreyCut> {
  const left = Math.min(Math.max(0, Math.floor(box.x)), image.width - 1);
  const top = Math.min(Math.max(0, Math.floor(box.y)), image.height - 1);
  const width = Math.max(1, Math.min(Math.ceil(box.x + box.w), image.width) - left);
  const height = Math.max(1, Math.min(Math.ceil(box.y + box.h), image.height) - top);
  const size = {
    width: Math.max(1, Math.round(width * enlargement)),
    height: Math.max(1, Math.round(height * enlargement)),
  };
  const border = { top: CUT_BORDER, bottom: CUT_BORDER, left: CUT_BORDER, right: CUT_BORDER, background: CUT_PAPER };
  const { data, info } = await open({ ...image, channels: 1 })
    .extract({ left, top, width, height })
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .extend(border)
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = info.channels === 1 ? data : firstChannel(data, info.channels);
  return {
    image: { pixels, width: info.width, height: info.height },
    toSource: (found) => ({
      x: left + (found.x - CUT_BORDER) * (width / size.width),
      y: top + (found.y - CUT_BORDER) * (height / size.height),
      w: found.w * (width / size.width),
      h: found.h * (height / size.height),
    }),
  };
}
