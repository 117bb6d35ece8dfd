// Scans made smaller, for copies of a packet that have to be small.
import sharp from 'sharp';
import { MAX_IMAGE_PIXELS } from './limits.ts';
import { decoding, greyOf, open, type Raster } from './raster.ts';

/** How a scan is made smaller. */
export interface Shrinking {
  /** Pixels wanted; never more than the picture has. */
  readonly width: number;
  readonly height: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** Grey pictures stay grey. */
  readonly grey: boolean;
}

/** A raster as a smaller JPEG. */
export async function toSmallerJpeg(raster: Raster, { width, height, quality, grey }: Shrinking): Promise<Uint8Array> {
  const source: Raster = grey ? { ...greyOf(raster), channels: 1 } : raster;
  const size = { width: Math.min(width, raster.width), height: Math.min(height, raster.height) };
  const image = open(source).resize({ ...size, fit: 'fill', kernel: 'lanczos3' });
  return (grey ? image.toColourspace('b-w') : image).jpeg({ quality, mozjpeg: true }).toBuffer();
}

/** A JPEG as a smaller one, decoded no larger than needed. Throws file-damaged. */
export async function jpegToSmallerJpeg(
  bytes: Uint8Array,
  { width, height, quality, grey }: Shrinking,
): Promise<Uint8Array> {
  return decoding(() => {
    const image = sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'truncated', ignoreIcc: true }).resize({
      width,
      height,
      fit: 'fill',
      withoutEnlargement: true,
    });
    return (grey ? image.toColourspace('b-w') : image.toColourspace('srgb'))
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
  });
}
