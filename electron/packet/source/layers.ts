// Optional content (layers) of a source: which of it the paper hides when it is opened.
import { PDFArray, type PDFCatalog, PDFDict, PDFName, PDFRef } from 'pdf-lib';

export interface Layers {
  readonly all: ReadonlySet<PDFRef>;
  readonly hidden: ReadonlySet<PDFRef>;
}

/** The layers of a source in its default configuration. */
export function hiddenLayers(catalog: PDFCatalog): Layers {
  const properties = catalog.lookup(PDFName.of('OCProperties'));
  if (!(properties instanceof PDFDict)) return { all: new Set(), hidden: new Set() };
  const all = new Set(refsOf(properties.lookup(PDFName.of('OCGs'))));
  const config = properties.lookup(PDFName.of('D'));
  if (!(config instanceof PDFDict)) return { all, hidden: new Set() };
  const hidden = new Set(config.lookup(PDFName.of('BaseState')) === PDFName.of('OFF') ? all : []);
  for (const ref of refsOf(config.lookup(PDFName.of('ON')))) hidden.delete(ref);
  for (const ref of refsOf(config.lookup(PDFName.of('OFF')))) hidden.add(ref);
  return { all, hidden };
}

function refsOf(value: unknown): readonly PDFRef[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().filter((item): item is PDFRef => item instanceof PDFRef);
}
