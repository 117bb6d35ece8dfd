// Plain-text files: bytes → text → pages, and a picture of such a page.
import { AppError } from '../../shared/errors.ts';
import type { Page } from '../../shared/model/page.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { decodeText } from '../intake/decode-text.ts';
import { decodeImage, type PictureFile, readImageHeader, svgToJpeg } from './raster.ts';
import { type BlackBoxes, redactedPicture } from './redacted.ts';

/** The pages of a plain-text file. Throws file-damaged when the bytes are no text after all. */
export function readTextFile(bytes: Uint8Array): readonly Page[] {
  const text = decodeText(bytes);
  if (text === undefined) throw new AppError('file-damaged', { cause: new Error('not text') });
  return pagesFromText(text);
}

/** A text page as a JPEG, `widthPx` wide. */
export async function textPicture(page: Page, widthPx: number): Promise<Uint8Array> {
  const scale = widthPx / page.widthPt;
  const height = Math.max(1, Math.round(page.heightPt * scale));
  return svgToJpeg(pageSvg(page, Math.max(1, Math.round(widthPx)), height));
}

/** Pixels across a text page of which parts are blacked out: 200 to the inch on Letter. */
const REDACTED_WIDTH_PX = 1700;

/** A text page as a picture without the words the boxes hide, the boxes painted black. */
export async function redactedText(page: Page, black: BlackBoxes): Promise<PictureFile> {
  const shown = { ...page, words: remainingWords(page.words, black.boxes) };
  const jpeg = await textPicture(shown, REDACTED_WIDTH_PX);
  const { width, height } = await readImageHeader(jpeg, 0);
  return redactedPicture(await decodeImage(jpeg, 0, { width, height }), black);
}

/** The words of a page drawn where they stand. */
function pageSvg(page: Page, width: number, height: number): string {
  const words = page.words.map((word) => {
    const place = `x="${word.x.toFixed(2)}" y="${(word.y + word.h * 0.8).toFixed(2)}" font-size="${(word.h * 0.9).toFixed(2)}"`;
    return `<text ${place} textLength="${word.w.toFixed(2)}" lengthAdjust="spacingAndGlyphs">${escapeXml(word.text)}</text>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${page.widthPt} ${page.heightPt}"`;
  return `${head} font-family="DejaVu Sans Mono, Courier New, Menlo, monospace"><rect width="100%" height="100%" fill="#fff"/>${words.join('')}</svg>`;
}

/** Text made safe inside XML; characters XML has no place for are dropped. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
