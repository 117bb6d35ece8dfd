// One page of a packet as it would come out now, drawn without building the rest: for the window's preview.
import { PDFContext } from 'pdf-lib';
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { hideLayers } from './catalog.ts';
import { pageComposer } from './compose-pages.ts';
import { openExhibitSource, type PictureOf, type SourceFile } from './exhibit-source.ts';
import { loadFonts } from './fonts.ts';
import { type Front, layoutFront } from './front.ts';
import type { Places } from './layout/letter-spans.ts';
import type { Numbering } from './layout/sheet.ts';
import { layoutTab } from './layout/tab.ts';
import { numberingOf, placesOf, type Slot, slotsOf } from './numbering.ts';
import { startPacketFile } from './packet-file.ts';
import { placedMarks } from './page-marks.ts';
import { layPageTree } from './page-tree.ts';
import { pageWriter } from './page-writer.ts';
import { type DrawRedacted, paperRedactions, redactionNote, withRedactedPages } from './redacted-page.ts';

/** A plan whose pages are set and counted. */
export interface LaidPacket {
  readonly plan: PacketPlan;
  readonly places: Places;
  readonly front: Front;
  readonly slots: readonly Slot[];
  readonly numbering: Numbering;
}

/** Sets the packet's own pages and counts all of them. Throws when a font of `fontsDir` is missing. */
export async function layPacket(plan: PacketPlan, fontsDir: string): Promise<LaidPacket> {
  const fonts = await loadFonts(PDFContext.create(), fontsDir);
  const places = placesOf(plan);
  const front = layoutFront(plan, places, fonts);
  const { cover, letter, matrix, index, tables } = front;
  const slots = slotsOf(plan, {
    cover: cover.length,
    letter: letter.length,
    matrix: matrix.length,
    index: index.length,
    tables: tables.length,
  });
  return { plan, places, front, slots, numbering: numberingOf(plan, slots, places) };
}

export interface PreviewSources {
  readonly fontsDir: string;
  readonly sources: (id: DocumentId) => Promise<SourceFile>;
  readonly pictureOf?: PictureOf | undefined;
  readonly drawRedacted?: DrawRedacted | undefined;
}

/** A PDF of one page: the packet's page `packetPage` (one-based), without links, bookmarks and hidden text. Throws page-not-found, and what its source throws. */
export async function previewPage(laid: LaidPacket, packetPage: number, input: PreviewSources): Promise<Uint8Array> {
  const { plan, places, front, slots, numbering } = laid;
  const slot = slots[packetPage - 1];
  if (slot === undefined) throw new AppError('page-not-found');
  const chunks: Uint8Array[] = [];
  const file = await startPacketFile((bytes) => {
    chunks.push(Uint8Array.from(bytes));
  });
  const { context } = file;
  const fonts = await loadFonts(context, input.fontsDir);
  const tree = layPageTree(context, 1);
  const pages = pageComposer({ plan, numbering, fonts, writer: pageWriter(context, tree, numbering, fonts.resources) });
  const catalog = context.obj({ Type: 'Catalog', Version: '1.7', Pages: tree.root });
  if (slot.kind === 'exhibit') {
    const { documentId } = slot.exhibit;
    const opened = await input.sources(documentId);
    const source = withRedactedPages(
      await openExhibitSource(documentId, opened, context, fonts, input.pictureOf),
      opened,
      paperRedactions(plan, documentId, input.drawRedacted),
      context,
    );
    const page = await source.page(slot.pageNumber);
    pages.source(page, packetPage, slot, placedMarks(plan, documentId, slot.pageNumber, page), undefined);
    hideLayers(context, catalog, source.layers());
  } else {
    const sheet =
      slot.kind === 'tab'
        ? layoutTab(
            plan,
            slot.exhibit,
            slot.exhibitIndex,
            front.marks,
            places,
            fonts,
            redactionNote(plan, slot.exhibit),
          )
        : front[slot.kind][slot.sheet];
    if (sheet === undefined) throw new AppError('page-not-found');
    pages.sheet(sheet, packetPage);
  }
  await fonts.embed();
  await file.finish(context.register(catalog), context.register(context.obj({})));
  return new Uint8Array(Buffer.concat(chunks));
}
