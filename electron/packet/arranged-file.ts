// A PDF made of pages of several papers, as they look, each turned as asked. Words of pictures are not laid under them: the paper keeps them itself.
import { PDFDict, PDFName } from 'pdf-lib';
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { ArrangedPage } from '../../shared/model/arrangement.ts';
import { hideLayers } from './catalog.ts';
import { type ExhibitSource, openExhibitSource, type PictureOf, type SourceFile } from './exhibit-source.ts';
import { loadFonts } from './fonts.ts';
import { deflated, startPacketFile } from './packet-file.ts';
import { layPageTree } from './page-tree.ts';

interface ArrangedInput {
  readonly pages: readonly ArrangedPage[];
  readonly fontsDir: string;
  readonly paper: (id: DocumentId) => Promise<SourceFile>;
  /** For pages that can't be taken over from their file. */
  readonly pictureOf: PictureOf;
  readonly signal?: AbortSignal | undefined;
}

/** The file in memory; the same pages give the same bytes. Throws cancelled, and whatever `paper` throws. */
export async function arrangedFile({ pages, fontsDir, paper, pictureOf, signal }: ArrangedInput): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const file = await startPacketFile((bytes) => {
    chunks.push(Uint8Array.from(bytes));
  });
  const { context } = file;
  const fonts = await loadFonts(context, fontsDir);
  const tree = layPageTree(context, pages.length);
  const sources = new Map<DocumentId, ExhibitSource>();
  for (const [index, { documentId, pageNumber, turn }] of pages.entries()) {
    if (signal?.aborted === true) throw new AppError('cancelled');
    const ref = tree.pages[index];
    if (ref === undefined) continue;
    const source =
      sources.get(documentId) ??
      (await openExhibitSource(documentId, await paper(documentId), context, fonts, pictureOf));
    sources.set(documentId, source);
    const { width, height, objects, content } = await source.page(pageNumber);
    const named = context.obj({});
    for (const [name, object] of objects) named.set(PDFName.of(name), object);
    const page = context.obj({
      Type: 'Page',
      Parent: tree.parentOf(ref),
      MediaBox: [0, 0, width, height],
      Rotate: turn,
      Resources: { Font: fonts.resources, XObject: named },
      Contents: context.register(deflated(context, `q ${content} Q`)),
    });
    context.assign(ref, page);
    await file.flush();
  }
  await fonts.embed();
  const catalog = context.obj({ Type: 'Catalog', Pages: tree.root });
  const layers = [...sources.values()].map((source) => source.layers());
  hideLayers(context, catalog, {
    all: layers.flatMap(({ all }) => all),
    hidden: layers.flatMap(({ hidden }) => hidden),
  });
  await file.finish(context.register(catalog), context.register(PDFDict.withContext(context)));
  return new Uint8Array(Buffer.concat(chunks));
}
