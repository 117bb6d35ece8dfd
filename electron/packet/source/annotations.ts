// Visible annotations of a page (filled fields, stamps, comments drawn on the page) as drawings. Pop-ups and hidden ones stay behind, and of links all but a border.
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFRef, PDFStream } from 'pdf-lib';
import { giveLooks } from './annotation-looks.ts';
import type { Importer } from './importer.ts';
import { chained, type Matrix, mappedBox, matrixOf, rectangleOf } from './page-geometry.ts';

export interface Drawing {
  readonly form: PDFRef;
  /** From the appearance's own coordinates to the upright page. */
  readonly matrix: Matrix;
}

/** Annotation flags, PDF 32000-1 table 165. */
const HIDDEN = 2;
const NO_VIEW = 32;
const POPUP = PDFName.of('Popup');

/** The drawings of a page's annotations, lowest first. */
export function annotationDrawings(
  page: PDFPage,
  toUpright: Matrix,
  importer: Importer,
  hiddenLayers: ReadonlySet<PDFRef>,
): readonly Drawing[] {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  giveLooks(page);
  return Array.from({ length: annotations.size() }, (_, index) => annotations.lookup(index)).flatMap((annotation) => {
    if (!(annotation instanceof PDFDict) || !isVisible(annotation, hiddenLayers)) return [];
    const drawing = drawingOf(annotation, toUpright, importer);
    return drawing === undefined ? [] : [drawing];
  });
}

function isVisible(annotation: PDFDict, hiddenLayers: ReadonlySet<PDFRef>): boolean {
  const subtype = annotation.lookup(PDFName.of('Subtype'));
  if (subtype === POPUP) return false;
  const flags = annotation.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & (HIDDEN | NO_VIEW)) !== 0) return false;
  const layer = annotation.get(PDFName.of('OC'));
  return !(layer instanceof PDFRef && hiddenLayers.has(layer));
}

/** Fits the appearance's box into the annotation's rectangle: PDF 32000-1, 12.5.5, algorithm 8.1. */
function drawingOf(annotation: PDFDict, toUpright: Matrix, importer: Importer): Drawing | undefined {
  const rect = rectangleOf(annotation.lookup(PDFName.of('Rect')));
  const appearance = normalAppearance(annotation);
  if (rect === undefined || appearance === undefined) return undefined;
  const box = rectangleOf(appearance.stream.dict.lookup(PDFName.of('BBox')));
  if (box === undefined) return undefined;
  const [x0, y0, x1, y1] = mappedBox(matrixOf(appearance.stream.dict, PDFName.of('Matrix')), box);
  const sx = (rect[2] - rect[0]) / (x1 - x0);
  const sy = (rect[3] - rect[1]) / (y1 - y0);
  if (!Number.isFinite(sx) || !Number.isFinite(sy)) return undefined;
  appearance.stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  appearance.stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  const form = importer.copy(appearance.ref);
  if (!(form instanceof PDFRef)) return undefined;
  return { form, matrix: chained([sx, 0, 0, sy, rect[0] - x0 * sx, rect[1] - y0 * sy], toUpright) };
}

/** The normal appearance, in the state the annotation is in. */
function normalAppearance(annotation: PDFDict): { readonly stream: PDFStream; readonly ref: PDFRef } | undefined {
  const appearances = annotation.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.get(PDFName.of('N'));
  const direct = asStream(normal, annotation);
  if (direct !== undefined) return direct;
  const states = annotation.context.lookup(normal);
  const state = annotation.lookup(PDFName.of('AS'));
  if (!(states instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  return asStream(states.get(state), annotation);
}

function asStream(
  value: unknown,
  annotation: PDFDict,
): { readonly stream: PDFStream; readonly ref: PDFRef } | undefined {
  if (!(value instanceof PDFRef)) return undefined;
  const stream = annotation.context.lookup(value);
  return stream instanceof PDFStream ? { stream, ref: value } : undefined;
}
