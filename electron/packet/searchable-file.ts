// A searchable copy of papers: their pages as they are, one after the other, scanned ones with their words laid invisibly behind the picture.
import { PDFName, PDFString } from 'pdf-lib';
import { DocumentId } from '../../shared/ids.ts';
import { openExhibitSource, type SourceFile } from './exhibit-source.ts';
import { loadFonts } from './fonts.ts';
import { deflated, type Sink, startPacketFile } from './packet-file.ts';
import { layPageTree } from './page-tree.ts';
import { num } from './paint.ts';
import { embedLayerFont, LAYER_FONT, textLayerOps } from './text-layer.ts';

/** A paper to be copied: how many pages it has, and its file, opened when its turn comes. */
export interface SearchablePaper {
  readonly pageCount: number;
  readonly load: () => Promise<SourceFile>;
  /** The picture of a page as JPEG, for one that can't be taken over from its file. */
  readonly picture: (pageNumber: number) => Promise<Uint8Array>;
}

/** The sources are named by ids; here nobody sees them. */
const NOBODY = DocumentId.parse(`d_${'0'.repeat(32)}`);

/** Writes the copy. Holds one paper in memory at a time. The same papers give the same bytes. */
export async function writeSearchable(papers: readonly SearchablePaper[], fontsDir: string, sink: Sink): Promise<void> {
  const file = await startPacketFile(sink);
  const { context } = file;
  const fonts = await loadFonts(context, fontsDir);
  fonts.add(LAYER_FONT, await embedLayerFont(context, fontsDir));
  const tree = layPageTree(
    context,
    papers.reduce((sum, { pageCount }) => sum + pageCount, 0),
  );
  let written = 0;
  for (const { pageCount, load, picture } of papers) {
    const paper = await load();
    const source = await openExhibitSource(NOBODY, paper, context, fonts, (_id, pageNumber) => picture(pageNumber));
    for (let pageNumber = 1; pageNumber <= pageCount; pageNumber += 1) {
      const page = await source.page(pageNumber);
      const ref = tree.pages[written];
      if (ref === undefined) return;
      written += 1;
      const objects = context.obj({});
      for (const [name, object] of page.objects) objects.set(PDFName.of(name), object);
      const layer = page.needsTextLayer ? textLayerOps(page.words, page.height) : '';
      context.assign(
        ref,
        context.obj({
          Type: 'Page',
          Parent: tree.parentOf(ref),
          MediaBox: [0, 0, Number(num(page.width)), Number(num(page.height))],
          Resources: { Font: fonts.resources, XObject: objects },
          Contents: context.register(deflated(context, `q ${page.content} Q\nq ${layer} Q`)),
        }),
      );
      await file.flush();
    }
  }
  await fonts.embed();
  const info = context.obj({ Producer: PDFString.of('Appeal Vault') });
  const catalog = context.obj({ Type: 'Catalog', Version: '1.7', Pages: tree.root });
  await file.finish(context.register(catalog), context.register(info));
}
