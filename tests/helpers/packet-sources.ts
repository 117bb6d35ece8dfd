// Source papers made on the spot for the packet's tests: odd PDFs, pictures, plain text.
import { degrees, PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { SourceFile } from '../../electron/packet/exhibit-source.ts';
import { plainPictureOf } from '../../electron/readers/plain-picture.ts';
import { AppError } from '../../shared/errors.ts';
import { type FileFormat, isTextFormat } from '../../shared/model/document.ts';

/** A PDF whose pages `draw` fills. */
export async function pdfOf(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  await draw(document);
  return document.save({ updateFieldAppearances: false });
}

/** Marks on a page that tell its corners and directions apart. */
export async function markPage(document: PDFDocument, page: PDFPage, label: string): Promise<void> {
  const font = await document.embedFont(StandardFonts.Helvetica);
  const { x, y, width, height } = page.getMediaBox();
  page.drawRectangle({ x: x + 20, y: y + height - 60, width: 90, height: 40, color: rgb(0.9, 0.3, 0.2) });
  page.drawRectangle({ x: x + width - 60, y: y + height / 2, width: 40, height: 90, color: rgb(0.2, 0.5, 0.9) });
  page.drawText(label, { x: x + width / 2 - 60, y: y + height / 2, size: 18, font });
}

/** Pages with every odd geometry the stamps must cope with. */
export function oddGeometries(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const sizes: readonly ((page: PDFPage) => void)[] = [
      () => undefined,
      (page) => page.setRotation(degrees(90)),
      (page) => page.setRotation(degrees(180)),
      (page) => page.setRotation(degrees(-90)),
      (page) => page.setMediaBox(-100, 250, 500, 700),
      (page) => {
        page.setMediaBox(50, 50, 600, 800);
        page.setCropBox(90, 120, 480, 600);
        page.setRotation(degrees(450));
      },
      (page) => {
        page.setSize(306, 396);
        page.node.set(PDFName.of('UserUnit'), document.context.obj(2));
      },
      (page) => page.setSize(1700, 2200),
      (page) => page.setSize(200, 420),
    ];
    for (const [index, shape] of sizes.entries()) {
      const page = document.addPage([612, 792]);
      shape(page);
      await markPage(document, page, `geometry${index + 1}`);
    }
  });
}

/** A page whose own content leaves the coordinate system changed and its states open, in two streams cut inside a text. */
export function carelessContent(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    const font = await document.embedFont(StandardFonts.Helvetica);
    page.node.set(PDFName.of('Resources'), document.context.obj({ Font: { F1: font.ref } }));
    const first = document.context.register(
      document.context.flateStream('q q 0.5 0 0 0.5 100 100 cm BT /F1 40 Tf 0 600 Td'),
    );
    const second = document.context.register(
      document.context.flateStream('(careless words) Tj ET 3 0 0 3 900 900 cm q'),
    );
    page.node.set(PDFName.of('Contents'), document.context.obj([first, second]));
  });
}

/** A form filled in without appearances, a page with a drawn annotation, and things that must not come along. */
export function formWithStrangers(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    await markPage(document, page, 'formpage');
    const form = document.getForm();
    const name = form.createTextField('patient');
    name.addToPage(page, { x: 72, y: 600, width: 240, height: 24 });
    name.setText('JANE FIELDVALUE');
    const town = form.createTextField('town');
    town.addToPage(page, { x: 72, y: 500, width: 240, height: 24 });
    form.createCheckBox('yes').addToPage(page, { x: 72, y: 560, width: 18, height: 18 });
    form.getCheckBox('yes').check();
    await document.flush();
    form.updateFieldAppearances();
    town.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText('Łódź ₤'));
    town.acroField.getWidgets()[0]!.dict.delete(PDFName.of('AP'));
    const widget = name.acroField.getWidgets()[0]!;
    widget.dict.delete(PDFName.of('AP'));
    form.acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true));
    const note = document.context.flateStream('0.1 0.6 0.2 rg 0 0 100 40 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 40],
      Resources: {},
    });
    const annotation = (entries: Record<string, unknown>) =>
      document.context.register(document.context.obj({ Type: 'Annot', ...entries } as never));
    const normal = { N: document.context.register(note) };
    page.node.addAnnot(annotation({ Subtype: 'Stamp', Rect: [300, 300, 500, 380], AP: normal }));
    page.node.addAnnot(annotation({ Subtype: 'Stamp', Rect: [300, 100, 500, 180], AP: normal, F: 2 }));
    page.node.addAnnot(
      annotation({
        Subtype: 'Link',
        Rect: [72, 700, 200, 720],
        A: { S: 'URI', URI: PDFString.of('https://secret.example/') },
      }),
    );
    document.addJavaScript('boo', 'app.alert("boo")');
    await document.attach(new TextEncoder().encode('attached secret'), 'attached-secret.txt', {});
    document.setTitle('Source title secret');
    document.setAuthor('Source author secret');
    page.node.set(PDFName.of('PieceInfo'), document.context.obj({ X: PDFHexString.fromText('piece secret') }));
  });
}

