// Writes pages of a built packet into another file: some of them, or with sheets between. Stamps and labels stay; links lead on.
import { PDFDict, PDFHexString, PDFName, type PDFObject, type PDFRef, PDFString } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { IsoDate } from '../../../shared/model/vocabulary.ts';
import { writeCatalog, writeInfo } from '../catalog.ts';
import { type Fonts, loadFonts } from '../fonts.ts';
import { type Numbering, PAGE_HEIGHT, PAGE_WIDTH, type Sheet } from '../layout/sheet.ts';
import { type OutlineEntry, writeOutline } from '../outline.ts';
import { deflated, type Sink, startPacketFile } from '../packet-file.ts';
import { layPageTree } from '../page-tree.ts';
import { paintSheet } from '../paint.ts';
import { importerFor } from '../source/importer.ts';
import type { OpenedPacket } from './opened-packet.ts';

/** A page of the new file: one of the packet, or a sheet of its own with its label. */
export type FilePage =
  | { readonly kind: 'packet'; readonly packetPage: number }
  | { readonly kind: 'own'; readonly sheet: Sheet; readonly label: string; readonly bookmark?: string };

/** A page of the packet in another file. */
export interface Elsewhere {
  readonly fileName: string;
  readonly name: string;
}

export interface Arrangement {
  readonly title: string;
  readonly createdOn: IsoDate;
  readonly fontsDir: string;
  /** Sets the pages of the file, once the typefaces are there. */
  readonly pages: (fonts: Fonts) => readonly FilePage[];
  /** Where links of the app's own sheets lead, in pages of the packet. */
  readonly numbering: Numbering;
  /** Where a page of the packet stands that isn't in this file; a link to a page that is nowhere is left out. */
  readonly elsewhere?: (packetPage: number) => Elsewhere | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called when a page (zero-based) is written, with the length of the file so far. */
  readonly onPage?: (index: number, length: number) => void;
}

/** A link that was written: the page of this file it stands on (one-based), and the page of the packet it leads to. */
export interface WrittenLink {
  readonly fromPage: number;
  readonly packetPage: number;
  readonly elsewhere?: Elsewhere;
}

export interface FileFacts {
  readonly pageCount: number;
  readonly byteLength: number;
  readonly labels: readonly string[];
  readonly links: readonly WrittenLink[];
  /** Named destinations of the file. */
  readonly names: readonly string[];
}

/** The named destination of a page of the packet, made of its stamp: “page-0047”. Signs that mean something in addresses become hyphens. */
export function destinationName(stamp: string): string {
  return `page-${stamp.replaceAll(/[^A-Za-z0-9._-]/g, '-')}`;
}

