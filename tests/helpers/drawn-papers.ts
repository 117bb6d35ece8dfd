// Papers whose pages are drawn from their words, put into a vault without a reader: each word's box is where its picture is.
import sharp from 'sharp';
import type { Vault } from '../../electron/vault/types.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Page } from '../../shared/model/page.ts';
import { READER_VERSION } from '../../shared/reading/read-document.ts';

const WIDTH_PT = 612;
const HEIGHT_PT = 792;
const SIZE_PT = 12;
/** Letters of the fixed-width font are so many times their size wide. */
const LETTER_WIDTH = 0.6;

/** A letter page with these lines from the top. */
export function drawnPage(pageNumber: number, lines: readonly string[]): Page {
  const words = lines.flatMap((text, line) => {
    let x = 72;
    return text.split(' ').map((word) => {
      const w = word.length * SIZE_PT * LETTER_WIDTH;
      const placed = { text: word, x, y: 72 + 24 * line, w, h: SIZE_PT, line, confidence: 0.95 };
      x += w + SIZE_PT * LETTER_WIDTH;
      return placed;
    });
  });
  return { pageNumber, widthPt: WIDTH_PT, heightPt: HEIGHT_PT, source: 'ocr', confidence: 0.95, words };
}

/** The page as a JPEG, 72 dots an inch. */
export function pictureOf(page: Page): Promise<Buffer> {
  const words = page.words.map(
    ({ text, x, y, w, h }) =>
      `<text x="${x}" y="${y + 0.8 * h}" font-size="${h}" font-family="DejaVu Sans Mono, monospace" textLength="${w}">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.widthPt}" height="${page.heightPt}"><rect width="100%" height="100%" fill="#fff"/>${words.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

/** Adds a paper with one page for each list of lines; its original is the picture of its first page. */
export async function addDrawnPaper(
  vault: Vault,
  title: string,
  pages: readonly (readonly string[])[],
): Promise<DocumentId> {
  const drawn = pages.map((lines, index) => drawnPage(index + 1, lines));
  const [first] = drawn;
  if (first === undefined) throw new Error('A paper has at least one page.');
  const bytes = await pictureOf(first);
  const { id } = await vault.documents.add({
    fileName: `${title}.jpg`,
    format: 'jpeg',
    mediaType: 'image/jpeg',
    bytes,
  });
  for (const page of drawn) await vault.documents.savePage(id, page, await pictureOf(page));
  vault.documents.saveReading(id, vault.documents.reading(id), READER_VERSION);
  vault.documents.setTitle(id, title);
  return id;
}
