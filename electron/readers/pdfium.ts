// The one door to PDFium (WebAssembly): open a PDF, its pages, their pixels and characters.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { SeenFile } from '../../shared/packet/checks/seen.ts';
import type { Affine } from './geometry.ts';
import { drawGreyPage, drawPage, drawPart, heapOf } from './pdfium-draw.ts';
import { type FormDrawer, formDrawer } from './pdfium-form.ts';
import { type GappedFile, loadGapped } from './pdfium-gapped.ts';
import { collectImages, type PlacedImage } from './pdfium-images.ts';
import { collectNotes, type PdfNote, wideString } from './pdfium-notes.ts';
import { openTextPage } from './pdfium-page-text.ts';
import { readDocument, readStructure } from './pdfium-structure.ts';
import { collectCharacters, type PdfCharacter } from './pdfium-text.ts';
import type { Raster } from './raster.ts';

/** By the engine's last error: a missing or wrong password, and a lock no password opens. */
const WHY_SHUT: ReadonlyMap<number, ErrorCode> = new Map([
  [4, 'pdf-password'],
  [5, 'pdf-locked'],
]);
/** Subdivisions of a point when PDFium is asked where a page coordinate lies on the viewed page. */
const DEVICE_UNITS = 16;

/** The engine, once per process: it is not thread-safe and must not be shared. */
export interface Pdfium {
  /** Opens a PDF from memory, with its password when it is locked with one. Throws pdf-password, pdf-locked and file-damaged. */
  open(bytes: Uint8Array, password?: string): PdfFile;
  /** Opens a PDF parts of which were left out. Throws as `open` does. */
  openGapped(file: GappedFile, password?: string): PdfFile;
}

export interface PdfFile {
  readonly pageCount: number;
  /** Does `work` with page `index` (from 0). Throws file-damaged when the page can't be loaded. */
  withPage<T>(index: number, work: (page: PdfPage) => T): T;
  /** As `withPage`, but annotations are not merged into the page: links stay, and a whole page is drawn with the fields of its form, whoever filled them in. */
  withPageAsIs<T>(index: number, work: (page: PdfPage) => T): T;
  /** Page `index` (from 0) with what somebody wrote on it. Throws file-damaged when the page can't be loaded. */
  noted(index: number): NotedPage;
  /** The file as it holds together, untouched; `stampBoxes` as in `readStructure`, page by page. Throws file-damaged. */
  structure(stampBoxes: readonly (PageBox | undefined)[]): Omit<SeenFile, 'bytes'>;
  /** Places of the left-out parts that were wanted since this was last asked; what was drawn without them is not as it should be. */
  missed(): readonly number[];
  /** The file's own name for itself, in hexadecimal: it stays when a viewer saves the file with remarks. Empty when it has none. */
  fileId(): string;
  close(): void;
}

/** A page as a reviewer sent it back. */
export interface NotedPage {
  /** As the file numbers its pages. */
  readonly label: string;
  readonly text: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly notes: readonly PdfNote[];
}

/** One loaded page; sizes in points as viewed. */
export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** From the page's own coordinates (y up, unrotated) to points of the page as viewed (y down). */
  readonly toView: Affine;
  readonly objectCount: number;
  /** The pictures on the page, also those inside form objects. */
  images(): readonly PlacedImage[];
  /** The characters in the order of the file, in the page's own coordinates. */
  characters(): readonly PdfCharacter[];
  /** The page's text as PDFium joins it. */
  text(): string;
  /** Where a phrase stands, in points of the page as viewed. */
  find(phrase: string): readonly PageBox[];
  /** The page as viewed, on white, annotations and form fields included. */
  render(width: number, height: number): Raster;
  /** As `render`, in one channel. */
  renderGrey(width: number, height: number): Raster;
  /** The part of it from the top left that is so many points wide and high, drawn in so many pixels. */
  renderPart(width: number, height: number, part: { readonly widthPt: number; readonly heightPt: number }): Raster;
}

/** A loaded page and the engine's name for it. */
export interface LoadedPage extends PdfPage {
  readonly handle: number;
}

/** Loads the engine from its local WebAssembly file. */
export async function startPdfium(): Promise<Pdfium> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const library = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
  });
  library.PDFiumExt_Init();
  return {
    open: (bytes, password) => openFile(library, bytes, password),
    openGapped: (file, password) => openGapped(library, file, password),
  };
}

function openFile(library: WrappedPdfiumModule, bytes: Uint8Array, password = ''): PdfFile {
  const { pdfium } = library;
  const memory = pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new AppError('file-damaged', { cause: new Error('no memory for the file') });
  heapOf(library).set(bytes, memory);
  const document = library.FPDF_LoadMemDocument(memory, bytes.length, password);
  return openedFile(library, document, () => pdfium.wasmExports.free(memory));
}

function openGapped(library: WrappedPdfiumModule, file: GappedFile, password = ''): PdfFile {
  const { document, release, missed } = loadGapped(library, file, () => heapOf(library), password);
  return openedFile(library, document, release, missed);
}

