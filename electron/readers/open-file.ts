// One opened file of any format, behind one face.
import { AppError } from '../../shared/errors.ts';
import {
  type FileFormat,
  isMailFormat,
  isTextFormat,
  type PictureFormat,
  type TextFormat,
} from '../../shared/model/document.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { SeenFile } from '../../shared/packet/checks/seen.ts';
import type { EnclosedFile, Enclosing } from './enclosed.ts';
import { type FaxPage, faxPage } from './fax-page.ts';
import { type GreyPage, type GreyWish, greyImagePage, greyPdfPage } from './grey-page.ts';
import { imagePicture, readImagePage, redactedImage } from './image-pages.ts';
import type { OcrEngines } from './ocr-engines.ts';
import { seenBytes } from './pdf-bytes.ts';
import { pdfIsCutOff } from './pdf-end.ts';
import { pdfNotes, pdfPicture, pdfTexts, type ReadPage, readPdfPage, redactedPdfPage } from './pdf-pages.ts';
import type { PdfFile, Pdfium } from './pdfium.ts';
import { openPicture } from './picture-source.ts';
import { plainPicture } from './plain-picture.ts';
import type { GivenFile } from './pool.ts';
import type { PictureFile } from './raster.ts';
import type { BlackBoxes } from './redacted.ts';
import { drawnImages, shrunkPage } from './shrink.ts';
import { jpegToSmallerJpeg, type Shrinking } from './smaller-jpeg.ts';
import type { DrawnImage, NotedFile } from './types.ts';

export interface Engines {
  readonly pdfium: () => Promise<Pdfium>;
  readonly ocr: OcrEngines;
}

export interface OpenFile {
  readonly pageCount: number;
  read(index: number, withPicture: boolean): Promise<ReadPage>;
  picture(index: number, widthPx: number): Promise<Uint8Array>;
  /** The page at its own resolution with the boxes painted black. */
  redacted(index: number, black: BlackBoxes): Promise<PictureFile>;
  /** The page as a PDF can hold it; of pictures only. */
  plain(index: number): Promise<PictureFile>;
  /** Text of every page as its engine gives it; only PDFs have any before optical reading. */
  texts(): Promise<readonly string[]>;
  /** What holds it together; of packets only. */
  structure(stampBoxes: readonly (PageBox | undefined)[]): Promise<SeenFile>;
  /** A page to compare with another drawing of it; not of one set from words. */
  grey(index: number, wish: GreyWish): Promise<GreyPage>;
  /** Where phrases stand on a page; of PDFs only. */
  find(index: number, phrases: readonly string[]): Promise<readonly (readonly PageBox[])[]>;
  /** What a reviewer wrote into it; of PDFs only. */
  notes(): Promise<NotedFile>;
  /** A page for a fax machine; of PDFs only. */
  fax(index: number): Promise<FaxPage>;
  /** The pictures on a page as they are drawn; of PDFs only. */
  images(index: number): Promise<readonly DrawnImage[]>;
  /** The picture, or the only page of a PDF one point to the pixel, as a smaller JPEG. */
  shrink(shrinking: Shrinking): Promise<Uint8Array>;
  /** The files that stand in it; of mails and ZIP files only. */
  enclosed(): Promise<readonly EnclosedFile[]>;
  /** The bytes of one of them. Throws what is wrong with this one alone. */
  take(index: number): Promise<Uint8Array>;
  close(): void;
}

/** A paper, or a ZIP file, which has no pages of its own. */
export type OpenedFormat = FileFormat | 'zip';

/** What is asked only of packets: PDFs of our own making, and those that come back from a reviewer. */
const refused = (): Promise<never> => Promise.reject(new AppError('file-unsupported'));
const ENCLOSES_NOTHING = { enclosed: refused, take: refused };
const PDF_ONLY = {
  structure: refused,
  find: refused,
  notes: refused,
  fax: refused,
  images: refused,
  shrink: refused,
};

/** Opens a file; `gaps` are the parts of a PDF that `bytes` leave out. Throws pdf-password, pdf-locked, file-damaged, file-empty, file-too-large, too-many-pages, image-too-large, zip-damaged. */
export async function openFileOf(format: OpenedFormat, file: GivenFile, engines: Engines): Promise<OpenFile> {
  if (format === 'pdf') return openPdf(file, engines);
  if (format === 'zip') return openZipFile(file.bytes);
  if (isTextFormat(format)) return openWords(format, file.bytes, engines);
  return openImage(format, file.bytes, engines);
}

