// Papers with all their words, unpacked once while the vault is open: the same object as long as nothing of the paper changed.
import { AppError } from '../../../shared/errors.ts';
import type { BlobId, DocumentId } from '../../../shared/ids.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { Database } from '../database.ts';
import { createBoundedMemory } from './bounded-memory.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, IS_SHOWN, toSummary } from './document-row.ts';
import { getPage } from './pages.ts';
import { READING_COLUMNS, type ReadingRow, toReading } from './readings.ts';

/** A word takes close to 190 bytes, so these take about 50 MB: some 700 pages of letters. What is worked out from them takes about as much again. */
const MOST_WORDS = 250_000;

type PaperRow = DocumentRow & ReadingRow;

interface Known {
  readonly row: PaperRow;
  /** The picture of each page. A page is saved with a new one each time, so it tells whether the page is still the same. */
  readonly pictures: readonly BlobId[];
  readonly paper: FullDocument;
}

interface PlacedPicture {
  readonly document: number;
  readonly page_number: number;
  readonly picture: BlobId;
}

export interface FullPapers {
  /** The papers that are shown and read, in the order of import: the same list as long as nothing of them changed. */
  ready(): readonly FullDocument[];
  /** A paper as it is stored now. Nobody may change what it hands out. Throws document-not-found. */
  get(id: DocumentId): FullDocument;
  /** Lets go of a paper's words. */
  forget(id: DocumentId): void;
  /** Lets go of all words. */
  clear(): void;
}

/**
 * The papers of an open vault with their words. Each look asks the database whether the paper is still the same, which costs little beside its words,
 * so nobody who changes a paper has to tell.
 */
export function createFullPapers(database: Database, mostWords = MOST_WORDS): FullPapers {
  const memory = createBoundedMemory<Known>(mostWords);
  /** The list last handed out, if all its papers are kept. */
  let last: readonly FullDocument[] = [];

  const rowOf = (id: DocumentId): PaperRow => {
    const row = database.get<PaperRow>(`SELECT ${DOCUMENT_COLUMNS}, ${READING_COLUMNS} FROM document WHERE id = ?`, id);
    if (row === undefined) throw new AppError('document-not-found');
    return row;
  };
  const picturesOf = (document: number) =>
    database.all<PlacedPicture>(
      'SELECT document, page_number, picture FROM page WHERE document = ? ORDER BY page_number',
      document,
    );
  /** The pictures of all papers, by the row of the paper. */
  const allPictures = (): ReadonlyMap<number, readonly PlacedPicture[]> =>
    Map.groupBy(
      database.all<PlacedPicture>('SELECT document, page_number, picture FROM page ORDER BY document, page_number'),
      ({ document }) => document,
    );
  const pagesOf = (document: number, pictures: readonly PlacedPicture[], known: Known | undefined): readonly Page[] => {
    const same = new Map(known?.pictures.map((picture, at) => [picture, known.paper.pages[at]]));
    return pictures.map((each) => same.get(each.picture) ?? getPage(database, document, each.page_number));
  };

  /** The paper of a row: the one kept, where nothing changed, else made anew from what is the same and what is not. */
  const paperOf = (row: PaperRow, placed: readonly PlacedPicture[]): FullDocument => {
    const pictures = placed.map(({ picture }) => picture);
    const known = memory.get(row.id);
    const hasPages = known !== undefined && isSameList(known.pictures, pictures);
    if (hasPages && isSameRow(known.row, row)) return known.paper;
    const paper: FullDocument = {
      document: toSummary(row),
      pages: hasPages ? known.paper.pages : pagesOf(row.sequence, placed, known),
      reading: known !== undefined && hasSameReading(known.row, row) ? known.paper.reading : toReading(row),
    };
    // What was thrown away is not kept: it may be removed for good.
    if (row.trashed === 1) memory.forget(row.id);
    else memory.keep(row.id, { row, pictures, paper }, wordsOf(paper));
    return paper;
  };

  return {
    ready: () => {
      const pictures = allPictures();
      const papers = database
        .all<PaperRow>(
          `SELECT ${DOCUMENT_COLUMNS}, ${READING_COLUMNS} FROM document WHERE ${IS_SHOWN} AND document.state = 'ready' ORDER BY sequence`,
        )
        .map((row) => paperOf(row, pictures.get(row.sequence) ?? []));
      if (isSameList(last, papers)) return last;
      last = papers.every(({ document }) => memory.holds(document.id)) ? papers : [];
      return papers;
    },
    get: (id) => {
      const row = rowOf(id);
      return paperOf(row, picturesOf(row.sequence));
    },
    forget: (id) => {
      memory.forget(id);
      last = [];
    },
    clear: () => {
      memory.clear();
      last = [];
    },
  };
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

/** All columns are texts and numbers; both rows have the same ones. */
function isSameRow(a: PaperRow, b: PaperRow): boolean {
  for (const column in b) if (a[column as keyof PaperRow] !== b[column as keyof PaperRow]) return false;
  return true;
}

function hasSameReading(a: ReadingRow, b: ReadingRow): boolean {
  return a.reading === b.reading && a.user_kind === b.user_kind && a.user_reading === b.user_reading;
}

function wordsOf({ pages }: FullDocument): number {
  return pages.reduce((sum, page) => sum + page.words.length, 0);
}
