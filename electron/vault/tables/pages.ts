// Pages: their words, packed, and what the library needs to know of them without unpacking.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { BlobId } from '../../../shared/ids.ts';
import type { PageSummary } from '../../../shared/model/document.ts';
import type { Page, Word, WordSource } from '../../../shared/model/page.ts';
import type { Database } from '../database.ts';

/** Below this mean confidence an optically read page counts as hard to read. */
const HARD_BELOW = 0.7;

interface PageRow {
  readonly page_number: number;
  readonly width_pt: number;
  readonly height_pt: number;
  readonly source: WordSource;
  readonly confidence: number;
  readonly word_count: number;
  readonly hard_to_read: 0 | 1;
}

const SUMMARY_COLUMNS = 'page_number, width_pt, height_pt, source, confidence, word_count, hard_to_read';

type PackedWord = readonly [text: string, x: number, y: number, w: number, h: number, line: number, confidence: number];

/** Stores a page in place of an earlier one and hands back the picture that page had. Call it inside a transaction. */
export function putPage(database: Database, document: number, page: Page, picture: BlobId): BlobId | undefined {
  const earlier = database.get<{ picture: BlobId }>(
    'SELECT picture FROM page WHERE document = ? AND page_number = ?',
    document,
    page.pageNumber,
  );
  const isHard = page.source === 'ocr' && page.confidence < HARD_BELOW;
  database.run(
    `INSERT OR REPLACE INTO page (document, ${SUMMARY_COLUMNS}, picture, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    document,
    page.pageNumber,
    page.widthPt,
    page.heightPt,
    page.source,
    page.confidence,
    page.words.length,
    isHard ? 1 : 0,
    picture,
    packWords(page.words),
  );
  database.run(
    `UPDATE document SET page_count = (SELECT count(*) FROM page WHERE document = ?),
       hard_pages = (SELECT coalesce(sum(hard_to_read), 0) FROM page WHERE document = ?) WHERE sequence = ?`,
    document,
    document,
    document,
  );
  return earlier?.picture;
}

/** The pages of a document in order, without words. */
export function listPages(database: Database, document: number): readonly PageSummary[] {
  const rows = database.all<PageRow>(
    `SELECT ${SUMMARY_COLUMNS} FROM page WHERE document = ? ORDER BY page_number`,
    document,
  );
  return rows.map((row) => ({ ...toPageBase(row), wordCount: row.word_count, hardToRead: row.hard_to_read === 1 }));
}

/** One page with its words. Throws page-not-found. */
export function getPage(database: Database, document: number, pageNumber: number): Page {
  const row = database.get<PageRow & { words: Uint8Array }>(
    `SELECT ${SUMMARY_COLUMNS}, words FROM page WHERE document = ? AND page_number = ?`,
    document,
    pageNumber,
  );
  if (row === undefined) throw new AppError('page-not-found');
  return { ...toPageBase(row), words: unpackWords(row.words) };
}

/** The stored picture of a page. Throws page-not-found. */
export function pictureOf(database: Database, document: number, pageNumber: number): BlobId {
  const row = database.get<{ picture: BlobId }>(
    'SELECT picture FROM page WHERE document = ? AND page_number = ?',
    document,
    pageNumber,
  );
  if (row === undefined) throw new AppError('page-not-found');
  return row.picture;
}

/** The text of a page as it is searched: the words in order, control characters taken out. */
export function searchBodyOf(page: Page): string {
  return withoutControls(page.words.map((word) => word.text).join(' '));
}

/** A text without the control characters that mark matches in a snippet. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function toPageBase(row: PageRow): Omit<Page, 'words'> {
  return {
    pageNumber: row.page_number,
    widthPt: row.width_pt,
    heightPt: row.height_pt,
    source: row.source,
    confidence: row.confidence,
  };
}

function packWords(words: readonly Word[]): Uint8Array {
  const packed = words.map(
    (word): PackedWord => [word.text, word.x, word.y, word.w, word.h, word.line, word.confidence],
  );
  return deflateRawSync(JSON.stringify(packed));
}

/** Trusted as it is: it is our own writing, authenticated with its database page. */
function unpackWords(bytes: Uint8Array): Word[] {
  const packed: readonly PackedWord[] = JSON.parse(inflateRawSync(bytes).toString('utf8'));
  return packed.map(([text, x, y, w, h, line, confidence]) => ({ text, x, y, w, h, line, confidence }));
}
