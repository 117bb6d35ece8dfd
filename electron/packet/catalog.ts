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
  /** Tree of the named places; missing for a file without any. */
  readonly names?: PDFRef;
  /** The information once more as XMP; missing for a file without. */
  readonly metadata?: PDFRef;
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
  if (parts.names !== undefined) catalog.set(PDFName.of('Names'), context.obj({ Dests: parts.names }));
  if (parts.metadata !== undefined) catalog.set(PDFName.of('Metadata'), parts.metadata);
  hideLayers(context, catalog, parts.layers);
  return context.register(catalog);
}

/** Tells viewers which layers stay hidden. */
export function hideLayers(context: PDFContext, catalog: PDFDict, { all, hidden }: CatalogParts['layers']): void {
  if (all.length === 0) return;
  const config = context.obj({ BaseState: 'ON', OFF: [...hidden], Order: [] });
  catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [...all], D: config }));
}

/** The same as the document information, as XMP (ISO 16684-1) that other programs can read without opening the file; uncompressed, as they expect. */
export function writeMetadata(context: PDFContext, title: string, createdOn: IsoDate): PDFRef {
  const xml = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>
<xmp:CreateDate>${createdOn}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>${createdOn}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>${MAKER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return context.register(context.stream(Buffer.from(xml, 'utf8'), { Type: 'Metadata', Subtype: 'XML' }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const MAKER = 'Appeal Vault';

/** Writes the document information. The dates are the day the packet was planned, so the same input gives the same bytes. */
export function writeInfo(context: PDFContext, title: string, createdOn: IsoDate): PDFRef {
  const info = PDFDict.withContext(context);
  const day = PDFString.of(`D:${createdOn.replaceAll('-', '')}000000Z`);
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Creator'), PDFString.of(MAKER));
  info.set(PDFName.of('Producer'), PDFString.of(MAKER));
  info.set(PDFName.of('CreationDate'), day);
  info.set(PDFName.of('ModDate'), day);
  return context.register(info);
}
