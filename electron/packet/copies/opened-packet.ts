// A built packet, opened to make copies of it: its pages, labels, bookmarks and links, read back from the file itself.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRef } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { FinishedBytes } from '../kept-parts.ts';
import type { Tag } from '../layout/tag.ts';
import type { OutlineEntry } from '../outline.ts';
import { dictOf, type FoundStructure, foundStructure, textOf } from './found-structure.ts';
import { type Pictures, picturesOf } from './pictures.ts';
import { readSparse } from './sparse-file.ts';
import { nameTree, numberTree } from './trees.ts';

/** A link of a page of the packet to another page of it (one-based). */
export interface FoundLink {
  readonly rect: readonly number[];
  readonly toPage: number;
  /** The element of the structure it stands in. */
  readonly tag?: Tag | undefined;
}

export interface OpenedPacket {
  /** The file it was opened from. */
  readonly file: FinishedBytes;
  /** What the document leaves out of it. */
  readonly pictures: Pictures;
  readonly document: PDFDocument;
  readonly pageCount: number;
  /** The page's label, equal to its stamp. `packetPage` is one-based, here and below. */
  labelOf(packetPage: number): string;
  page(packetPage: number): PDFPage;
  links(packetPage: number): readonly FoundLink[];
  readonly outline: readonly OutlineEntry[];
  /** Named destinations of the file, with their pages. */
  readonly names: ReadonlyMap<string, number>;
  /** The packet's optional content, all of it and what is hidden. */
  readonly layers: { readonly all: readonly PDFRef[]; readonly hidden: readonly PDFRef[] };
  /** The tagged structure; missing in packets built before there was one. */
  readonly structure: FoundStructure | undefined;
}

/**
 * Opens a packet this app has built. The pixels of its pictures stay in the file, which must be readable as long as they are wanted. Throws
 * file-damaged when it is none, and what reading the file throws.
 */
export async function openPacket(file: FinishedBytes): Promise<OpenedPacket> {
  const { bytes, pictures } = await readSparse(file);
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY }).catch(
    (cause: unknown) => {
      throw new AppError('file-damaged', { cause });
    },
  );
  const { catalog, context } = document;
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref, index + 1]));
  const names = new Map<string, number>();
  const pageOf = (destination: PDFObject | undefined): number | undefined => {
    const found = document.context.lookup(destination);
    if (found instanceof PDFArray) {
      const first = found.get(0);
      return first instanceof PDFRef ? numbers.get(first) : undefined;
    }
    if (found instanceof PDFDict) return pageOf(found.get(PDFName.of('D')));
    const name = textOf(found);
    return name === undefined ? undefined : names.get(name);
  };
  const tree = dictOf(dictOf(catalog.lookup(PDFName.of('Names')))?.lookup(PDFName.of('Dests')));
  for (const [name, destination] of nameTree(tree)) {
    const page = pageOf(destination);
    if (page !== undefined) names.set(name, page);
  }
  const labels = pageLabels(dictOf(catalog.lookup(PDFName.of('PageLabels'))), pages.length);
  const destinationOf = (item: PDFDict) => {
    const action = dictOf(item.lookup(PDFName.of('A')));
    const aim =
      item.get(PDFName.of('Dest')) ?? (isNamed(action, 'S', 'GoTo') ? action?.get(PDFName.of('D')) : undefined);
    return aim === undefined ? undefined : pageOf(aim);
  };
  const root = dictOf(catalog.lookup(PDFName.of('StructTreeRoot')));
  const structure = root === undefined ? undefined : foundStructure(root);
  return {
    document,
    pageCount: pages.length,
    labelOf: (packetPage) => labels[packetPage - 1] ?? String(packetPage),
    page: (packetPage) => {
      const page = pages[packetPage - 1];
      if (page === undefined) throw new AppError('page-not-found');
      return page;
    },
    links: (packetPage) =>
      itemsOf(pages[packetPage - 1]?.node.lookup(PDFName.of('Annots'))).flatMap((annotation) => {
        if (!isNamed(annotation, 'Subtype', 'Link')) return [];
        const toPage = destinationOf(annotation);
        if (toPage === undefined) return [];
        return [
          { rect: numbersOf(annotation.lookup(PDFName.of('Rect'))), toPage, tag: structure?.linkTag(annotation) },
        ];
      }),
    outline: outlineBelow(dictOf(catalog.lookup(PDFName.of('Outlines'))), destinationOf),
    names,
    layers: layersOf(dictOf(catalog.lookup(PDFName.of('OCProperties')))),
    file,
    pictures: picturesOf(file, context, pictures),
    structure,
  };
}

function outlineBelow(
  parent: PDFDict | undefined,
  destinationOf: (item: PDFDict) => number | undefined,
): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<PDFDict>();
  let item = dictOf(parent?.lookup(PDFName.of('First')));
  while (item !== undefined && !seen.has(item)) {
    seen.add(item);
    const packetPage = destinationOf(item);
    if (packetPage !== undefined) {
      const title = textOf(item.lookup(PDFName.of('Title'))) ?? '';
      entries.push({ title, packetPage, children: outlineBelow(item, destinationOf) });
    }
    item = dictOf(item.lookup(PDFName.of('Next')));
  }
  return entries;
}

/** The labels of all pages; a range's first label is followed by its number style, which packets don't use. */
function pageLabels(tree: PDFDict | undefined, count: number): readonly string[] {
  const labels = Array.from({ length: count }, (_, index) => String(index + 1));
  for (const [index, label] of numberTree(tree)) {
    const prefix = textOf(dictOf(tree?.context.lookup(label))?.lookup(PDFName.of('P')));
    if (prefix !== undefined && index < count) labels[index] = prefix;
  }
  return labels;
}

function layersOf(properties: PDFDict | undefined): OpenedPacket['layers'] {
  const config = dictOf(properties?.lookup(PDFName.of('D')));
  return { all: refsOf(properties?.lookup(PDFName.of('OCGs'))), hidden: refsOf(config?.lookup(PDFName.of('OFF'))) };
}

function refsOf(list: PDFObject | undefined): readonly PDFRef[] {
  return list instanceof PDFArray ? list.asArray().filter((item) => item instanceof PDFRef) : [];
}

function itemsOf(list: PDFObject | undefined): readonly PDFDict[] {
  if (!(list instanceof PDFArray)) return [];
  return Array.from({ length: list.size() }, (_, index) => dictOf(list.lookup(index))).filter(
    (item) => item !== undefined,
  );
}

function numbersOf(list: PDFObject | undefined): readonly number[] {
  return list instanceof PDFArray
    ? list.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0))
    : [];
}

function isNamed(dict: PDFDict | undefined, key: string, name: string): boolean {
  return dict?.lookup(PDFName.of(key)) === PDFName.of(name);
}
