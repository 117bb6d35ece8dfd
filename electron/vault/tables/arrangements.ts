// Papers arranged anew, and which papers are folded away beneath them.
import { AppError } from '../../../shared/errors.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { Database } from '../database.ts';
import type { ArrangementTable } from '../types.ts';
import { makeNotesFindable } from './annotations.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, toSummary } from './document-row.ts';

/** The arrangements of an open vault. */
export function createArrangementTable(database: Database): ArrangementTable {
  const summaries = (condition: string, id: DocumentId): readonly DocumentSummary[] =>
    database
      .all<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE ${condition} ORDER BY document.sequence`, id)
      .map(toSummary);
  return {
    record: (made) =>
      database.transaction(() => {
        for (const { id, pages } of made)
          for (const [index, { documentId, pageNumber, turn }] of pages.entries()) {
            const { changes } = database.run(
              `INSERT INTO arranged_page (paper, page_number, source, source_page, turn)
               SELECT made.sequence, ?, origin.sequence, ?, ? FROM document AS made, document AS origin
                WHERE made.id = ? AND origin.id = ?`,
              index + 1,
              pageNumber,
              turn,
              id,
              documentId,
            );
            if (changes === 0) throw new AppError('document-not-found');
          }
        for (const { id } of made) {
          const { sequence } =
            database.get<{ sequence: number }>('SELECT sequence FROM document WHERE id = ?', id) ?? {};
          if (sequence !== undefined) makeNotesFindable(database, sequence);
        }
      }),
    pages: (id) =>
      database.all<ArrangedPage>(
        `SELECT origin.id AS documentId, source_page AS pageNumber, turn FROM arranged_page
           JOIN document AS made ON made.sequence = paper JOIN document AS origin ON origin.sequence = arranged_page.source
          WHERE made.id = ? ORDER BY page_number`,
        id,
      ),
    from: (id) =>
      summaries(
        'document.sequence IN (SELECT source FROM arranged_page JOIN document AS made ON made.sequence = paper WHERE made.id = ?)',
        id,
      ),
    into: (id) =>
      summaries(
        `document.trashed = 0 AND document.sequence IN
           (SELECT paper FROM arranged_page JOIN document AS source ON source.sequence = arranged_page.source WHERE source.id = ?)`,
        id,
      ),
  };
}
