// Composes the packet: plan and sources → one PDF, stamped, linked, bookmarked, searchable.
import type { PDFRef } from 'pdf-lib';
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { isTextFormat } from '../../shared/model/document.ts';
import type { IndexRow, PacketPlan } from '../../shared/model/packet.ts';
import type { WrittenLooks } from '../../shared/packet/checks/written.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import { writeCatalog, writeInfo, writeMetadata } from './catalog.ts';
import { type ExhibitSlot, pageComposer } from './compose-pages.ts';
import { type ExhibitSource, openExhibitSource, type PictureOf, type SourceFile } from './exhibit-source.ts';
import { loadFonts } from './fonts.ts';
import { layoutFront } from './front.ts';
import { indexRows } from './layout/exhibit-index.ts';
import { layoutTab } from './layout/tab.ts';
import { partTag, type Tag, tagged } from './layout/tag.ts';
import { placeNames, writeNameTree } from './named-places.ts';
import { numberingOf, placesOf, type Slot, slotsOf } from './numbering.ts';
import { type OutlineEntry, outlineOf, writeOutline } from './outline.ts';
import { type FileRange, type Sink, startPacketFile } from './packet-file.ts';
import { placedMarks } from './page-marks.ts';
import { layPageTree } from './page-tree.ts';
import { type PacketLink, pageWriter } from './page-writer.ts';
import { type DrawRedacted, paperRedactions, redactionNote, withRedactedPages } from './redacted-page.ts';
import type { SourcePage } from './source/source-page.ts';
import { startStructure } from './structure.ts';
import { embedLayerFont } from './text-layer.ts';

