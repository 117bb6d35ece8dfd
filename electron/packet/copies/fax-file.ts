// The fax copy: every page black or white, 204 by 196 dots to the inch, Group 4, on letter paper. No text, links or bookmarks: a fax has none.
import { type PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { IsoDate } from '../../../shared/model/vocabulary.ts';
import { FAX_DPI, type FaxPage } from '../../readers/fax-page.ts';
import { pageLabels, writeInfo } from '../catalog.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../layout/sheet.ts';
import { deflated, type FinishedFile, type Sink, startPacketFile } from '../packet-file.ts';
import { layPageTree } from '../page-tree.ts';
import { num } from '../paint.ts';

/** What is known of a transmission before its sheets are there. */
export interface FaxFileFacts {
  readonly title: string;
  readonly createdOn: IsoDate;
  /** The page label of each sheet. */
  readonly labels: readonly string[];
}

export interface FaxFile {
  /** Writes the next sheet. */
  add(page: FaxPage): Promise<void>;
  finish(): Promise<FinishedFile>;
}

/** Starts a transmission; each sheet is written as it comes. The same sheets give the same bytes. */
export async function startFaxFile({ title, createdOn, labels }: FaxFileFacts, sink: Sink): Promise<FaxFile> {
  const file = await startPacketFile(sink);
  const { context } = file;
  const tree = layPageTree(context, labels.length);
  let written = 0;
  return {
    add: async (page) => {
      const ref = tree.pages[written];
      if (ref === undefined) return;
      written += 1;
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
    },
    finish: () => {
      const catalog = context.obj({
        Type: 'Catalog',
        Version: '1.7',
        Pages: tree.root,
        PageLabels: pageLabels(context, labels),
        ViewerPreferences: { DisplayDocTitle: true },
      });
      catalog.set(PDFName.of('Lang'), PDFHexString.fromText('en-US'));
      return file.finish(context.register(catalog), writeInfo(context, title, createdOn));
    },
  };
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
