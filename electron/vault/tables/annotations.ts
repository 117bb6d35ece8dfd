// Notes and highlights on pages. Kept with the page as it came; a page that stands in a paper arranged anew shows those of the page it was made of.
import { AppError } from '../../../shared/errors.ts';
import type { DocumentId, EntryId } from '../../../shared/ids.ts';
import { Annotation } from '../../../shared/model/annotation.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { AnnotationTable, PagePlace } from '../types.ts';
import { withoutControls } from './pages.ts';
import { putSearchText } from './search.ts';

interface AnnotationRow {
  readonly id: string;
  /** The id of the paper. */
  readonly paper: DocumentId;
  readonly page: number;
  readonly first_word: number | null;
  readonly end_word: number | null;
  readonly quote: string | null;
  readonly colour: string | null;
  readonly note: string;
  readonly made_at: string;
  readonly changed_at: string;
}

/** A page by the number of its paper's row. */
interface PageKey {
  readonly document: number;
  readonly page: number;
}

const COLUMNS = 'annotation.id, first_word, end_word, quote, colour, note, made_at, changed_at';

/** The notes and highlights of an open vault. */
export function createAnnotationTable(database: Database): AnnotationTable {
  const sequenceOf = (id: DocumentId): number => {
    const row = database.get<{ sequence: number }>('SELECT sequence FROM document WHERE id = ?', id);
    if (row === undefined) throw new AppError('document-not-found');
    return row.sequence;
  };
  const rowOf = (id: EntryId) =>
    database.get<AnnotationRow & { document: number }>(
      `SELECT ${COLUMNS}, document.id AS paper, annotation.page_number AS page, annotation.document
         FROM annotation JOIN document ON document.sequence = annotation.document WHERE annotation.id = ?`,
      id,
    );
  return {
    list: (id) =>
      database
        .all<AnnotationRow>(
          // Each page of the paper with the pages it was made of, back to the one that came.
          `WITH RECURSIVE back (page, document, page_number) AS (
             SELECT page_number, document, page_number FROM page WHERE document = ?
             UNION ALL
             SELECT back.page, arranged_page.source, arranged_page.source_page FROM back
               JOIN arranged_page ON arranged_page.paper = back.document AND arranged_page.page_number = back.page_number
           )
           SELECT ${COLUMNS}, back.page, ? AS paper FROM back
             JOIN annotation ON annotation.document = back.document AND annotation.page_number = back.page_number
            ORDER BY back.page, annotation.sequence`,
          sequenceOf(id),
          id,
        )
        .map(toAnnotation),
    get: (id) => {
      const row = rowOf(id);
      return row === undefined ? undefined : toAnnotation(row);
    },
    save: (value) =>
      database.transaction(() => {
        const { id, documentId, pageNumber, proof, colour, note, madeAt, changedAt } = Annotation.parse(value);
        const origin = asItCame(database, { document: sequenceOf(documentId), page: pageNumber });
        const before = rowOf(id);
        database.run(
          `INSERT INTO annotation (id, document, page_number, first_word, end_word, quote, colour, note, made_at, changed_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET document = excluded.document, page_number = excluded.page_number,
             first_word = excluded.first_word, end_word = excluded.end_word, quote = excluded.quote, colour = excluded.colour,
             note = excluded.note, made_at = excluded.made_at, changed_at = excluded.changed_at`,
          id,
          origin.document,
          origin.page,
          proof?.from ?? null,
          proof?.to ?? null,
          proof?.quote ?? null,
          colour ?? null,
          note,
          madeAt,
          changedAt,
        );
        if (before !== undefined) makeFindable(database, before);
        makeFindable(database, origin);
        appendAudit(database, 'annotation-saved', id);
      }),
    remove: (id) =>
      database.transaction(() => {
        const row = rowOf(id);
        if (row === undefined) return;
        database.run('DELETE FROM annotation WHERE id = ?', id);
        makeFindable(database, row);
        appendAudit(database, 'annotation-removed', id);
      }),
    places: ({ documentId, pageNumber }) =>
      placesOf(database, asItCame(database, { document: sequenceOf(documentId), page: pageNumber })).map(
        ({ id, page }): PagePlace => ({ documentId: id, pageNumber: page }),
      ),
  };
}

