// Pictures as papers: a photo, or the pages of a file that has several.

import { MAX_WORK_PIXELS } from './limits.ts';
import type { OcrEngines } from './ocr-engines.ts';
import { ocrPage, type PagePicture } from './ocr-page.ts';
import type { ReadPage } from './pdf-pages.ts';
import type { ReadablePicture } from './picture-source.ts';
import { decodeImage, type ImageHeader, type PictureFile, readImageHeader, toJpeg } from './raster.ts';
import { type BlackBoxes, redactedPicture } from './redacted.ts';

const PICTURE_DPI = 150;
const POINTS_PER_INCH = 72;

/** Resolutions outside this range are a camera's or a program's filler, in pixels per inch. */
const SANE_DPI = { least: 72, most: 1200 } as const;

/** A sheet narrower or wider than this, or longer, is not what the stated resolution says, in inches. */
const SANE_SHEET = { least: 1.5, widest: 20, longest: 40 } as const;

/** Letter paper, in inches. */
const LETTER = { short: 8.5, long: 11 } as const;

/** Reads a picture as page `pageNumber` (one-based). Throws image-too-large, file-damaged. */
export async function readImagePage(
  readable: ReadablePicture,
  pageNumber: number,
  withPicture: boolean,
  engines: OcrEngines,
): Promise<ReadPage> {
  const picture = await openPage(readable);
  const page = await ocrPage(picture, pageNumber, engines);
  const jpeg = withPicture
    ? await toJpeg(picture.raster, Math.round((picture.widthPt / POINTS_PER_INCH) * PICTURE_DPI))
    : undefined;
  return { page, picture: jpeg };
}

/** The picture `widthPx` wide, as JPEG. */
export async function imagePicture(readable: ReadablePicture, widthPx: number): Promise<Uint8Array> {
  return toJpeg((await openPage(readable)).raster, widthPx);
}

/** The picture with the boxes painted black. */
export async function redactedImage(readable: ReadablePicture, black: BlackBoxes): Promise<PictureFile> {
  return redactedPicture((await openPage(readable)).raster, black);
}

async function openPage({ bytes, index }: ReadablePicture): Promise<PagePicture> {
  const header = await readImageHeader(bytes, index);
  const shrink = Math.min(1, Math.sqrt(MAX_WORK_PIXELS / (header.width * header.height)));
  const size = {
    width: Math.max(1, Math.round(header.width * shrink)),
    height: Math.max(1, Math.round(header.height * shrink)),
  };
  return { raster: await decodeImage(bytes, index, size), ...sheetSize(header) };
}

/** Size of the sheet in points: from the stated resolution where that gives a plausible sheet, else as wide as letter paper. */
export function sheetSize(header: Pick<ImageHeader, 'width' | 'height' | 'dpi'>): {
  readonly widthPt: number;
  readonly heightPt: number;
} {
  const dpi = plausibleDpi(header) ?? header.width / (header.width > header.height ? LETTER.long : LETTER.short);
  return { widthPt: (header.width / dpi) * POINTS_PER_INCH, heightPt: (header.height / dpi) * POINTS_PER_INCH };
}

function plausibleDpi({ width, height, dpi }: Pick<ImageHeader, 'width' | 'height' | 'dpi'>): number | undefined {
  if (dpi === undefined || dpi < SANE_DPI.least || dpi > SANE_DPI.most) return undefined;
  const short = Math.min(width, height) / dpi;
  const long = Math.max(width, height) / dpi;
  // 72 and 96 are what programs write when they know nothing: believed only for a sheet a printer has.
  const widest = dpi <= 96 ? LETTER.short + 0.1 : SANE_SHEET.widest;
  const sheet = short >= SANE_SHEET.least && short <= widest && long <= SANE_SHEET.longest;
  return sheet ? dpi : undefined;
}