/** A page with one shown and one hidden layer. */
export function layered(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    const { context } = document;
    const layer = (name: string) => context.register(context.obj({ Type: 'OCG', Name: PDFString.of(name) }));
    const [shown, hidden] = [layer('Shown'), layer('Hidden')];
    page.node.set(PDFName.of('Resources'), context.obj({ Properties: { L1: shown, L2: hidden } }));
    const content = '/OC /L1 BDC 0 0 1 rg 100 600 100 100 re f EMC /OC /L2 BDC 1 0 0 rg 300 300 200 200 re f EMC';
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    document.catalog.set(
      PDFName.of('OCProperties'),
      context.obj({ OCGs: [shown, hidden], D: { Order: [shown, hidden], OFF: [hidden] } }),
    );
  });
}

/** A picture 400 by 300: red at its top left, blue at its bottom right, on grey. */
function picture() {
  const box = (width: number, height: number, background: string) => ({
    create: { width, height, channels: 3 as const, background },
  });
  return sharp(box(400, 300, '#c8c8c8')).composite([
    { input: box(100, 80, '#e02020'), left: 0, top: 0 },
    { input: box(100, 80, '#2030e0'), left: 300, top: 220 },
  ]);
}

/** The picture as a JPEG that says it must be turned: `orientation` as in EXIF, with a place name in its data. */
export async function jpegWithOrientation(orientation: number): Promise<Uint8Array> {
  const exif = { IFD0: { ImageDescription: 'camera secret' } };
  return new Uint8Array(await picture().jpeg({ quality: 95 }).withExif(exif).withMetadata({ orientation }).toBuffer());
}

export async function pngOf(kind: 'plain' | 'palette' | 'alpha' | 'grey'): Promise<Uint8Array> {
  const image = sharp(await picture().removeAlpha().png().toBuffer());
  const made = {
    plain: () => image.png(),
    palette: () => image.png({ palette: true, colours: 16 }),
    alpha: () => image.ensureAlpha(0.5).png(),
    grey: () => image.toColourspace('b-w').png(),
  }[kind]();
  return new Uint8Array(await made.toBuffer());
}

/** A TIFF of two pages. */
export async function tiffOfTwo(): Promise<Uint8Array> {
  const first = await picture().removeAlpha().raw().toBuffer();
  const second = first.map((value) => 255 - value);
  const pages = Buffer.concat([first, second]);
  return new Uint8Array(
    await sharp(pages, { raw: { width: 400, height: 600, channels: 3, pageHeight: 300 } })
      .tiff({ compression: 'lzw' })
      .toBuffer(),
  );
}

/** Makes pages of a picture file plain in this process, as the readers do in theirs; nothing for other files. */
export function plainHere(bytes: Uint8Array, format: FileFormat): SourceFile['plain'] {
  return (page) => {
    if (format === 'pdf' || isTextFormat(format)) throw new AppError('file-unsupported');
    return plainPictureOf(bytes, format, page);
  };
}

/** The resources' fonts. */
export const FONTS = new URL('../../resources/fonts/', import.meta.url).pathname;