/** Makes the notes on the pages of a paper that was just arranged findable in it. Call it inside a transaction, once its pages are noted. */
export function makeNotesFindable(database: Database, document: number): void {
  const pages = database.all<{ page: number }>(
    'SELECT page_number AS page FROM arranged_page WHERE paper = ? ORDER BY page_number',
    document,
  );
  for (const { page } of pages) makeFindable(database, asItCame(database, { document, page }));
}

/**
 * Before a paper is removed for good: what stands on its pages goes on to the papers arranged with them, where there are some. Call it inside the
 * transaction of the removal.
 */
export function handNotesOn(database: Database, document: number): void {
  const next = `FROM arranged_page JOIN document ON document.sequence = arranged_page.paper
    WHERE arranged_page.source = annotation.document AND arranged_page.source_page = annotation.page_number
    ORDER BY document.trashed, arranged_page.paper LIMIT 1`;
  database.run(
    `UPDATE annotation SET document = coalesce((SELECT arranged_page.paper ${next}), document),
       page_number = coalesce((SELECT arranged_page.page_number ${next}), page_number)
      WHERE document = ?`,
    document,
  );
}

/** The page that came, of which a page was made; itself when it came like this. */
function asItCame(database: Database, { document, page }: PageKey): PageKey {
  const origin = database.get<PageKey>(
    `WITH RECURSIVE back (document, page, depth) AS (
       SELECT ?, ?, 0
       UNION ALL
       SELECT arranged_page.source, arranged_page.source_page, depth + 1 FROM back
         JOIN arranged_page ON arranged_page.paper = back.document AND arranged_page.page_number = back.page
     )
     SELECT document, page FROM back ORDER BY depth DESC LIMIT 1`,
    document,
    page,
  );
  return origin ?? { document, page };
}

/** The page and every page made of it. */
function placesOf(database: Database, { document, page }: PageKey): readonly (PageKey & { readonly id: DocumentId })[] {
  return database.all<PageKey & { readonly id: DocumentId }>(
    `WITH RECURSIVE place (document, page) AS (
       SELECT ?, ?
       UNION
       SELECT arranged_page.paper, arranged_page.page_number FROM place
         JOIN arranged_page ON arranged_page.source = place.document AND arranged_page.source_page = place.page
     )
     SELECT document, page, document.id FROM place JOIN document ON document.sequence = place.document ORDER BY 1, 2`,
    document,
    page,
  );
}

/** Brings the search text of the notes of a page up to date, wherever the page stands: it is kept under the page's number below zero. */
function makeFindable(database: Database, { document, page }: PageKey): void {
  const notes = database.all<{ note: string }>(
    "SELECT note FROM annotation WHERE document = ? AND page_number = ? AND note <> '' ORDER BY sequence",
    document,
    page,
  );
  const body = withoutControls(notes.map(({ note }) => note).join(' · '));
  for (const place of placesOf(database, { document, page })) {
    if (body !== '') putSearchText(database, place.document, -place.page, body);
    else database.run('DELETE FROM search_text WHERE document = ? AND page_number = ?', place.document, -place.page);
  }
}

function toAnnotation(row: AnnotationRow): Annotation {
  const { first_word: from, end_word: to, quote } = row;
  return Annotation.parse({
    id: row.id,
    documentId: row.paper,
    pageNumber: row.page,
    ...(from !== null && to !== null && quote !== null && { proof: { pageNumber: row.page, from, to, quote } }),
    ...(row.colour !== null && { colour: row.colour }),
    note: row.note,
    madeAt: row.made_at,
    changedAt: row.changed_at,
  });
}
