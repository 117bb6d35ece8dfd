// A source PDF: each page becomes a form that draws it upright, with its visible annotations and filled fields, and nothing else of the file.
import {
  decodePDFRawStream,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { Page } from '../../../shared/model/page.ts';
import { deflated } from '../packet-file.ts';
import { num } from '../paint.ts';
import { assignOnce } from '../shared-objects.ts';
import { annotationDrawings } from './annotations.ts';
import { refreshFields } from './form-fields.ts';
import { type Importer, importerFor } from './importer.ts';
import { hiddenLayers } from './layers.ts';
import { type PageGeometry, pageGeometry } from './page-geometry.ts';
import { type OpenedSource, type SourcePage, scaledWords } from './source-page.ts';
import { contentStreams, usedResources } from './used-resources.ts';

/** A PDF's bytes, its pages as read, and the password it is locked with, if any. */
export interface PdfToOpen {
  readonly bytes: Uint8Array;
  readonly pages: readonly Page[];
  readonly password?: string | undefined;
}

/** Opens a PDF for its pages. `wideFont` is for filled fields that were never drawn. Throws pdf-password or file-damaged. */
export async function openPdfSource(
  { bytes, pages, password = '' }: PdfToOpen,
  target: PDFContext,
  wideFont: () => Promise<Uint8Array>,
): Promise<OpenedSource> {
  const { source, all } = await load(bytes, password, wideFont);
  const importer = importerFor(source.context, target);
  const layers = hiddenLayers(source.catalog);
  return {
    page: async (pageNumber) => {
      const page = all[pageNumber - 1];
      if (page === undefined) throw new AppError('page-not-found');
      try {
        return drawPage(
          page,
          pages.find((own) => own.pageNumber === pageNumber),
          importer,
          target,
          layers.hidden,
        );
      } catch (cause) {
        throw new AppError('file-damaged', { cause });
      }
    },
    layers: () => {
      const copies = (refs: Iterable<PDFRef>) => [...refs].flatMap((ref) => importer.copied(ref) ?? []);
      return { all: copies(layers.all), hidden: copies(layers.hidden) };
    },
  };
}

/** A file that only restricts printing or copying opens with the empty password; the reader was let in the same way. */
async function load(
  bytes: Uint8Array,
  password: string,
  wideFont: () => Promise<Uint8Array>,
): Promise<{ readonly source: PDFDocument; readonly all: readonly PDFPage[] }> {
  try {
    const source = await PDFDocument.load(bytes, { password, updateMetadata: false, parseSpeed: 1500 });
    await refreshFields(source, wideFont);
    return { source, all: source.getPages() };
  } catch (cause) {
    const locked = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new AppError(locked ? 'pdf-password' : 'file-damaged', { cause });
  }
}

function drawPage(
  page: PDFPage,
  read: Page | undefined,
  importer: Importer,
  target: PDFContext,
  hidden: ReadonlySet<PDFRef>,
): SourcePage {
  const geometry = pageGeometry((key) => page.node.context.lookup(page.node.getInheritableAttribute(key)));
  const objects = new Map<string, PDFRef>();
  const operators: string[] = [];
  const body = pageForm(page, geometry, importer, target);
  if (body !== undefined) {
    objects.set('AvPage', body);
    operators.push('/AvPage Do');
  }
  annotationDrawings(page, geometry.toUpright, importer, hidden).forEach((drawing, index) => {
    const name = `AvNote${index}`;
    objects.set(name, drawing.form);
    operators.push(`q ${drawing.matrix.map(num).join(' ')} cm /${name} Do Q`);
  });
  return {
    width: geometry.width,
    height: geometry.height,
    objects,
    content: operators.join('\n'),
    readSize: read,
    words: scaledWords(read, geometry.width, geometry.height),
    needsTextLayer: read?.source === 'ocr',
  };
}

/** The page's own content as a form: a lone stream is taken over as it is, several are joined. */
function pageForm(page: PDFPage, geometry: PageGeometry, importer: Importer, target: PDFContext): PDFRef | undefined {
  const streams = contentStreams(page.node.lookup(PDFName.of('Contents')));
  const lone = streams[0];
  if (lone === undefined) return undefined;
  const form =
    streams.length === 1 && !lone.dict.has(PDFName.of('F'))
      ? PDFRawStream.of(filterEntries(lone, importer, target), lone.getContents())
      : deflated(target, joined(streams));
  const { dict } = form;
  dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  dict.set(PDFName.of('BBox'), target.obj([...geometry.box]));
  dict.set(PDFName.of('Matrix'), target.obj([...geometry.toUpright]));
  const resources = page.node.context.lookup(page.node.getInheritableAttribute(PDFName.of('Resources')));
  const copied = importer.copy(usedResources(resources, streams) ?? resources);
  dict.set(PDFName.of('Resources'), copied === PDFNull ? target.obj({}) : copied);
  const group = pageGroup(page, importer);
  if (group !== undefined) dict.set(PDFName.of('Group'), group);
  return assignOnce(target, form);
}

/** Only how the stream is compressed; whatever else its dictionary says is left behind. */
function filterEntries(stream: PDFStream, importer: Importer, target: PDFContext): PDFDict {
  const dict = PDFDict.withContext(target);
  for (const key of ['Filter', 'DecodeParms'].map((name) => PDFName.of(name))) {
    const value = stream.dict.get(key);
    if (value !== undefined) dict.set(key, importer.copy(value));
  }
  return dict;
}

function joined(streams: readonly PDFStream[]): Uint8Array {
  const parts = streams.map((stream) =>
    stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents(),
  );
  // A token must not run over from one stream into the next.
  return Buffer.concat(parts.flatMap((part) => [Buffer.from(part), Buffer.from('\n')]));
}

/** A page's transparency group; a page is always isolated from what lies below it. */
function pageGroup(page: PDFPage, importer: Importer): PDFObject | undefined {
  const group = page.node.lookup(PDFName.of('Group'));
  if (!(group instanceof PDFDict)) return undefined;
  const copy = importer.copy(group);
  if (copy instanceof PDFDict) copy.set(PDFName.of('I'), copy.context.obj(true));
  return copy;
}