async function openPdf({ bytes, password, gaps }: GivenFile, engines: Engines): Promise<OpenFile> {
  if (pdfIsCutOff(bytes)) throw new AppError('file-damaged', { cause: new Error('the end of the file is missing') });
  const pdfium = await engines.pdfium();
  const file = gaps === undefined ? pdfium.open(bytes, password) : pdfium.openGapped({ bytes, gaps }, password);
  if (file.pageCount < 1) {
    file.close();
    throw new AppError('file-damaged', { cause: new Error('no pages') });
  }
  return {
    pageCount: file.pageCount,
    read: (index, withPicture) => readPdfPage(file, index, withPicture, engines.ocr),
    picture: (index, widthPx) => pdfPicture(file, index, widthPx),
    redacted: (index, black) => redactedPdfPage(file, index, black),
    plain: refused,
    texts: async () => pdfTexts(file),
    structure: gaps === undefined ? refused : structureOf(file, bytes),
    grey: (index, wish) => greyPdfPage(file, index, wish),
    find: async (index, phrases) => file.withPageAsIs(index, (page) => phrases.map((phrase) => page.find(phrase))),
    notes: async () => pdfNotes(file),
    fax: (index) => faxPage(file, index),
    images: async (index) => drawnImages(file, index),
    shrink: (shrinking) => shrunkPage(file, shrinking),
    ...ENCLOSES_NOTHING,
    close: () => file.close(),
  };
}

/** Made apart, because whatever is made beside it would keep the bytes too. */
function structureOf(file: PdfFile, bytes: Uint8Array): OpenFile['structure'] {
  return async (stampBoxes) => ({ ...file.structure(stampBoxes), bytes: seenBytes(bytes) });
}

/** What reads words and packed files is loaded when one comes: it takes a quarter of a second, and most papers are scans. */
async function openWords(format: TextFormat, bytes: Uint8Array, engines: Engines): Promise<OpenFile> {
  const { openTextPages } = await import('./text-pages.ts');
  return {
    ...(await openTextPages(format, bytes, engines.ocr)),
    ...PDF_ONLY,
    ...(isMailFormat(format)
      ? encloses(async () => (await import('./enclosed.ts')).openMail(format, bytes))
      : ENCLOSES_NOTHING),
    close: () => undefined,
  };
}

async function openImage(format: PictureFormat, bytes: Uint8Array, engines: Engines): Promise<OpenFile> {
  const source = await openPicture(format, bytes);
  const { pageCount } = source;
  return {
    pageCount,
    read: async (index, withPicture) => readImagePage(await source.page(index), index + 1, withPicture, engines.ocr),
    picture: async (index, widthPx) => imagePicture(await source.page(index), widthPx),
    redacted: async (index, black) => redactedImage(await source.page(index), black),
    plain: (index) => plainPicture(source, format, index),
    texts: async () => Array.from({ length: pageCount }, () => ''),
    grey: async (index, wish) => greyImagePage(await source.page(index), wish),
    ...PDF_ONLY,
    shrink: (shrinking) => jpegToSmallerJpeg(bytes, shrinking),
    ...ENCLOSES_NOTHING,
    close: source.close,
  };
}

async function openZipFile(bytes: Uint8Array): Promise<OpenFile> {
  const { openZip } = await import('./enclosed.ts');
  const zip = openZip(bytes);
  return {
    pageCount: 0,
    read: refused,
    picture: refused,
    redacted: refused,
    plain: refused,
    texts: refused,
    grey: refused,
    ...PDF_ONLY,
    ...encloses(async () => zip),
    close: () => undefined,
  };
}

/** Opened once, when it is first asked for. */
function encloses(open: () => Promise<Enclosing>): Pick<OpenFile, 'enclosed' | 'take'> {
  let opened: Promise<Enclosing> | undefined;
  const whole = () => (opened ??= open());
  return {
    enclosed: async () => (await whole()).files,
    take: async (index) => (await whole()).take(index),
  };
}
