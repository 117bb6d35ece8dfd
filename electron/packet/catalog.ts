// The packet's catalog and information: labels equal to the stamps, bookmarks open, our own title, fixed dates, nothing of the sources.
import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import type { IsoDate } from '../../shared/model/vocabulary.ts';

/** Page labels that read exactly like the stamps: one entry per page, because a range can't be padded with zeros. */
export function pageLabels(context: PDFContext, stamps: readonly string[]): PDFDict {
  const entries = stamps.flatMap((stamp, index) => {
    const label = context.obj({});
    label.set(PDFName.of('P'), PDFHexString.fromText(stamp));
    return [context.obj(index), label];
  });
  return context.obj({ Nums: entries });
}

export interface CatalogParts {
  readonly pageTree: PDFRef;
  readonly outline: PDFRef;
  readonly stamps: readonly string[];
  /** Layers of the sources and those of them that stay hidden. */
  readonly layers: { readonly all: readonly PDFRef[]; readonly hidden: readonly PDFRef[] };
  /** Root of the tagged structure; missing for a file without one. */
  readonly structure?: PDFRef;
}

/** Writes the catalog. */
export function writeCatalog(context: PDFContext, parts: CatalogParts): PDFRef {
  const catalog = context.obj({
    Type: 'Catalog',
    Version: '1.7',
    Pages: parts.pageTree,
    Outlines: parts.outline,
    PageMode: 'UseOutlines',
    PageLabels: pageLabels(context, parts.stamps),
    ViewerPreferences: { DisplayDocTitle: true },
    Lang: PDFString.of('en-US'),
  });
  if (parts.structure !== undefined) {
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    catalog.set(PDFName.of('StructTreeRoot'), parts.structure);
  }
  hideLayers(context, catalog, parts.layers);
  return context.register(catalog);
}

/** Tells viewers which layers stay hidden. */
export function hideLayers(context: PDFContext, catalog: PDFDict, { all, hidden }: CatalogParts['layers']): void {
  if (all.length === 0) return;
  const config = context.obj({ BaseState: 'ON', OFF: [...hidden], Order: [] });
  catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [...all], D: config }));
}

/** Writes the document information. The dates are the day the packet was planned, so the same input gives the same bytes. */
export function writeInfo(context: PDFContext, title: string, createdOn: IsoDate): PDFRef {
  const info = PDFDict.withContext(context);
  const day = PDFString.of(`D:${createdOn.replaceAll('-', '')}000000Z`);
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Creator'), PDFString.of('Appeal Vault'));
  info.set(PDFName.of('Producer'), PDFString.of('Appeal Vault'));
  info.set(PDFName.of('CreationDate'), day);
  info.set(PDFName.of('ModDate'), day);
  return context.register(info);
}
