// What the rest of the core sees of the readers: untrusted bytes in, pages with words and pictures out.
import type { WordFile } from '../../shared/letters/word/word-file.ts';
import type { FileFormat, MailFormat } from '../../shared/model/document.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { SeenFile } from '../../shared/packet/checks/seen.ts';
import type { EnclosedFile } from './enclosed.ts';
import type { FaxPage } from './fax-page.ts';
import type { GreyPage, GreyWish } from './grey-page.ts';
import type { NotedPage } from './pdfium.ts';
import type { GappedFile } from './pdfium-gapped.ts';
import type { PictureFile } from './raster.ts';
import type { BlackBoxes } from './redacted.ts';
import type { Shrinking } from './smaller-jpeg.ts';

export interface SniffedFile {
  readonly format: FileFormat;
  readonly mediaType: string;
}

/** A paper's bytes, and the password that opens them when they are locked. */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
}

export interface ReadOptions {
  /** Opens a locked PDF. */
  readonly password?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Pages already read (after a crash or lock), not to be read again. */
  readonly skip?: ReadonlySet<number> | undefined;
  /** Called once, as soon as the number of pages is known. */
  readonly onPageCount?: ((total: number) => void) | undefined;
  /** Called for each page as it is ready, in any order; awaited. The picture is a JPEG of the upright page, about 150 dpi; undefined when `pictures` is false. */
  readonly onPage?: ((page: Page, picture: Uint8Array | undefined, ms: number) => void | Promise<void>) | undefined;
  readonly pictures?: boolean | undefined;
  /** True while somebody waits for these pages: they go before everything that waits in line. */
  readonly isUrgent?: (() => boolean) | undefined;
}

export interface ReadResult {
  readonly format: FileFormat;
  readonly mediaType: string;
  /** In page order, without the skipped ones. */
  readonly pages: readonly Page[];
}

/** A picture on a page: its pixels, and the size it is drawn at, in points. */
export interface DrawnImage {
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A PDF as a reviewer sent it back. */
export interface NotedFile {
  /** The file's own name for itself, in hexadecimal; empty when it has none. */
  readonly fileId: string;
  readonly pages: readonly NotedPage[];
}

/** A file that stays open while several things are asked of its pages (one-based). */
export interface OpenedFile {
  /** Throws file-damaged, image-too-large; file-unsupported for plain text. */
  grey(pageNumber: number, wish: GreyWish): Promise<GreyPage>;
  /** Where each phrase stands on the page, in points of the page as viewed; of PDFs only. */
  find(pageNumber: number, phrases: readonly string[]): Promise<readonly (readonly PageBox[])[]>;
}

/** The pool of reader processes. They hold no keys and see no file names. */
export interface Readers {
  /** Format by content, never by name. Throws file-empty, file-unsupported, file-too-large. */
  sniff(bytes: Uint8Array): SniffedFile;
  /** Reads all pages of a file. Throws a catalogue error: pdf-password, pdf-locked, file-damaged, too-many-pages, image-too-large, reader-timeout, reader-crashed, cancelled… */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<ReadResult>;
  /** Whether the password opens the file; also true for one that needs none. Throws what damage throws. */
  opensWith(file: PaperFile): Promise<boolean>;
  /** Picture of one page of a PDF or image, as JPEG, `widthPx` wide. */
  picture(bytes: Uint8Array, pageNumber: number, widthPx: number): Promise<Uint8Array>;
  /** Picture of one page at its own resolution, with boxes painted black into the pixels. */
  redacted(file: PaperFile, pageNumber: number, black: BlackBoxes): Promise<PictureFile>;
  /** A page of a picture file as a PDF can hold it: JPEG, or PNG without interlace and alpha. Throws file-unsupported for other files. */
  plain(file: PaperFile, pageNumber: number): Promise<PictureFile>;
  /** The text of every page of a PDF as PDFium reads it, in page order: an opinion independent of the library that writes packets. */
  pdfTexts(file: Uint8Array | (GappedFile & { readonly password?: string })): Promise<readonly string[]>;
  /** What holds a packet together and what it would do by itself; `stampBoxes` says for each page where its stamp is to be read. */
  structure(file: GappedFile, stampBoxes: readonly (PageBox | undefined)[], signal?: AbortSignal): Promise<SeenFile>;
  /** Opens a paper, or a packet with parts left out, for what `work` asks of it. */
  opened<T>(file: PaperFile | GappedFile, work: (file: OpenedFile) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Pages of a PDF for a fax machine, handed over in order, each as it is ready. Throws cancelled. */
  faxPages(
    bytes: Uint8Array,
    onPage: (page: FaxPage, pageNumber: number, total: number) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** The pictures on each page of a PDF, in page order. */
  pdfImages(file: Uint8Array | GappedFile, signal?: AbortSignal): Promise<readonly (readonly DrawnImage[])[]>;
  /** A picture file, or a PDF of one page that holds one picture, one point to the pixel, as a smaller JPEG. */
  shrink(bytes: Uint8Array, shrinking: Shrinking, signal?: AbortSignal): Promise<Uint8Array>;
  /** What a reviewer wrote into a PDF, page by page. Throws pdf-password, file-damaged, file-unsupported for anything but a PDF. */
  pdfNotes(bytes: Uint8Array): Promise<NotedFile>;
  /** Paragraphs and tables of a Word file (.docx). Throws file-empty, word-file-damaged, word-file-too-large, word-file-empty. */
  wordFile(bytes: Uint8Array): Promise<WordFile>;
  /**
   * Opens a mail or a ZIP file and hands `work` what stands in it, with a way to each file's bytes. Throws zip-damaged, file-damaged;
   * `take` throws what is wrong with one file.
   */
  enclosed<T>(
    format: MailFormat | 'zip',
    bytes: Uint8Array,
    work: (files: readonly EnclosedFile[], take: (index: number) => Promise<Uint8Array>) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>;
  /** Ends all reader processes. */
  close(): Promise<void>;
}
