// The fax copy: every page black or white, 204 by 196 dots to the inch, Group 4, on letter paper. No text, links or bookmarks: a fax has none.
import { type PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { IsoDate } from '../../../shared/model/vocabulary.ts';
import { FAX_DPI, type FaxPage } from '../../readers/fax-page.ts';
import { pageLabels, writeInfo } from '../catalog.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../layout/sheet.ts';
import { deflated, startPacketFile } from '../packet-file.ts';
import { layPageTree } from '../page-tree.ts';
import { num } from '../paint.ts';

/** One page of a transmission: its dots, and its page label. */
export interface FaxSheet {
  readonly page: FaxPage;
  readonly label: string;
}

/** Writes a transmission. The same sheets give the same bytes. */
export async function faxFile(
  sheets: readonly FaxSheet[],
  { title, createdOn }: { readonly title: string; readonly createdOn: IsoDate },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const file = await startPacketFile((bytes) => {
    chunks.push(Uint8Array.from(bytes));
  });
  const { context } = file;
  const tree = layPageTree(context, sheets.length);
  for (const [index, { page }] of sheets.entries()) {
    const ref = tree.pages[index];
    if (ref === undefined) continue;
    const [width, height] = [(page.width / FAX_DPI.across) * 72, (page.height / FAX_DPI.down) * 72];
    const place = [width, 0, 0, height, (PAGE_WIDTH - width) / 2, PAGE_HEIGHT - height].map(num).join(' ');
    context.assign(
      ref,
      context.obj({
        Type: 'Page',
        Parent: tree.parentOf(ref),
        MediaBox: [0, 0, PAGE_WIDTH, PAGE_HEIGHT],
        Resources: { XObject: { AvFax: faxImage(context, page) } },
        Contents: context.register(deflated(context, `q ${place} cm /AvFax Do Q`)),
      }),
    );
    await file.flush();
  }
  const catalog = context.obj({
    Type: 'Catalog',
    Version: '1.7',
    Pages: tree.root,
    PageLabels: pageLabels(
      context,
      sheets.map(({ label }) => label),
    ),
    ViewerPreferences: { DisplayDocTitle: true },
  });
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText('en-US'));
  await file.finish(context.register(catalog), writeInfo(context, title, createdOn));
  return new Uint8Array(Buffer.concat(chunks));
}

/** The dots as they came from the reader: one Group 4 stream. */
function faxImage(context: PDFContext, { strip, width, height }: FaxPage): PDFRef {
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 1,
    ColorSpace: 'DeviceGray',
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: width, Rows: height },
  });
  return context.register(PDFRawStream.of(dict, strip));
}