export interface ComposeInput {
  readonly plan: PacketPlan;
  /** Reads the file behind a document; called once for each exhibit, in the order of the plan. */
  readonly sources: (id: DocumentId) => Promise<SourceFile>;
  /** Folder that holds resources/fonts. */
  readonly fontsDir: string;
  /** Pictures for pages whose file can't be taken over; without it such a file stops the packet. */
  readonly pictureOf?: PictureOf | undefined;
  /** Draws the pages the plan redacts; without it such a page stops the packet. */
  readonly drawRedacted?: DrawRedacted | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

/** Where a page of an exhibit stands. `packetPage` is one-based. */
export interface ExhibitPage {
  readonly label: string;
  readonly documentId: DocumentId;
  readonly pageNumber: number;
  readonly packetPage: number;
}

/** What was written, for the vault's record and for the check. */
export interface PacketFacts {
  readonly pageCount: number;
  readonly byteLength: number;
  /** The file's name for itself in its trailer, hexadecimal; a viewer that saves remarks into the file keeps it. */
  readonly fileId: string;
  /** Where in the file the pixels of pictures stand. */
  readonly pictures: readonly FileRange[];
  readonly index: readonly IndexRow[];
  readonly outline: readonly OutlineEntry[];
  readonly links: readonly PacketLink[];
  /** The stamp of each page, in order; also its label. */
  readonly stamps: readonly string[];
  readonly exhibitPages: readonly ExhibitPage[];
  /** How each page came to look as it does, in order. */
  readonly looks: readonly WrittenLooks[];
}

export interface ComposedPacket extends PacketFacts {
  readonly bytes: Uint8Array;
}

/** Composes a packet in memory. Throws cancelled, and file-damaged or pdf-password for a source that can't be taken over. */
export async function composePacket(input: ComposeInput): Promise<ComposedPacket> {
  const chunks: Uint8Array[] = [];
  const facts = await writePacket(input, (bytes) => {
    // A sink's bytes may be used again for the next piece.
    chunks.push(Uint8Array.from(bytes));
  });
  const bytes = new Uint8Array(facts.byteLength);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { ...facts, bytes };
}

/** Composes a packet piece by piece: memory holds one source at a time. Throws as `composePacket`. */
export async function writePacket(input: ComposeInput, sink: Sink): Promise<PacketFacts> {
  const { plan } = input;
  const file = await startPacketFile(sink);
  const { context } = file;
  const fonts = await loadFonts(context, input.fontsDir);
  const layerFont = await embedLayerFont(context, input.fontsDir);
  const places = placesOf(plan);
  const front = layoutFront(plan, places, fonts);
  const slots = slotsOf(plan, {
    cover: front.cover.length,
    letter: front.letter.length,
    matrix: front.matrix.length,
    index: front.index.length,
    tables: front.tables.length,
  });
  const numbering = numberingOf(plan, slots, places);
  const tree = layPageTree(context, slots.length);
  const writer = pageWriter(context, tree, numbering, fonts.resources);
  const structure = startStructure(context, tree.pages);
  const allExhibits = tagged('Part', undefined, { title: 'Exhibits' });
  const links: PacketLink[] = [];
  const ways = new Map<number, WrittenLooks['way']>();
  const layers: { readonly all: PDFRef[]; readonly hidden: PDFRef[] } = { all: [], hidden: [] };

  const pages = pageComposer({ plan, numbering, fonts, writer, whole: { structure, layerFont } });

  let source: ExhibitSource | undefined;
  let tab:
    | { readonly slot: Extract<Slot, { kind: 'tab' }>; readonly packetPage: number; readonly tag: Tag }
    | undefined;
  let release: SourceFile['release'];
  const closeExhibit = async () => {
    if (tab === undefined) return;
    const { exhibit, exhibitIndex } = tab.slot;
    const notes = [pictureNote(source?.pictured ?? [], exhibit.pages.length), redactionNote(plan, exhibit)].filter(
      (each) => each !== undefined,
    );
    const note = notes.length === 0 ? undefined : notes.join(' ');
    const sheet = layoutTab(plan, exhibit, exhibitIndex, front.marks, places, fonts, note, tab.tag);
    links.push(...pages.sheet(sheet, tab.packetPage));
    const found = source?.layers();
    layers.all.push(...(found?.all ?? []));
    layers.hidden.push(...(found?.hidden ?? []));
    tab = undefined;
    source = undefined;
    await file.flush();
    release?.();
  };
  for (const [index, slot] of slots.entries()) {
    if (input.signal?.aborted === true) throw new AppError('cancelled');
    const packetPage = index + 1;
    if (slot.kind === 'tab') {
      await closeExhibit();
      tab = { slot, packetPage, tag: tagged('Div', partTag(`Exhibit ${slot.exhibit.label}`, allExhibits)) };
      // The tab sheet is set last, when all is known of the exhibit, but read first.
      structure.touch(tab.tag);
      const { documentId } = slot.exhibit;
      const opened = await input.sources(documentId);
      release = opened.release;
      source = withRedactedPages(
        await openExhibitSource(documentId, opened, context, fonts, input.pictureOf),
        opened,
        paperRedactions(plan, documentId, input.drawRedacted),
        context,
      );
    } else if (slot.kind === 'exhibit') {
      if (source === undefined || tab === undefined) throw new AppError('internal');
      const page = await source.page(slot.pageNumber);
      const marks = placedMarks(plan, slot.exhibit.documentId, slot.pageNumber, page);
      ways.set(packetPage, wayOf(plan, slot, source, page));
      pages.source(page, packetPage, slot, marks, tab.tag.parent);
    } else {
      const sheet = front[slot.kind][slot.sheet];
      if (sheet !== undefined) links.push(...pages.sheet(sheet, packetPage));
    }
    await file.flush();
    input.onProgress?.({ done: packetPage, total: slots.length });
  }
  await closeExhibit();

  const outline = outlineOf(plan, slots, front);
  const stamps = slots.map((_, index) => numbering.stampAt(index + 1));
  await fonts.embed();
  const root = writeCatalog(context, {
    pageTree: tree.root,
    outline: writeOutline(context, outline, tree.pages),
    stamps,
    layers,
    structure: structure.finish(),
    names: writeNameTree(context, placeNames(slots), tree.pages),
    metadata: writeMetadata(context, plan.title, plan.createdOn),
  });
  const { byteLength, fileId, pictures } = await file.finish(root, writeInfo(context, plan.title, plan.createdOn));
  return {
    pageCount: slots.length,
    byteLength,
    fileId,
    pictures,
    index: indexRows(plan, numbering),
    outline,
    links: links.toSorted((a, b) => a.fromPage - b.fromPage),
    stamps,
    exhibitPages: exhibitPages(slots),
    looks: slots.flatMap((_, index) => {
      const looks = pages.looks.get(index + 1);
      return looks === undefined ? [] : [{ ...looks, way: ways.get(index + 1) ?? 'set' }];
    }),
  };
}

function wayOf(
  plan: PacketPlan,
  { exhibit, pageNumber }: ExhibitSlot,
  source: ExhibitSource,
  { needsTextLayer }: SourcePage,
): WrittenLooks['way'] {
  if (boxesOn(plan, exhibit.documentId, pageNumber).length > 0) return 'redacted';
  if (source.pictured.includes(pageNumber)) return 'picture';
  // Of papers of words only those pages need a layer of text that are pictures.
  return isTextFormat(source.format) && !needsTextLayer ? 'set' : 'taken';
}

function exhibitPages(slots: readonly Slot[]): readonly ExhibitPage[] {
  return slots.flatMap((slot, index) =>
    slot.kind === 'exhibit'
      ? [
          {
            label: slot.exhibit.label,
            documentId: slot.exhibit.documentId,
            pageNumber: slot.pageNumber,
            packetPage: index + 1,
          },
        ]
      : [],
  );
}

/** Tells on the tab sheet that pages are pictures of the original. */
function pictureNote(pictured: readonly number[], count: number): string | undefined {
  if (pictured.length === 0) return undefined;
  const which =
    pictured.length === count
      ? 'The pages are'
      : pictured.length === 1
        ? `Page ${pictured[0]} is`
        : `Pages ${pictured.join(', ')} are`;
  return `${which} shown as pictures of the original file.`;
}
