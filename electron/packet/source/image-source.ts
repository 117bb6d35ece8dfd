// A source that is a picture (JPEG, PNG, TIFF): each page a sheet filled by the picture, the right way up, with the pixels it came with.
import { type PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import sharp from 'sharp';
import { AppError } from '../../../shared/errors.ts';
import type { Page } from '../../../shared/model/page.ts';
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

/** Opens a picture file for its pages. `format` is that of the file's bytes. */
export function openImageSource(
  bytes: Uint8Array,
  format: 'jpeg' | 'png' | 'tiff',
  pages: readonly Page[],
  target: PDFContext,
): OpenedSource {
  return {
    page: async (pageNumber) => {
      const page = pages.find((own) => own.pageNumber === pageNumber);
      if (page === undefined) throw new AppError('page-not-found');
      const image = await embed(bytes, format, pageNumber, target);
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

async function embed(
  bytes: Uint8Array,
  format: 'jpeg' | 'png' | 'tiff',
  pageNumber: number,
  target: PDFContext,
): Promise<PlacedImage> {
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
  const plain = format === 'png' ? readPlainPng(bytes) : undefined;
  const picture = plain ?? readPlainPng(await asPlainPng(bytes, format === 'tiff' ? pageNumber - 1 : 0));
  if (picture === undefined) throw new AppError('file-damaged');
  return { ref: assignOnce(target, pngStream(picture, target)), orientation: 1 };
}

/** The picture's pixels as a plain PNG, turned the right way up, on white where it is see-through. Nothing is lost. */
async function asPlainPng(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  try {
    const { colourspace, depth } = await sharp(bytes, { page })
      .metadata()
      .then((meta) => ({ colourspace: meta.space, depth: meta.bitsPerSample }));
    const upright = sharp(bytes, { page }).autoOrient().flatten({ background: '#ffffff' });
    if (depth === 1) return await upright.toColourspace('b-w').png({ palette: true, colours: 2, dither: 0 }).toBuffer();
    const grey = colourspace === 'b-w' || colourspace === 'grey16';
    return await upright
      .toColourspace(grey ? 'b-w' : 'srgb')
      .png({ compressionLevel: 6 })
      .toBuffer();
  } catch (cause) {
    throw new AppError('file-damaged', { cause });
  }
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
