// A source that is a picture: each page a sheet filled by the picture, the right way up, with the pixels it came with.
// JPEG and plain PNG go in as they are; everything else is made into one of them by a reader process, for here nothing is decoded.
import { type PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { PictureFormat } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { PictureFile } from '../../readers/raster.ts';
import { num } from '../paint.ts';
import { assignOnce } from '../shared-objects.ts';
import { readJpegHeader, withoutCameraData } from './jpeg.ts';
import type { Matrix } from './page-geometry.ts';
import { type PngPicture, readPlainPng } from './png.ts';
import type { OpenedSource } from './source-page.ts';

interface PlacedImage {
  readonly ref: PDFRef;
  /** EXIF orientation the picture still has to be turned by, 1 to 8. */
  readonly orientation: number;
}

/** A picture file and its pages as read. */
export interface ImageToOpen {
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly format: PictureFormat;
  readonly pages: readonly Page[];
  /** Makes a page into a plain JPEG or PNG; without it a page that is none throws file-damaged. */
  readonly plain?: ((pageNumber: number) => Promise<PictureFile>) | undefined;
}

/** Opens a picture file for its pages. */
export function openImageSource(file: ImageToOpen, target: PDFContext): OpenedSource {
  const { pages } = file;
  return {
    page: async (pageNumber) => {
      const page = pages.find((own) => own.pageNumber === pageNumber);
      if (page === undefined) throw new AppError('page-not-found');
      const image = await embed(file, pageNumber, target);
      const { widthPt: width, heightPt: height } = page;
      return {
        width,
        height,
        objects: new Map([['AvScan', image.ref]]),
        content: `q ${orientationMatrix(image.orientation, width, height).map(num).join(' ')} cm /AvScan Do Q`,
        words: page.words,
        needsTextLayer: true,
      };
    },
    layers: () => ({ all: [], hidden: [] }),
  };
}

async function embed(file: ImageToOpen, pageNumber: number, target: PDFContext): Promise<PlacedImage> {
  const asItIs = embedAsItIs(file, target);
  if (asItIs !== undefined) return asItIs;
  const made = await file.plain?.(pageNumber);
  const image = made === undefined ? undefined : embedAsItIs(made, target);
  if (image === undefined) throw new AppError('file-damaged');
  return image;
}

/** Undefined for a picture a PDF can't hold as it is. */
function embedAsItIs(
  { bytes, format }: { readonly bytes: Uint8Array; readonly format: PictureFormat },
  target: PDFContext,
): PlacedImage | undefined {
  const jpeg = format === 'jpeg' ? readJpegHeader(bytes) : undefined;
  if (jpeg !== undefined) {
    const space = ({ 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const)[jpeg.components] ?? 'DeviceRGB';
    const dict = target.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: jpeg.width,
      Height: jpeg.height,
      BitsPerComponent: 8,
      ColorSpace: space,
      Filter: 'DCTDecode',
    });
    if (jpeg.components === 4 && jpeg.adobe) dict.set(PDFName.of('Decode'), target.obj([1, 0, 1, 0, 1, 0, 1, 0]));
    return { ref: assignOnce(target, PDFRawStream.of(dict, withoutCameraData(bytes))), orientation: jpeg.orientation };
  }
  const png = format === 'png' ? readPlainPng(bytes) : undefined;
  return png === undefined ? undefined : { ref: assignOnce(target, pngStream(png, target)), orientation: 1 };
}

function pngStream(picture: PngPicture, target: PDFContext): PDFRawStream {
  const dict = target.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.width,
    Height: picture.height,
    BitsPerComponent: picture.bits,
    ColorSpace: picture.grey ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: picture.colors, BitsPerComponent: picture.bits, Columns: picture.width },
  });
  if (picture.palette !== undefined) {
    const table = PDFHexString.of(Buffer.from(picture.palette).toString('hex'));
    const last = Math.floor(picture.palette.length / 3) - 1;
    dict.set(PDFName.of('ColorSpace'), target.obj(['Indexed', 'DeviceRGB', last, table]));
  }
  return PDFRawStream.of(dict, picture.data);
}

/** The map from the picture's unit square (its top row at y = 1) to a page, for each EXIF orientation. */
export function orientationMatrix(orientation: number, w: number, h: number): Matrix {
  switch (orientation) {
    case 2:
      return [-w, 0, 0, h, w, 0];
    case 3:
      return [-w, 0, 0, -h, w, h];
    case 4:
      return [w, 0, 0, -h, 0, h];
    case 5:
      return [0, -h, -w, 0, w, h];
    case 6:
      return [0, -h, w, 0, 0, h];
    case 7:
      return [0, h, w, 0, 0, 0];
    case 8:
      return [0, h, -w, 0, w, 0];
    default:
      return [w, 0, 0, h, 0, 0];
  }
}
