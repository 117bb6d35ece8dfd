// The pages of a paper of words: sheets set from its text, then the pictures that stand in it, which are read as any photo or scan is.
import { AppError, isAppError } from '../../shared/errors.ts';
import type { TextFormat } from '../../shared/model/document.ts';
import { pageFromSheet } from '../../shared/text/plain-text.ts';
import { greyImagePage } from './grey-page.ts';
import { imagePicture, readImagePage, redactedImage } from './image-pages.ts';
import { type InnerPicture, withPicture } from './inner-pictures.ts';
import type { OcrEngines } from './ocr-engines.ts';
import type { OpenFile } from './open-file.ts';
import type { ReadablePicture } from './picture-source.ts';
import { plainInnerPicture } from './plain-picture.ts';
import { readTextFile, redactedText, textPicture } from './text-file.ts';

/** Width of the picture of a page of words, in pixels: 150 to the inch. */
const PICTURE_WIDTH_PX = 1275;

/** What stands in place of a picture that is damaged or too large: the rest of its paper is worth reading. */
const CANNOT_BE_SHOWN = '[A picture in this file is damaged or too large, and can’t be shown.]';

/** Opens a paper of words. Throws file-damaged, file-empty, file-too-large, too-many-pages. */
export async function openTextPages(
  format: TextFormat,
  bytes: Uint8Array,
  engines: OcrEngines,
): Promise<Pick<OpenFile, 'pageCount' | 'read' | 'picture' | 'redacted' | 'plain' | 'texts' | 'grey'>> {
  const { sheets, pictures } = await readTextFile(format, bytes);
  const pageCount = sheets.length + pictures.length;
  const setPage = (index: number) => {
    if (index < 0 || index >= pageCount) throw new AppError('page-not-found');
    return pageFromSheet(sheets[index] ?? CANNOT_BE_SHOWN, index + 1);
  };
  /** One way for pages that are pictures, the other for those set from words, and for pictures that can't be shown. */
  const either = async <T>(
    index: number,
    ofPicture: (picture: ReadablePicture, inner: InnerPicture) => Promise<T>,
    ofWords: () => T | Promise<T>,
  ): Promise<T> => {
    const inner = pictures[index - sheets.length];
    if (inner === undefined) return ofWords();
    try {
      return await withPicture(inner, (picture) => ofPicture(picture, inner));
    } catch (cause) {
      const isUnreadable = isAppError(cause) && (cause.code === 'file-damaged' || cause.code === 'image-too-large');
      if (!isUnreadable) throw cause;
      return ofWords();
    }
  };
  const isNoPicture = (): never => {
    throw new AppError('file-unsupported');
  };
  return {
    pageCount,
    read: (index, withPicture) =>
      either(
        index,
        (picture) => readImagePage(picture, index + 1, withPicture, engines),
        async () => {
          const page = setPage(index);
          return { page, picture: withPicture ? await textPicture(page, PICTURE_WIDTH_PX) : undefined };
        },
      ),
    picture: (index, widthPx) =>
      either(
        index,
        (picture) => imagePicture(picture, widthPx),
        () => textPicture(setPage(index), widthPx),
      ),
    redacted: (index, black) =>
      either(
        index,
        (picture) => redactedImage(picture, black),
        () => redactedText(setPage(index), black),
      ),
    plain: (index) => either(index, (_picture, inner) => plainInnerPicture(inner), isNoPicture),
    texts: async () => [...sheets.map((sheet) => sheet.replace(/\s+/g, ' ').trim()), ...pictures.map(() => '')],
    grey: (index, wish) => either(index, (picture) => greyImagePage(picture, wish), isNoPicture),
  };
}
