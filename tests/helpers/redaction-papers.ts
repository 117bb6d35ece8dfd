// Papers with something to black out, made on the spot: in text, scan, form field, annotation, on turned and cropped pages, in pictures and plain text.
import {
  degrees,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from 'pdf-lib';
import sharp from 'sharp';
import { pdfOf } from './packet-sources.ts';

/** What must be gone, and what must stay. */
export const SECRET_NAME = 'Jonah Quillfeather';
export const SECRET_NUMBER = '123-45-6789';
export const KEPT_LINE = 'The infusions were given on Monday';
const LINES = [
  `Statement of care for ${SECRET_NAME}`,
  KEPT_LINE,
  `Number ${SECRET_NUMBER} on file`,
  'Nothing else is owed',
];
const NEIGHBOUR = 'The second page stays as it is';

async function write(document: PDFDocument, page: PDFPage, lines: readonly string[], at: { x: number; y: number }) {
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [index, line] of lines.entries()) page.drawText(line, { x: at.x, y: at.y - index * 40, size: 16, font });
}

async function secondPage(document: PDFDocument): Promise<void> {
  await write(document, document.addPage([612, 792]), [NEIGHBOUR], { x: 72, y: 700 });
}

/** The lines as a scanner gives them: black on white, 200 to the inch. */
export function scanOf(lines: readonly string[] = LINES): Promise<Buffer> {
  const texts = lines.map((line, index) => `<text x="200" y="${300 + index * 120}">${line}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1700" height="2200" font-family="DejaVu Sans" font-size="46"><rect width="100%" height="100%" fill="#fff"/>${texts}</svg>`;
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer();
}

/** Text, with a picture of the secret that only this page draws although both pages name it, and the secret in title, bookmarks and private data. */
export function textPaper(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    await write(document, page, LINES, { x: 72, y: 700 });
    const scan = await document.embedPng(
      await sharp(await scanOf([SECRET_NAME]))
        .resize(425)
        .png()
        .toBuffer(),
    );
    page.drawImage(scan, { x: 72, y: 100, width: 300, height: 388 });
    const second = document.addPage([612, 792]);
    // Both pages, and the form that the second one draws, name one dictionary for all they may use.
    const font = await document.embedFont(StandardFonts.Helvetica);
    await document.flush();
    const objects = page.node.Resources()!.lookup(PDFName.of('XObject'), PDFDict);
    const shared = document.context.register(document.context.obj({ XObject: objects, Font: { F7: font.ref } }));
    const form = document.context.flateStream(`BT /F7 16 Tf 72 700 Td (${NEIGHBOUR}) Tj ET`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 612, 792],
      Resources: shared,
    });
    objects.set(PDFName.of('Sheet'), document.context.register(form));
    second.node.set(PDFName.of('Resources'), shared);
    second.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream('/Sheet Do')));
    document.setTitle(`About ${SECRET_NAME}`);
    document.setSubject(SECRET_NUMBER);
    page.node.set(PDFName.of('PieceInfo'), document.context.obj({ X: PDFHexString.fromText(SECRET_NAME) }));
    const outline = document.context.nextRef();
    const item = document.context.register(
      document.context.obj({ Title: PDFString.of(SECRET_NAME), Parent: outline, Dest: [page.ref, 'Fit'] }),
    );
    document.context.assign(outline, document.context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }));
    document.catalog.set(PDFName.of('Outlines'), outline);
  });
}

/** A scan with the text of another program's optical reading behind it. */
export function scannedPaper(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    page.drawImage(await document.embedPng(await scanOf()), { x: 0, y: 0, width: 612, height: 792 });
    const font = await document.embedFont(StandardFonts.Helvetica);
    page.node.newFontDictionary('F9', font.ref);
    const hidden = LINES.map((line, index) => `1 0 0 1 72 ${684 - index * 43} Tm (${line}) Tj`).join(' ');
    page.node.addContentStream(
      document.context.register(document.context.flateStream(`BT 3 Tr /F9 16 Tf ${hidden} ET`)),
    );
    await secondPage(document);
  });
}

/** A filled field and a note that both say the secret. */
export function formPaper(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    await write(document, page, [KEPT_LINE, 'Nothing else is owed'], { x: 72, y: 700 });
    const form = document.getForm();
    const field = form.createTextField('patient');
    field.addToPage(page, { x: 72, y: 540, width: 300, height: 30 });
    field.setText(SECRET_NAME);
    await document.flush();
    form.updateFieldAppearances();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const look = document.context.register(
      document.context.flateStream(`BT /F1 16 Tf 4 8 Td (${SECRET_NUMBER}) Tj ET`, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 200, 30],
        Resources: { Font: { F1: font.ref } },
      }),
    );
    page.node.addAnnot(
      document.context.register(
        document.context.obj({
          Type: 'Annot',
          Subtype: 'FreeText',
          Rect: [72, 440, 272, 470],
          Contents: PDFHexString.fromText(SECRET_NUMBER),
          AP: { N: look },
        }),
      ),
    );
    await secondPage(document);
  });
}

/** A page turned by 90 degrees and one cropped out of a larger sheet, their lines upright as viewed. */
export function oddPaper(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica);
    const turned = document.addPage([612, 792]);
    turned.setRotation(degrees(90));
    for (const [index, line] of LINES.entries())
      turned.drawText(line, { x: 120 + index * 40, y: 90, size: 16, font, rotate: degrees(90) });
    const cropped = document.addPage([900, 1000]);
    cropped.setCropBox(150, 180, 500, 620);
    await write(document, cropped, LINES, { x: 180, y: 740 });
    await secondPage(document);
  });
}

/** A phone's picture of the page. */
export async function picturePaper(): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(await scanOf())
      .jpeg({ quality: 92 })
      .withExif({ IFD0: { ImageDescription: SECRET_NAME } })
      .toBuffer(),
  );
}

/** Plain text, two pages. */
export function plainPaper(): Uint8Array {
  return new TextEncoder().encode(`${LINES.join('\n\n')}\f${NEIGHBOUR}\n`);
}

const LINES_PER_PAGE = 48;

/** A denial set in a typewriter face, with the secrets below its table and on a later page. */
export function typedPaper(body: string): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const font = await document.embedFont(StandardFonts.Courier);
    const lines = body.split('\n');
    // Below the table of the claim, and in the middle of a later page.
    const table = lines.findIndex((line) => line.includes('Charges not covered')) + 1;
    lines.splice(table, 0, `   Guarantor: ${SECRET_NAME}`, `   Social Security number: ${SECRET_NUMBER}`);
    lines.splice(60, 0, `Copy to ${SECRET_NAME.toUpperCase()}`);
    for (let from = 0; from < lines.length; from += LINES_PER_PAGE) {
      const page = document.addPage([612, 792]);
      for (const [index, line] of lines.slice(from, from + LINES_PER_PAGE).entries())
        page.drawText(line.replace(/[^\x20-\x7e]/g, ' '), { x: 54, y: 740 - index * 14, size: 9, font });
    }
  });
}