/** The document as it was loaded; 0 when it could not be. `release` gives back what it was loaded from; `missed` as in `loadGapped`. */
function openedFile(
  library: WrappedPdfiumModule,
  document: number,
  release: () => void,
  missed: () => readonly number[] = () => [],
): PdfFile {
  if (document === 0) {
    const reason = library.FPDF_GetLastError();
    release();
    throw new AppError(WHY_SHUT.get(reason) ?? 'file-damaged');
  }
  const form = formDrawer(library, document);
  return {
    pageCount: library.FPDF_GetPageCount(document),
    withPage: (index, work) => withPage(library, document, index, work),
    withPageAsIs: (index, work) => withPageAsIs(library, document, index, work, form),
    noted: (index) => notedPage(library, document, index),
    structure: (stampBoxes) => ({
      ...readDocument(library, document),
      pages: Array.from({ length: library.FPDF_GetPageCount(document) }, (_, index) =>
        withPageAsIs(
          library,
          document,
          index,
          (page) => readStructure(library, document, index, page, stampBoxes[index]),
          form,
        ),
      ),
    }),
    missed,
    fileId: () => fileIdOf(library, document),
    close() {
      form.close();
      library.FPDF_CloseDocument(document);
      release();
    },
  };
}

function withPage<T>(library: WrappedPdfiumModule, document: number, index: number, work: (page: PdfPage) => T): T {
  let page = loadPage(library, document, index);
  // What was typed into form fields lies in annotations: merged into the page (in memory only) it becomes text like any other.
  if (library.FPDFPage_GetAnnotCount(page) > 0 && library.FPDFPage_Flatten(page, 0) === 1) {
    library.FPDF_ClosePage(page);
    page = loadPage(library, document, index);
  }
  try {
    return work(describePage(library, page));
  } finally {
    library.FPDF_ClosePage(page);
  }
}

function labelOf(library: WrappedPdfiumModule, document: number, index: number): string {
  return wideString(library, (buffer, size) => library.FPDF_GetPageLabel(document, index, buffer, size));
}

/** The page as it is, remarks and all: they must not be merged into it. */
function notedPage(library: WrappedPdfiumModule, document: number, index: number): NotedPage {
  const page = loadPage(library, document, index);
  try {
    const { widthPt, heightPt, toView, text } = describePage(library, page);
    return {
      label: labelOf(library, document, index),
      text: text(),
      widthPt,
      heightPt,
      notes: collectNotes(library, page, toView),
    };
  } finally {
    library.FPDF_ClosePage(page);
  }
}

function withPageAsIs<T>(
  library: WrappedPdfiumModule,
  document: number,
  index: number,
  work: (page: LoadedPage) => T,
  form: FormDrawer,
): T {
  const page = loadPage(library, document, index);
  try {
    return work(describePage(library, page, form));
  } finally {
    library.FPDF_ClosePage(page);
  }
}

/** The first of the two identifiers in the trailer, which is never changed (PDF 32000-1, 14.4). */
function fileIdOf(library: WrappedPdfiumModule, document: number): string {
  const { pdfium } = library;
  const size = library.FPDF_GetFileIdentifier(document, 0, 0, 0);
  if (size <= 1 || size > 256) return '';
  const buffer = pdfium.wasmExports.malloc(size);
  try {
    library.FPDF_GetFileIdentifier(document, 0, buffer, size);
    return Buffer.from(heapOf(library).slice(buffer, buffer + size - 1)).toString('hex');
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}

function loadPage(library: WrappedPdfiumModule, document: number, index: number): number {
  const page = library.FPDF_LoadPage(document, index);
  if (page === 0) throw new AppError('file-damaged', { cause: new Error(`page ${index + 1} cannot be loaded`) });
  return page;
}

function describePage(library: WrappedPdfiumModule, page: number, form?: FormDrawer): LoadedPage {
  const widthPt = library.FPDF_GetPageWidthF(page);
  const heightPt = library.FPDF_GetPageHeightF(page);
  if (!(widthPt > 0 && heightPt > 0)) throw new AppError('file-damaged', { cause: new Error('a page without size') });
  const toView = viewMap(library, page, widthPt, heightPt);
  return {
    handle: page,
    widthPt,
    heightPt,
    toView,
    objectCount: library.FPDFPage_CountObjects(page),
    images: () => collectImages(library, page),
    characters: () => collectCharacters(library, page),
    text: () =>
      collectCharacters(library, page)
        .map((character) => character.text)
        .join(''),
    find: (phrase) => {
      const text = openTextPage(library, page, toView);
      try {
        return text.find(phrase);
      } finally {
        text.close();
      }
    },
    render: (width, height) => drawPage(library, page, width, height),
    renderGrey: (width, height) => drawGreyPage(library, page, width, height),
    renderPart: (width, height, part) =>
      drawPart(library, page, width, height, part, (bitmap) => {
        if (part.heightPt === heightPt && part.widthPt === widthPt) form?.draw(page, bitmap, width, height);
      }),
  };
}

function viewMap(library: WrappedPdfiumModule, page: number, widthPt: number, heightPt: number): Affine {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(8);
  const width = Math.round(widthPt * DEVICE_UNITS);
  const height = Math.round(heightPt * DEVICE_UNITS);
  const far = 10_000;
  const place = (x: number, y: number): readonly [number, number] => {
    library.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, at, at + 4);
    return [(pdfium.getValue(at, 'i32') / width) * widthPt, (pdfium.getValue(at + 4, 'i32') / height) * heightPt];
  };
  const [originX, originY] = place(0, 0);
  const [rightX, rightY] = place(far, 0);
  const [upX, upY] = place(0, far);
  pdfium.wasmExports.free(at);
  return {
    a: (rightX - originX) / far,
    b: (rightY - originY) / far,
    c: (upX - originX) / far,
    d: (upY - originY) / far,
    e: originX,
    f: originY,
  };
}
