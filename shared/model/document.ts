// A document: one paper as imported. Its original bytes are never changed.
import { z } from 'zod';
import { DocumentId } from '../ids.ts';
import { Reading } from './finding.ts';
import { Page } from './page.ts';
import { Tag } from './search.ts';
import { DocumentKind, IsoDate } from './vocabulary.ts';

/** Formats of picture files: those a camera, a scanner or a phone makes. */
const PICTURE_FORMATS = ['jpeg', 'png', 'tiff', 'webp', 'gif', 'bmp', 'heic', 'avif'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Formats of words, which are laid out on pages of their own; pictures that stand among them are pages after those. */
const TEXT_FORMATS = ['text', 'mail', 'outlook', 'word', 'html', 'rtf'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const FileFormat = z.enum(['pdf', ...TEXT_FORMATS, ...PICTURE_FORMATS]);
export type FileFormat = z.infer<typeof FileFormat>;

/** Formats of mails, to which papers may be attached. */
const MAIL_FORMATS = ['mail', 'outlook'] as const;
export type MailFormat = (typeof MAIL_FORMATS)[number];

/** The media type of each format. */
export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  text: 'text/plain',
  mail: 'message/rfc822',
  outlook: 'application/vnd.ms-outlook',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  rtf: 'application/rtf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  heic: 'image/heic',
  avif: 'image/avif',
};

/** True for papers whose pages are set from their words, but for those that are pictures. */
export function isTextFormat(format: FileFormat): format is TextFormat {
  return TEXT_FORMATS.some((each) => each === format);
}

/** True for mails. */
export function isMailFormat(format: FileFormat): format is MailFormat {
  return MAIL_FORMATS.some((each) => each === format);
}

/** True for picture files. */
export function isPictureFormat(format: FileFormat): format is PictureFormat {
  return PICTURE_FORMATS.some((each) => each === format);
}

/** One page of a stored document, without its words. */
export const PageSummary = Page.omit({ words: true }).extend({ wordCount: z.number().int(), hardToRead: z.boolean() });
export type PageSummary = z.infer<typeof PageSummary>;

/** One line of the library. */
export const DocumentSummary = z.object({
  id: DocumentId,
  /** The file's name as it was imported. */
  fileName: z.string(),
  /** What the app shows: the user's title, else the paper's own, else the kind and the file name. */
  title: z.string(),
  format: FileFormat,
  byteLength: z.number().int(),
  sha256: z.string(),
  pageCount: z.number().int(),
  kind: DocumentKind,
  /** True when the user set the kind: it survives re-reading. */
  kindConfirmed: z.boolean(),
  /** The paper's own date (letter date, statement date…), when it states one. */
  date: IsoDate.optional(),
  /** The plan or insurer, and who treated, as the paper names them. */
  payer: z.string().optional(),
  provider: z.string().optional(),
  /** Words the user put on the paper, in alphabetical order. */
  tags: z.array(Tag),
  state: z.enum(['reading', 'ready', 'failed']),
  /** Why it could not be read: a code of the error catalogue. */
  failure: z.string().optional(),
  /** Sequence of import, rising. */
  sequence: z.number().int(),
  /** Pages that were hard to read. */
  hardPages: z.number().int(),
  reasonCount: z.number().int(),
  note: z.string(),
  /** The mails it was attached to, as far as they are not in the trash. */
  cameWith: z.array(DocumentId).optional(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** True for a paper that is kept but cannot be read before its password is given. */
export function needsPassword({ state, failure }: Pick<DocumentSummary, 'state' | 'failure'>): boolean {
  return state === 'failed' && failure === 'pdf-password';
}

/** What opens a locked paper. PDF readers look at 127 bytes at most (ISO 32000-2, 7.6.4.3.3). */
export const PaperPassword = z.string().min(1).max(200);

/** A document with its pages (no words) and what was read from it. */
export const DocumentDetail = z.object({
  document: DocumentSummary,
  pages: z.array(PageSummary),
  reading: Reading,
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

/** A document with the words of every page: what the pure parts (reading, cases, letters, packet) work on. */
export interface FullDocument {
  readonly document: DocumentSummary;
  readonly pages: readonly Page[];
  readonly reading: Reading;
}

/** A hit of the full-text search: a page and a snippet whose matches stand between «…» marks `\u0001` and `\u0002`. */
export const SearchHit = z.object({
  documentId: DocumentId,
  title: z.string(),
  kind: DocumentKind,
  pageNumber: z.number().int(),
  snippet: z.string(),
  /** The words stand there in a similar spelling only. */
  isSimilar: z.boolean().optional(),
  /** They stand in a note the user wrote on the page. */
  isNote: z.boolean().optional(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A place in a paper where the words one looks for stand: words `from` to `to` (exclusive) of a page. */
export const FoundPlace = z.object({
  pageNumber: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
  /** They stand there in a similar spelling only. */
  isSimilar: z.boolean(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** What became of one file of an import, or of one that came in it; `unpacked` is a ZIP file whose files follow. */
export const ImportOutcome = z.object({
  fileName: z.string(),
  /** The mail or ZIP file it came in. */
  within: z.string().optional(),
  status: z.enum(['imported', 'duplicate', 'unpacked', 'refused']),
  documentId: DocumentId.optional(),
  pageCount: z.number().int().optional(),
  kind: DocumentKind.optional(),
  /** An earlier paper that looks like the same letter in another scan. */
  looksLike: DocumentId.optional(),
  error: z.object({ code: z.string(), sentence: z.string() }).optional(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;
