// The door to the picture library (sharp): decoding, sizes, grey rasters, pictures of pages.
import sharp, { type Metadata, type Sharp } from 'sharp';
import { AppError } from '../../shared/errors.ts';
import type { Grey } from './grey.ts';
import { MAX_IMAGE_PIXELS } from './limits.ts';

// One thread per process: the pool has a process for each core.
sharp.concurrency(1);
sharp.cache(false);

/** Longest side of a page picture, in pixels. */
const MAX_PICTURE_SIDE = 2000;
const JPEG_QUALITY = 70;

/** Eight-bit pixels, row by row; 1 channel is grey, 3 is RGB, 4 is RGB and an unused byte. */
export interface Raster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** What the header of a picture file says, its size after the camera's orientation was applied. */
export interface ImageHeader {
  readonly pageCount: number;
  readonly width: number;
  readonly height: number;
  /** Pixels per inch as the file states it; undefined when it states none. */
  readonly dpi: number | undefined;
}

/** Reads the header of page `index` (from 0) of a picture file. Throws image-too-large before a single pixel is decoded, and file-damaged. */
export async function readImageHeader(bytes: Uint8Array, index: number): Promise<ImageHeader> {
  const metadata = await decoding(() => sharp(bytes, { page: index, limitInputPixels: false }).metadata());
  const { width, height } = metadata;
  refuseHuge(metadata);
  const turned = (metadata.orientation ?? 1) >= 5;
  return {
    pageCount: metadata.pages ?? 1,
    width: turned ? height : width,
    height: turned ? width : height,
    dpi: statedDpi(metadata),
  };
}

/** Throws image-too-large. */
export function refuseHuge({ width, height }: { readonly width: number; readonly height: number }): void {
  if (width * height > MAX_IMAGE_PIXELS) throw imageTooLarge((width * height) / 1e6);
}

/** The error for a picture of so many million pixels. */
export function imageTooLarge(megapixels: number): AppError {
  return new AppError('image-too-large', {
    details: { megapixels: Math.round(megapixels), limit: MAX_IMAGE_PIXELS / 1e6 },
  });
}

function statedDpi(metadata: Metadata): number | undefined {
  const density = metadata.density;
  if (density === undefined) return undefined;
  // libvips gives some TIFF densities a factor of 25.4 too high.
  return density > 2400 ? density / 25.4 : density;
}

/** Decodes page `index` of a picture file upright (camera orientation applied, transparency on white), at most `maxPixels` large. Throws file-damaged. */
export async function decodeImage(
  bytes: Uint8Array,
  index: number,
  size: { readonly width: number; readonly height: number },
): Promise<Raster> {
  return decoding(async () => {
    const image = sharp(bytes, {
      page: index,
      limitInputPixels: MAX_IMAGE_PIXELS,
      failOn: failLevel(bytes),
      sequentialRead: true,
    });
    const upright = image
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ ...size, fit: 'fill' });
    const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return {
      pixels: data,
      width: info.width,
      height: info.height,
      channels: info.channels === 1 ? 1 : info.channels === 4 ? 4 : 3,
    };
  });
}

/**
 * Faults that refuse a file: 'truncated' refuses cut-off files yet bears the harmless warnings of odd encoders. Of a TIFF it would bear rows that
 * are missing, and give them black; 'error' does not, and still bears the noise of a fax line.
 */
export function failLevel(bytes: Uint8Array): 'truncated' | 'error' {
  const isTiff = (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
  return isTiff ? 'error' : 'truncated';
}

/** A raster as grey, resized to the given size. */
export async function toGrey(raster: Raster, width: number, height: number): Promise<Grey> {
  const grey = greyOf(raster);
  if (width === raster.width && height === raster.height) return grey;
  const image = open({ ...grey, channels: 1 })
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w');
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return {
    pixels: info.channels === 1 ? data : firstChannel(data, info.channels),
    width: info.width,
    height: info.height,
  };
}

/** How bright a raster is. */
export function greyOf({ pixels, width, height, channels }: Raster): Grey {
  return { pixels: channels === 1 ? pixels : toBrightness(pixels, channels, width * height), width, height };
}

/** Brightness of `count` pixels of three or four channels as the eye weighs the colours (ITU-R BT.601), in 256ths. */
export function toBrightness(pixels: Uint8Array, channels: 3 | 4, count: number): Uint8Array {
  const out = new Uint8Array(count);
  for (let i = 0, at = 0; i < count; i += 1, at += channels) {
    out[i] = (pixels[at]! * 77 + pixels[at + 1]! * 150 + pixels[at + 2]! * 29 + 128) >> 8;
  }
  return out;
}

/** The first channel of pixels of several. */
export function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array(data.length / channels);
  for (let i = 0; i < out.length; i += 1) out[i] = data[i * channels]!;
  return out;
}

