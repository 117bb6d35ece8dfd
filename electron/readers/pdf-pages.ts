// PDF pages: decide for each whether its own text is good, else render it for optical reading; and its picture.
import type { Page } from '../../shared/model/page.ts';
import { MAX_IMAGE_PIXELS, MAX_WORK_PIXELS } from './limits.ts';
import type { OcrEngines } from './ocr-engines.ts';
import { ocrPage } from './ocr-page.ts';
import type { PdfFile, PdfPage } from './pdfium.ts';
import type { PlacedImage } from './pdfium-images.ts';
import { imageTooLarge, type PictureFile, type Raster, toJpeg } from './raster.ts';
import { type BlackBoxes, redactedPicture } from './redacted.ts';
import { imageShare, textLayerIsGood, textLayerWords } from './text-layer.ts';
import type { NotedFile } from './types.ts';

const PICTURE_DPI = 150;

/** Pages without a scan on them are drawn at this resolution for optical reading. */
const DRAWN_DPI = 220;

/** Finer scans are drawn at this resolution, the finest that is read: more is averaged away. */
const FINEST_DRAWN_DPI = 240;

/** A page with its picture, as JPEG, when one was asked for. */
export interface ReadPage {
  readonly page: Page;
  readonly picture: Uint8Array | undefined;
}

/** Reads page `index` (from 0) of a PDF. Engines are asked for only when the page needs optical reading. Throws file-damaged, image-too-large. */
export async function readPdfPage(
  file: PdfFile,
  index: number,
  withPicture: boolean,
  engines: OcrEngines,
): Promise<ReadPage> {
  const looked = file.withPage(index, (page) => look(page, index, withPicture));
  const picture = async (): Promise<Uint8Array | undefined> =>
    looked.raster === undefined || !withPicture ? undefined : toJpeg(looked.raster, pictureWidth(looked.widthPt));
  if (looked.page !== undefined) return { page: looked.page, picture: await picture() };
  const page = await ocrPage(
    { raster: looked.raster, widthPt: looked.widthPt, heightPt: looked.heightPt },
    index + 1,
    engines,
  );
  return { page, picture: await picture() };
}

/** Picture of page `index` (from 0), `widthPx` wide, as JPEG. */
export async function pdfPicture(file: PdfFile, index: number, widthPx: number): Promise<Uint8Array> {
  const raster = file.withPage(index, (page) => {
    refuseHugeImages(page.images());
    return renderAt(page, (widthPx / page.widthPt) * 72);
  });
  return toJpeg(raster, widthPx);
}

/** Drawn letters are shown at this resolution when parts of their page are blacked out, and no scan finer than the second one. */
const REDACTED_DPI = { drawn: 200, finest: 300 } as const;

/** Page `index` (from 0) as pixels of its scan's own resolution, the boxes painted black before anything is compressed. */
export async function redactedPdfPage(file: PdfFile, index: number, black: BlackBoxes): Promise<PictureFile> {
  const raster = file.withPage(index, (page) => {
    const images = page.images();
    refuseHugeImages(images);
    const share = imageShare(images, page.toView, page.widthPt, page.heightPt);
    return renderAt(page, scanDpi(images, share, REDACTED_DPI));
  });
  return redactedPicture(raster, black);
}

/** Every page with what somebody wrote on it, and the file's own name for itself. */
export function pdfNotes(file: PdfFile): NotedFile {
  return { fileId: file.fileId(), pages: Array.from({ length: file.pageCount }, (_, index) => file.noted(index)) };
}

/** Text of every page. */
export function pdfTexts(file: PdfFile): string[] {
  return Array.from({ length: file.pageCount }, (_, index) => file.withPage(index, (page) => page.text()));
}

type Looked =
  | { readonly page: Page; readonly raster: Raster | undefined; readonly widthPt: number; readonly heightPt: number }
  | { readonly page: undefined; readonly raster: Raster; readonly widthPt: number; readonly heightPt: number };

function look(page: PdfPage, index: number, withPicture: boolean): Looked {
  const { widthPt, heightPt } = page;
  const images = page.images();
  refuseHugeImages(images);
  const characters = page.characters();
  const words = textLayerWords(characters, page.toView, widthPt, heightPt);
  const share = imageShare(images, page.toView, widthPt, heightPt);
  const base = { pageNumber: index + 1, widthPt, heightPt };
  const picture = (): Raster | undefined => (withPicture ? renderAt(page, PICTURE_DPI) : undefined);
  if (textLayerIsGood({ characters, words, imageShare: share, heightPt })) {
    return { page: { ...base, source: 'text-layer', confidence: 1, words }, raster: picture(), widthPt, heightPt };
  }
  if (page.objectCount === 0)
    return { page: { ...base, source: 'none', confidence: 1, words: [] }, raster: picture(), widthPt, heightPt };
  // Colours are for the picture alone.
  return {
    page: undefined,
    raster: renderAt(page, scanDpi(images, share), withPicture ? 'colour' : 'grey'),
    widthPt,
    heightPt,
  };
}

/** The resolution to draw a page at: that of the scan on it, so that no pixel is made up, or a good one for drawn letters. */
export function scanDpi(
  images: readonly PlacedImage[],
  share: number,
  { drawn, finest } = { drawn: DRAWN_DPI, finest: FINEST_DRAWN_DPI },
): number {
  if (share < 0.5) return drawn;
  let largest = 0;
  let dpi = drawn;
  for (const { map, pixelWidth, pixelHeight } of images) {
    const width = Math.hypot(map.a, map.b);
    const height = Math.hypot(map.c, map.d);
    if (width * height <= largest) continue;
    largest = width * height;
    // Fax lines are coarser down than across: the finer direction counts.
    dpi = Math.max((pixelWidth / width) * 72, (pixelHeight / height) * 72);
  }
  return Math.min(Math.max(dpi, 72), finest);
}

function renderAt(page: PdfPage, dpi: number, as: 'colour' | 'grey' = 'colour'): Raster {
  const most = Math.sqrt(MAX_WORK_PIXELS / (page.widthPt * page.heightPt));
  const scale = Math.min(dpi / 72, most);
  const width = Math.max(1, Math.round(page.widthPt * scale));
  const height = Math.max(1, Math.round(page.heightPt * scale));
  return as === 'grey' ? page.renderGrey(width, height) : page.render(width, height);
}

function pictureWidth(widthPt: number): number {
  return Math.max(1, Math.round((widthPt / 72) * PICTURE_DPI));
}

/** Throws image-too-large when one of the pictures has too many pixels. */
export function refuseHugeImages(images: readonly PlacedImage[]): void {
  for (const { pixelWidth, pixelHeight } of images) {
    if (pixelWidth * pixelHeight > MAX_IMAGE_PIXELS) throw imageTooLarge((pixelWidth * pixelHeight) / 1e6);
  }
}
