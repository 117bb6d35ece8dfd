// Papers of words: bytes → text → sheets → pages, the pictures among them, and a picture of a page of words.
import { AppError } from '../../shared/errors.ts';
import type { TextFormat } from '../../shared/model/document.ts';
import type { Page } from '../../shared/model/page.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import { layText } from '../../shared/text/lay-text.ts';
import { sheetsOf } from '../../shared/text/plain-text.ts';
import { decoded, decodedHtml, withinMarkup } from './decoded-html.ts';
import { htmlPictures } from './html-pictures.ts';
import { htmlText } from './html-text.ts';
import { type InnerPicture, innerPages, isOnlyPictures, withNamedPictures } from './inner-pictures.ts';
import { MAX_PAGES, MAX_TEXT_LETTERS } from './limits.ts';
import { readMail } from './mail.ts';
import { readOutlook } from './outlook.ts';
import { decodeImage, type PictureFile, readImageHeader, svgToJpeg } from './raster.ts';
import { type BlackBoxes, redactedPicture } from './redacted.ts';
import { rtfText } from './rtf-text.ts';
import type { TextContent } from './text-content.ts';
import { wordText } from './word-text.ts';

/** The pages of a paper of words: sheets, each the text of one page, and after them the pictures that are pages. */
export interface TextPages {
  readonly sheets: readonly string[];
  readonly pictures: readonly InnerPicture[];
}

/** Reads a paper of words. One that holds nothing but pictures has no sheets. Throws file-damaged, file-empty, file-too-large, too-many-pages. */
export async function readTextFile(format: TextFormat, bytes: Uint8Array): Promise<TextPages> {
  if (format === 'text') return { sheets: laidOut(decoded(bytes), true), pictures: [] };
  const content = await CONTENT_OF[format](bytes);
  const { pictures, places } = await innerPages(content.pictures);
  if (content.text.trim() === '' && pictures.length === 0) throw new AppError('file-empty');
  if (pictures.length > 0 && isOnlyPictures(content.text)) return { sheets: [], pictures };
  const sheets = laidOut(printable(content.text), false);
  const pageOf = (index: number) => {
    const place = places[index];
    return place === undefined ? undefined : sheets.length + place + 1;
  };
  return { sheets: sheets.map((sheet) => withNamedPictures(sheet, pageOf)), pictures };
}

function laidOut(text: string, isLaidOut: boolean): string[] {
  if (text.length > MAX_TEXT_LETTERS) throw new AppError('too-many-pages', { details: { limit: MAX_PAGES } });
  return sheetsOf(layText(text, isLaidOut));
}

type ContentOf = (bytes: Uint8Array) => TextContent | Promise<TextContent>;
const CONTENT_OF: Readonly<Record<Exclude<TextFormat, 'text'>, ContentOf>> = {
  // Pictures in its text are papers beside it, as whatever is attached.
  mail: async (bytes) => ({ text: (await readMail(bytes)).text, pictures: [] }),
  outlook: async (bytes) => ({ text: (await readOutlook(bytes)).text, pictures: [] }),
  word: wordText,
  html: (bytes) => {
    const html = decodedHtml(withinMarkup(bytes));
    return { text: htmlText(html), pictures: htmlPictures(html) };
  },
  rtf: (bytes) => ({ text: rtfText(new TextDecoder('latin1').decode(withinMarkup(bytes))), pictures: [] }),
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
/** Signs without width: hints for breaks and for the direction of writing. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Without what is no letter of any page. */
function printable(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(WITHOUT_WIDTH, '');
  return lines.replace(/\n{4,}/g, '\n\n\n');
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