/** A raster as JPEG of the given width, the longest side at most 2,000 pixels; colour is kept only where there is some. */
export async function toJpeg(raster: Raster, width: number): Promise<Uint8Array> {
  const scale = Math.min(width / raster.width, MAX_PICTURE_SIDE / Math.max(raster.width, raster.height));
  const size = {
    width: Math.max(1, Math.round(raster.width * scale)),
    height: Math.max(1, Math.round(raster.height * scale)),
  };
  const source: Raster = isColourful(raster) ? raster : { ...greyOf(raster), channels: 1 };
  const image = open(source).resize({ ...size, fit: 'fill' });
  return (source.channels === 1 ? image.toColourspace('b-w') : image).jpeg({ quality: JPEG_QUALITY }).toBuffer();
}

/** A page picture as it is put into a packet. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
}

/** Quality at which no difference is seen beside the scan. */
const FINE_JPEG_QUALITY = 90;

/**
 * A raster at its full size, without any data about it: JPEG, or PNG where that is smaller (drawn letters, black-and-white scans), or JPEG in
 * any case; colour only where there is some.
 */
export async function toFinePicture(raster: Raster, as: 'smaller' | 'jpeg' = 'smaller'): Promise<PictureFile> {
  const colour = isColourful(raster);
  const image = open(colour ? raster : { ...greyOf(raster), channels: 1 });
  const plain = colour ? image : image.toColourspace('b-w');
  const jpeg = await plain.clone().jpeg({ quality: FINE_JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  if (as === 'jpeg') return { bytes: jpeg, format: 'jpeg' };
  const png = await plain.clone().png({ compressionLevel: 9 }).toBuffer();
  return png.length < jpeg.length ? { bytes: png, format: 'png' } : { bytes: jpeg, format: 'jpeg' };
}

/** A raster as a PNG that is quick to make, on white where its fourth channel says it is see-through. `dpi` is kept. */
export async function lossless({ pixels, width, height, channels }: Raster, dpi?: number): Promise<Uint8Array> {
  const image = sharp(pixels, { raw: { width, height, channels } }).flatten({ background: '#ffffff' });
  return (dpi === undefined ? image : image.withMetadata({ density: dpi })).png({ compressionLevel: 1 }).toBuffer();
}

/** An SVG drawing as JPEG. */
export async function svgToJpeg(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { limitInputPixels: MAX_IMAGE_PIXELS })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

/** Places looked at across and down a raster for colour, and the side of each in pixels: means over a place even out the noise of a camera. */
const COLOUR_PLACES = 120;
const COLOUR_PLACE_SIDE = 4;

function isColourful({ pixels, width, height, channels }: Raster): boolean {
  if (channels === 1) return false;
  let coloured = 0;
  const sums = [0, 0, 0];
  for (let row = 0; row < COLOUR_PLACES; row += 1) {
    for (let column = 0; column < COLOUR_PLACES; column += 1) {
      const left = Math.floor((column / COLOUR_PLACES) * Math.max(0, width - COLOUR_PLACE_SIDE));
      const top = Math.floor((row / COLOUR_PLACES) * Math.max(0, height - COLOUR_PLACE_SIDE));
      sums.fill(0);
      for (let y = top; y < Math.min(height, top + COLOUR_PLACE_SIDE); y += 1) {
        for (let x = left; x < Math.min(width, left + COLOUR_PLACE_SIDE); x += 1) {
          for (let colour = 0; colour < 3; colour += 1) sums[colour]! += pixels[(y * width + x) * channels + colour]!;
        }
      }
      if ((Math.max(...sums) - Math.min(...sums)) / COLOUR_PLACE_SIDE ** 2 > 36) coloured += 1;
    }
  }
  return coloured / COLOUR_PLACES ** 2 > 0.003;
}

/** A raster for the picture library to work on, without its unused byte. */
export function open(raster: Raster): Sharp {
  const image = sharp(raster.pixels, {
    raw: { width: raster.width, height: raster.height, channels: raster.channels },
  });
  return raster.channels === 4 ? image.removeAlpha() : image;
}

/** Does work of the picture library: whatever it can't do is the fault of the file. Throws file-damaged. */
export async function decoding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('file-damaged', { cause });
  }
}
