// Picture files of every format as something the picture library reads: most as they are, others decoded here and handed on without loss.
import { AppError } from '../../shared/errors.ts';
import type { PictureFormat } from '../../shared/model/document.ts';
import { decodeBmp, readBmpHeader } from './bmp.ts';
import { openHeif } from './heif.ts';
import { lossless, readImageHeader, refuseHuge } from './raster.ts';

/** A picture file that is open. */
export interface PictureSource {
  readonly pageCount: number;
  /** Page `index` (from 0). Throws file-damaged, page-not-found. */
  page(index: number): Promise<ReadablePicture>;
  close(): void;
}

/** A file the picture library reads, and which of its pages is meant, from 0. */
export interface ReadablePicture {
  readonly bytes: Uint8Array;
  readonly index: number;
}

type Open = (bytes: Uint8Array) => Promise<PictureSource>;

/** How each format is opened: from its header alone, so that one with too many pixels is refused before any is decoded. */
const OPEN: Readonly<Record<PictureFormat, Open>> = {
  jpeg: openPages,
  png: openPages,
  tiff: openPages,
  // The frames of a moving picture are no pages: the first one is shown.
  webp: openFirst,
  gif: openFirst,
  avif: openFirst,
  bmp: openBmp,
  heic: openHeic,
};

/** Opens a picture file. Throws image-too-large, file-damaged. */
export function openPicture(format: PictureFormat, bytes: Uint8Array): Promise<PictureSource> {
  return OPEN[format](bytes);
}

async function openPages(bytes: Uint8Array): Promise<PictureSource> {
  const { pageCount } = await readImageHeader(bytes, 0);
  return { pageCount, page: async (index) => ({ bytes, index }), close: () => undefined };
}

async function openFirst(bytes: Uint8Array): Promise<PictureSource> {
  await readImageHeader(bytes, 0);
  return { pageCount: 1, page: async () => ({ bytes, index: 0 }), close: () => undefined };
}

async function openBmp(bytes: Uint8Array): Promise<PictureSource> {
  const header = readBmpHeader(bytes);
  refuseHuge(header);
  const page = keptLast(async () => lossless(decodeBmp(bytes), header.dpi));
  return { pageCount: 1, page, close: () => undefined };
}

async function openHeic(bytes: Uint8Array): Promise<PictureSource> {
  const file = await openHeif(bytes);
  try {
    for (const picture of file.pictures) refuseHuge(picture);
  } catch (cause) {
    file.close();
    throw cause;
  }
  const page = keptLast(async (index) => {
    const picture = file.pictures[index];
    if (picture === undefined) throw new AppError('page-not-found');
    return lossless(await picture.decode());
  });
  return { pageCount: file.pictures.length, page, close: file.close };
}

/** Keeps the page decoded last: a page is read, shown and compared in requests of their own. */
function keptLast(decode: (index: number) => Promise<Uint8Array>): PictureSource['page'] {
  let last: { readonly index: number; readonly bytes: Promise<Uint8Array> } | undefined;
  return async (index) => {
    if (last?.index !== index) last = { index, bytes: decode(index) };
    return { bytes: await last.bytes, index: 0 };
  };
}
