// Writes pages of a built packet into another file: some of them, or with sheets between. Stamps and labels stay; links lead on.
import { type PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { IsoDate } from '../../../shared/model/vocabulary.ts';
import { writeCatalog, writeInfo, writeMetadata } from '../catalog.ts';
import { type Fonts, loadFonts } from '../fonts.ts';
import { footLineFor, footLineOps } from '../foot-line.ts';
import { type Numbering, PAGE_HEIGHT, PAGE_WIDTH, type Sheet } from '../layout/sheet.ts';
import type { Tag } from '../layout/tag.ts';
import { writeNameTree } from '../named-places.ts';
import { type OutlineEntry, writeOutline } from '../outline.ts';
import { deflated, type FileRange, type Sink, startPacketFile } from '../packet-file.ts';
import { layPageTree } from '../page-tree.ts';
import { paintSheet } from '../paint.ts';
import { importerFor } from '../source/importer.ts';
import { plateFor } from '../stamp.ts';
import { type PageTags, startStructure } from '../structure.ts';
import { looksOf } from './excerpt.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { withObjects } from './pictures.ts';

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
  /** The line at the foot of the app's own sheets, as the packet's pages have it; missing or empty for none. */
  readonly footLine?: string | undefined;
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
  /** Where the pixels of pictures stand in it. */
  readonly pictures: readonly FileRange[];
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
  const structure = packet.structure === undefined ? undefined : startStructure(context, tree.pages);
  const places = new Map(
    pages.flatMap((page, index) => (page.kind === 'packet' ? [[page.packetPage, index + 1]] : [])),
  );
  const links: WrittenLink[] = [];

  const linkTo = (
    fromPage: number,
    packetPage: number,
    rect: readonly number[],
    tag: Tag | undefined,
    tags: PageTags | undefined,
  ): readonly PDFRef[] => {
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
    const ref = context.register(link);
    if (tags !== undefined && tag !== undefined)
      link.set(PDFName.of('StructParent'), context.obj(tags.annotation(tag, ref)));
    return [ref];
  };

  /** Left of where the sheet's label stands, as on the packet's own pages. */
  const footOps = (label: string): string => {
    const plate = plateFor({ stamp: label, place: '' }, PAGE_WIDTH, PAGE_HEIGHT, fonts);
    const foot = footLineFor(arrangement.footLine ?? '', plate, PAGE_WIDTH, fonts);
    return foot === undefined ? '' : footLineOps(foot, fonts);
  };

  for (const [index, page] of pages.entries()) {
    if (arrangement.signal?.aborted === true) throw new AppError('cancelled');
    const ref = tree.pages[index];
    if (ref === undefined) continue;
    const dict = context.obj({ Type: 'Page', Parent: tree.parentOf(ref) });
    const annotations: PDFRef[] = [];
    const tags = structure?.onPage(index + 1);
    if (page.kind === 'packet') {
      const { node } = packet.page(page.packetPage);
      const looks = looksOf(packet, page.packetPage);
      const values = looks.map(([, value]) => value);
      const pictures = await packet.pictures.below(values, (each) => importer.copied(each) !== undefined);
      withObjects(packet.document.context, pictures, () => {
        for (const [name, value] of looks) dict.set(name, importer.copy(value));
      });
      if (tags !== undefined) keepTags(packet, node, tags);
      for (const { rect, toPage, tag } of packet.links(page.packetPage))
        annotations.push(...linkTo(index + 1, toPage, rect, tag, tags));
    } else {
      const painted = paintSheet(page.sheet, PAGE_HEIGHT, arrangement.numbering, fonts, tags);
      dict.set(PDFName.of('MediaBox'), context.obj([0, 0, PAGE_WIDTH, PAGE_HEIGHT]));
      dict.set(PDFName.of('Resources'), context.obj({ Font: fonts.resources }));
      dict.set(
        PDFName.of('Contents'),
        context.register(deflated(context, `${painted.content}\n${footOps(page.label)}`)),
      );
      for (const { rect, link } of painted.links) {
        const toPage = arrangement.numbering.pageOf(link.target);
        if (toPage !== undefined) annotations.push(...linkTo(index + 1, toPage, rect, link.tag, tags));
      }
    }
    if (annotations.length > 0) dict.set(PDFName.of('Annots'), context.obj(annotations));
    const key = tags?.key();
    if (key !== undefined) dict.set(PDFName.of('StructParents'), context.obj(key));
    if (annotations.length > 0 || key !== undefined) dict.set(PDFName.of('Tabs'), PDFName.of('S'));
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
    ...(structure === undefined ? {} : { structure: structure.finish() }),
    ...(names.size === 0 ? {} : { names: writeNameTree(context, names, tree.pages) }),
    metadata: writeMetadata(context, arrangement.title, arrangement.createdOn),
  });
  const { byteLength, pictures } = await file.finish(
    root,
    writeInfo(context, arrangement.title, arrangement.createdOn),
  );
  return { pageCount: pages.length, byteLength, pictures, labels, links, names: [...names.keys()] };
}

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

/**
 * Takes the elements of a page over. Its operators number their pieces already, in the order in which they are begun here. All cells of a
 * row come with the first of them, in order, so that a table keeps its columns where a cell is empty or stands in another file.
 */
function keepTags({ structure }: OpenedPacket, page: PDFDict, tags: PageTags): void {
  for (const tag of structure?.pieces(page) ?? []) {
    for (const cell of structure?.rowAround(tag) ?? []) tags.touch(cell);
    tags.begin(tag);
  }
}

/** The packet's own names for pages of this file, and one for each page. */
function namesOf(packet: OpenedPacket, places: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [packetPage, place] of places) names.set(destinationName(packet.labelOf(packetPage)), place);
  for (const [name, packetPage] of packet.names) {
    const place = places.get(packetPage);
    // Other characters would need escapes, and another order than that of the text.
    if (place !== undefined && /^[A-Za-z0-9._-]+$/.test(name)) names.set(name, place);
  }
  return names;
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
