// A PDF of our own sheets alone, without exhibits: pages, title and language; nothing of the person but what the title says.
import { PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { type Fonts, loadFonts } from './fonts.ts';
import { type Numbering, PAGE_HEIGHT, PAGE_WIDTH, type Sheet } from './layout/sheet.ts';
import { startPacketFile } from './packet-file.ts';
import { layPageTree } from './page-tree.ts';
import { pageWriter } from './page-writer.ts';
import { paintSheet } from './paint.ts';

/** Nothing of such a file is stamped or linked. */
const NO_NUMBERING: Numbering = {
  pageCount: 0,
  pageOf: () => undefined,
  stampAt: String,
  numberAt: String,
  labelOf: () => undefined,
  placeInExhibit: () => undefined,
};

/**
 * Writes the sheets that `lay` sets, as a PDF of Letter pages. The same sheets give the same bytes: the file holds no dates.
 * Throws when a font of `fontsDir` is missing.
 */
export async function sheetsFile(input: {
  readonly title: string;
  readonly fontsDir: string;
  readonly lay: (fonts: Fonts) => readonly Sheet[];
  /** The number of pages the sheets may speak of, from that of the sheets; theirs alone unless told. */
  readonly pageCount?: (sheets: number) => number;
}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const file = await startPacketFile((bytes) => {
    chunks.push(Uint8Array.from(bytes));
  });
  const { context } = file;
  const fonts = await loadFonts(context, input.fontsDir);
  const sheets = input.lay(fonts);
  const pageCount = input.pageCount?.(sheets.length) ?? sheets.length;
  const numbering: Numbering = { ...NO_NUMBERING, pageCount };
  const tree = layPageTree(context, sheets.length);
  const writer = pageWriter(context, tree, numbering, fonts.resources);
  sheets.forEach((sheet, index) => {
    const { content } = paintSheet(sheet, PAGE_HEIGHT, numbering, fonts);
    writer.write({ packetPage: index + 1, width: PAGE_WIDTH, height: PAGE_HEIGHT, content });
  });
  await fonts.embed();
  const info = context.obj({});
  info.set(PDFName.of('Title'), PDFHexString.fromText(input.title));
  info.set(PDFName.of('Creator'), PDFString.of('Appeal Vault'));
  info.set(PDFName.of('Producer'), PDFString.of('Appeal Vault'));
  const catalog = context.obj({
    Type: 'Catalog',
    Version: '1.7',
    Pages: tree.root,
    ViewerPreferences: { DisplayDocTitle: true },
    Lang: PDFString.of('en-US'),
  });
  await file.finish(context.register(catalog), context.register(info));
  return new Uint8Array(Buffer.concat(chunks));
}
