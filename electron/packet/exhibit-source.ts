// Opens the file behind an exhibit, whatever its format; a page that can't be taken over is shown as its picture.
import { setImmediate } from 'node:timers/promises';
import type { PDFContext, PDFRef } from 'pdf-lib';
import { isAppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { FileFormat } from '../../shared/model/document.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PictureFile } from '../readers/raster.ts';
import type { Fonts } from './fonts.ts';
import { openImageSource } from './source/image-source.ts';
import { openPdfSource } from './source/pdf-source.ts';
import type { OpenedSource, SourcePage } from './source/source-page.ts';
import { openTextSource } from './source/text-source.ts';

/** The bytes of a paper as imported, and its pages with their words. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
  /** Opens a PDF that is locked with one. */
  readonly password?: string | undefined;
  readonly pages: readonly Page[];
  /** Makes a page that is a picture into a plain JPEG or PNG, in a process without keys. */
  readonly plain?: ((pageNumber: number) => Promise<PictureFile>) | undefined;
  /** Gives the bytes back at once when they are needed no more, instead of whenever memory is next tidied up. */
  readonly release?: (() => void) | undefined;
}

/** Gives memory back that nobody else looks into: `bytes` are empty afterwards. */
export function releaseBytes(bytes: Uint8Array): void {
  if (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength) bytes.buffer.transfer(0);
}

/** Gives the picture of a paper's page as JPEG, for pages that can't be taken over from their file. */
export type PictureOf = (id: DocumentId, pageNumber: number) => Promise<Uint8Array>;

export interface ExhibitSource {
  page(pageNumber: number): Promise<SourcePage>;
  layers(): { readonly all: readonly PDFRef[]; readonly hidden: readonly PDFRef[] };
  readonly format: FileFormat;
  /** Pages shown as pictures so far. */
  readonly pictured: readonly number[];
}

/** Work may go on for so long before others have their turn. */
const LONGEST_MS = 8;

/** Opens a source. Without `pictureOf` a damaged file or page throws file-damaged or pdf-password. */
export async function openExhibitSource(
  id: DocumentId,
  file: SourceFile,
  target: PDFContext,
  fonts: Fonts,
  pictureOf: PictureOf | undefined,
): Promise<ExhibitSource> {
  const pictured: number[] = [];
  let rested = performance.now();
  const asPicture = async (pageNumber: number, cause: unknown): Promise<SourcePage> => {
    if (pictureOf === undefined || !isDamage(cause)) throw cause;
    const bytes = await pictureOf(id, pageNumber);
    const picture = openImageSource({ bytes, format: 'jpeg', pages: file.pages }, target);
    pictured.push(pageNumber);
    return picture.page(pageNumber);
  };
  let opened: OpenedSource;
  try {
    opened = await open(file, target, fonts);
  } catch (cause) {
    if (pictureOf === undefined || !isDamage(cause)) throw cause;
    return {
      page: (number) => asPicture(number, cause),
      layers: () => ({ all: [], hidden: [] }),
      pictured,
      format: file.format,
    };
  }
  return {
    page: async (pageNumber) => {
      // Long papers must not keep everything else waiting.
      if (performance.now() - rested > LONGEST_MS) {
        await setImmediate();
        rested = performance.now();
      }
      try {
        return await opened.page(pageNumber);
      } catch (cause) {
        return await asPicture(pageNumber, cause);
      }
    },
    layers: opened.layers,
    pictured,
    format: file.format,
  };
}

async function open(file: SourceFile, target: PDFContext, fonts: Fonts): Promise<OpenedSource> {
  switch (file.format) {
    case 'pdf':
      return openPdfSource(file, target, fonts.wideFont);
    case 'text':
    case 'mail':
    case 'outlook':
    case 'word':
    case 'html':
    case 'rtf':
      return openWordsSource(file, target, fonts);
    default:
      return openImageSource({ ...file, format: file.format }, target);
  }
}

/** A paper of words: pages set from them, and pictures that stand among them. */
function openWordsSource({ pages, plain }: SourceFile, target: PDFContext, fonts: Fonts): OpenedSource {
  const set = openTextSource(pages, fonts);
  return {
    page: async (pageNumber) => {
      const page = pages.find((own) => own.pageNumber === pageNumber);
      if (page?.source !== 'ocr' && page?.source !== 'none') return set.page(pageNumber);
      const picture = await plain?.(pageNumber).catch((cause: unknown) => {
        // An empty sheet has no words either, and is no picture.
        if (isAppError(cause) && cause.code === 'file-unsupported') return undefined;
        throw cause;
      });
      return picture === undefined
        ? set.page(pageNumber)
        : openImageSource({ ...picture, pages }, target).page(pageNumber);
    },
    layers: set.layers,
  };
}

function isDamage(cause: unknown): boolean {
  return isAppError(cause) && (cause.code === 'file-damaged' || cause.code === 'pdf-password');
}
