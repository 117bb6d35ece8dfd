// A reviewer with a PDF viewer: writes remarks into a copy of a packet, as Acrobat does.
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';

export interface Remark {
  /** One-based page of the file. */
  readonly page: number;
  readonly kind: 'Text' | 'Highlight';
  readonly rect: readonly [number, number, number, number];
  readonly author: string;
  readonly text: string;
}

/** The file with the remarks in it, pages taken out as told (one-based). */
export async function withRemarks(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  without: readonly number[] = [],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const { page, kind, rect, author, text } of remarks) {
    const [x0, y0, x1, y1] = rect;
    const quads = kind === 'Highlight' ? { QuadPoints: [x0, y1, x1, y1, x0, y0, x1, y0], C: [1, 0.9, 0] } : {};
    annotate(
      document.getPage(page - 1),
      { Subtype: kind, Rect: [...rect], ...quads },
      { T: author, Contents: text, M: 'D:20261014' },
    );
  }
  for (const page of without.toSorted((a, b) => b - a)) document.removePage(page - 1);
  return document.save({ useObjectStreams: false });
}

/** Adds an annotation to a page. */
export function annotate(
  page: PDFPage,
  entries: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): PDFRef {
  const { context } = page.doc;
  const dict = PDFDict.fromMapWithContext(new Map(), context);
  for (const [key, value] of Object.entries({ Type: 'Annot', F: 4, ...entries }))
    dict.set(PDFName.of(key), context.obj(value as string));
  for (const [key, text] of Object.entries(texts)) dict.set(PDFName.of(key), PDFHexString.fromText(text));
  const ref = context.register(dict);
  page.node.addAnnot(ref);
  return ref;
}