/** Writes the file. The same packet and arrangement give the same bytes. Throws cancelled. */
export async function rearrange(packet: OpenedPacket, arrangement: Arrangement, sink: Sink): Promise<FileFacts> {
  const file = await startPacketFile(sink);
  const { context } = file;
  const fonts = await loadFonts(context, arrangement.fontsDir);
  const pages = arrangement.pages(fonts);
  const tree = layPageTree(context, pages.length);
  const importer = importerFor(packet.document.context, context);
  const places = new Map(
    pages.flatMap((page, index) => (page.kind === 'packet' ? [[page.packetPage, index + 1]] : [])),
  );
  const links: WrittenLink[] = [];

  const linkTo = (fromPage: number, packetPage: number, rect: readonly number[]): readonly PDFRef[] => {
    const place = places.get(packetPage);
    const elsewhere = place === undefined ? arrangement.elsewhere?.(packetPage) : undefined;
    if (place === undefined && elsewhere === undefined) return [];
    links.push({ fromPage, packetPage, ...(elsewhere === undefined ? {} : { elsewhere }) });
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect.map((value) => Math.round(value * 1000) / 1000),
      Border: [0, 0, 0],
      F: 4,
    });
    const where = elsewhere === undefined ? '' : ` in ${elsewhere.fileName}`;
    link.set(PDFName.of('Contents'), PDFHexString.fromText(`Go to page ${packet.labelOf(packetPage)}${where}`));
    if (elsewhere !== undefined) link.set(PDFName.of('A'), remoteAction(context.obj({}), elsewhere));
    else link.set(PDFName.of('Dest'), context.obj([tree.pages[(place ?? 1) - 1] ?? null, 'XYZ', null, null, null]));
    return [context.register(link)];
  };

  for (const [index, page] of pages.entries()) {
    if (arrangement.signal?.aborted === true) throw new AppError('cancelled');
    const ref = tree.pages[index];
    if (ref === undefined) continue;
    const dict = context.obj({ Type: 'Page', Parent: tree.parentOf(ref) });
    const annotations: PDFRef[] = [];
    if (page.kind === 'packet') {
      const { node } = packet.page(page.packetPage);
      for (const key of COPIED) {
        const value = node.getInheritableAttribute(PDFName.of(key));
        if (value !== undefined) dict.set(PDFName.of(key), importer.copy(value));
      }
      for (const { rect, toPage } of packet.links(page.packetPage))
        annotations.push(...linkTo(index + 1, toPage, rect));
    } else {
      const painted = paintSheet(page.sheet, PAGE_HEIGHT, arrangement.numbering, fonts);
      dict.set(PDFName.of('MediaBox'), context.obj([0, 0, PAGE_WIDTH, PAGE_HEIGHT]));
      dict.set(PDFName.of('Resources'), context.obj({ Font: fonts.resources }));
      dict.set(PDFName.of('Contents'), context.register(deflated(context, painted.content)));
      for (const { rect, link } of painted.links) {
        const toPage = arrangement.numbering.pageOf(link.target);
        if (toPage !== undefined) annotations.push(...linkTo(index + 1, toPage, rect));
      }
    }
    if (annotations.length > 0) {
      dict.set(PDFName.of('Annots'), context.obj(annotations));
      dict.set(PDFName.of('Tabs'), PDFName.of('S'));
    }
    context.assign(ref, dict);
    await file.flush();
    arrangement.onPage?.(index, file.length);
  }

  const labels = pages.map((page) => (page.kind === 'packet' ? packet.labelOf(page.packetPage) : page.label));
  const names = namesOf(packet, places);
  await fonts.embed();
  const copies = (refs: readonly PDFRef[]) => refs.flatMap((ref) => importer.copied(ref) ?? []);
  const root = writeCatalog(context, {
    pageTree: tree.root,
    outline: writeOutline(context, outlineOf(packet, pages, places), tree.pages),
    stamps: labels,
    layers: { all: copies(packet.layers.all), hidden: copies(packet.layers.hidden) },
  });
  const catalog = context.lookup(root);
  if (catalog instanceof PDFDict && names.length > 0) {
    const entries = names.flatMap(([name, place]): readonly PDFObject[] => [
      PDFString.of(name),
      context.obj([tree.pages[place - 1] ?? null, 'XYZ', null, null, null]),
    ]);
    const dests = context.register(context.obj({ Names: context.obj(entries) }));
    catalog.set(PDFName.of('Names'), context.obj({ Dests: dests }));
  }
  const { byteLength } = await file.finish(root, writeInfo(context, arrangement.title, arrangement.createdOn));
  return { pageCount: pages.length, byteLength, labels, links, names: names.map(([name]) => name) };
}

/** What a page of the packet brings along; all else is made anew. */
const COPIED = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Resources', 'Contents', 'Group'];

/** Leads to a named place of another file beside this one (PDF 32000-1, 12.6.4.3); never starts a program. */
function remoteAction(action: PDFDict, { fileName, name }: Elsewhere): PDFDict {
  const { context } = action;
  const target = context.obj({ Type: 'Filespec' });
  target.set(PDFName.of('F'), PDFString.of(fileName));
  target.set(PDFName.of('UF'), PDFHexString.fromText(fileName));
  action.set(PDFName.of('S'), PDFName.of('GoToR'));
  action.set(PDFName.of('F'), target);
  action.set(PDFName.of('D'), PDFString.of(name));
  return action;
}

/** The packet's own names for pages of this file, and one for each page; in the order of their bytes, as the tree wants it. */
function namesOf(packet: OpenedPacket, places: ReadonlyMap<number, number>): readonly (readonly [string, number])[] {
  const names = new Map<string, number>();
  for (const [packetPage, place] of places) names.set(destinationName(packet.labelOf(packetPage)), place);
  for (const [name, packetPage] of packet.names) {
    const place = places.get(packetPage);
    // Other characters would need escapes, and another order than that of the text.
    if (place !== undefined && /^[A-Za-z0-9._-]+$/.test(name)) names.set(name, place);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Bookmarks of the app's own sheets, then those of the packet that lead to pages of this file. */
function outlineOf(
  packet: OpenedPacket,
  pages: readonly FilePage[],
  places: ReadonlyMap<number, number>,
): readonly OutlineEntry[] {
  const own = pages.flatMap((page, index) =>
    page.kind === 'own' && page.bookmark !== undefined
      ? [{ title: page.bookmark, packetPage: index + 1, children: [] }]
      : [],
  );
  const kept = (entries: readonly OutlineEntry[]): readonly OutlineEntry[] =>
    entries.flatMap((entry) => {
      const children = kept(entry.children);
      const place = places.get(entry.packetPage) ?? children[0]?.packetPage;
      return place === undefined ? [] : [{ ...entry, packetPage: place, children }];
    });
  return [...own, ...kept(packet.outline)];
}
