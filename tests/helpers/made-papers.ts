// Papers made while the tests run: drawn pictures, and PDFs with text, scans and both.
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** A word drawn with its left end and baseline, in points from the top left of a letter page. */
export interface DrawnWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const WIDTH_PT = 612;
const HEIGHT_PT = 792;

/** Lines that give a drawn page enough writing to find its tilt by. */
export const LETTER_LINES: readonly string[] = [
  'We have reviewed the request for coverage of the service named below',
  'and have decided that it does not meet the criteria of your plan.',
  'You have the right to appeal this decision within one hundred eighty',
  'days of receiving this notice. Send your appeal to the address above',
  'with any records from your doctor that support your request today.',
];

/** A letter page as an SVG with the given words and the letter lines. */
export function letterSvg(words: readonly DrawnWord[], dpi: number, lines: readonly string[] = LETTER_LINES): string {
  const width = Math.round((WIDTH_PT / 72) * dpi);
  const height = Math.round((HEIGHT_PT / 72) * dpi);
  const drawn = [...words, ...lines.map((text, index) => ({ text, x: 72, y: 300 + index * 16 }))];
  const texts = drawn.map(
    ({ text, x, y }) =>
      `<text x="${x}" y="${y}" font-size="12" font-family="DejaVu Sans, Arial, sans-serif">${text}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH_PT} ${HEIGHT_PT}"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
}

/** The letter page as PNG. */
export async function letterPng(
  words: readonly DrawnWord[],
  dpi = 200,
  lines: readonly string[] = LETTER_LINES,
): Promise<Buffer> {
  return sharp(Buffer.from(letterSvg(words, dpi, lines)))
    .png()
    .toBuffer();
}

/** A PDF whose only page is drawn with text. */
export async function textPdf(words: readonly DrawnWord[], rotate = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([WIDTH_PT, HEIGHT_PT]);
  for (const { text, x, y } of words) page.drawText(text, { x, y: HEIGHT_PT - y, size: 12, font });
  page.setRotation(degrees(rotate));
  return document.save();
}

/** A PDF of pictures, one a page, each with words as text over it (none for a plain scan). */
export async function scannedPdf(
  pictures: readonly { readonly png: Buffer; readonly over?: readonly DrawnWord[] }[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const { png, over = [] } of pictures) {
    const page = document.addPage([WIDTH_PT, HEIGHT_PT]);
    page.drawImage(await document.embedPng(png), { x: 0, y: 0, width: WIDTH_PT, height: HEIGHT_PT });
    for (const { text, x, y } of over) page.drawText(text, { x, y: HEIGHT_PT - y, size: 10, font });
  }
  return document.save();
}

/** A TIFF of several pages. sharp writes pages as one tall picture with a page height. */
export async function tiffOf(pngs: readonly Buffer[]): Promise<Buffer> {
  return sharp(pngs as Buffer[], { join: { animated: true } })
    .tiff({ compression: 'deflate', xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer();
}

/** A PDF with one filled-in text field and nothing else on it. */
export async function formPdf(value: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([WIDTH_PT, HEIGHT_PT]);
  const field = document.getForm().createTextField('member');
  field.setText(value);
  field.addToPage(page, { x: 72, y: 600, width: 300, height: 24 });
  return document.save();
}
