// Pages of picture files as a PDF can hold them, for those it can't hold as they came.
import sharp from 'sharp';
import type { PictureFormat } from '../../shared/model/document.ts';
import type { InnerPicture } from './inner-pictures.ts';
import { MAX_IMAGE_PIXELS } from './limits.ts';
import { openPicture, type PictureSource, type ReadablePicture } from './picture-source.ts';
import { decodeImage, decoding, failLevel, type PictureFile, readImageHeader, toFinePicture } from './raster.ts';

/** Made by cameras: without loss they would be ten times as large. */
const PHOTOGRAPHS: ReadonlySet<PictureFormat> = new Set(['heic', 'avif']);

/**
 * Page `index` (from 0) at its full size, upright, on white where it is see-through, without any data about it: photographs as JPEG, WebP as
 * whatever is smaller, all else without loss. The same file always gives the same bytes. Throws file-damaged.
 */
export async function plainPicture(source: PictureSource, format: PictureFormat, index: number): Promise<PictureFile> {
  const page = await source.page(index);
  if (!PHOTOGRAPHS.has(format) && format !== 'webp') return { bytes: await plainPng(page), format: 'png' };
  const raster = await decodeImage(page.bytes, page.index, await readImageHeader(page.bytes, page.index));
  return toFinePicture(raster, PHOTOGRAPHS.has(format) ? 'jpeg' : 'smaller');
}

/** Page `pageNumber` (one-based) of a file that is opened for it alone. Throws file-damaged, image-too-large, page-not-found. */
export async function plainPictureOf(
  bytes: Uint8Array,
  format: PictureFormat,
  pageNumber: number,
): Promise<PictureFile> {
  const source = await openPicture(format, bytes);
  try {
    return await plainPicture(source, format, pageNumber - 1);
  } finally {
    source.close();
  }
}

/** A picture that stands in another paper: a JPEG stays as it is, in all others the first page is made plain. Throws file-damaged, image-too-large. */
export async function plainInnerPicture({ format, bytes }: InnerPicture): Promise<PictureFile> {
  if (format !== 'jpeg') return plainPictureOf(bytes, format, 1);
  // One that can't be decoded is damaged here, too, and not only where it is looked at.
  await readImageHeader(bytes, 0);
  return { bytes, format };
}

function plainPng({ bytes, index }: ReadablePicture): Promise<Uint8Array> {
  return decoding(async () => {
    const options = { page: index, limitInputPixels: MAX_IMAGE_PIXELS, failOn: failLevel(bytes) };
    const { space, bitsPerSample } = await sharp(bytes, options).metadata();
    const upright = sharp(bytes, options).autoOrient().flatten({ background: '#ffffff' });
    if (bitsPerSample === 1)
      return upright.toColourspace('b-w').png({ palette: true, colours: 2, dither: 0 }).toBuffer();
    const isGrey = space === 'b-w' || space === 'grey16';
    return upright
      .toColourspace(isGrey ? 'b-w' : 'srgb')
      .png({ compressionLevel: 6 })
      .toBuffer();
  });
}
