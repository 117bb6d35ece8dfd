// What papers look like: small pictures, signatures of what makes them recognisable, and what the user said of pairs.
import { AppError } from '../../../shared/errors.ts';
import type { BlobId, DocumentId } from '../../../shared/ids.ts';
import type { LookalikeVerdict } from '../../../shared/model/lookalike.ts';
import type { Database } from '../database.ts';
import type { LookTable } from '../types.ts';
import { IS_SHOWN } from './document-row.ts';

/** The looks of the papers of an open vault. */
export function createLookTable(database: Database): LookTable {
  const sequenceOf = (id: DocumentId) =>
    database.get<{ sequence: number }>('SELECT sequence FROM document WHERE id = ?', id)?.sequence;
  return {
    thumbnail: (id) =>
      database.get<{ jpeg: Uint8Array }>(
        `SELECT thumbnail.jpeg FROM thumbnail JOIN document ON document.sequence = thumbnail.document
           JOIN page ON page.document = thumbnail.document AND page.page_number = 1
          WHERE document.id = ? AND page.picture = thumbnail.page_picture`,
        id,
      )?.jpeg,
    pagePicture: (id) =>
      database.get<{ picture: BlobId }>(
        'SELECT picture FROM page JOIN document ON document.sequence = page.document WHERE document.id = ? AND page_number = 1',
        id,
      )?.picture,
    keepThumbnail: (id, picture, jpeg) =>
      void database.run(
        'INSERT OR REPLACE INTO thumbnail (document, page_picture, jpeg) SELECT sequence, ?, ? FROM document WHERE id = ?',
        picture,
        jpeg,
        id,
      ),
    sign: (id, version, value) =>
      void database.run(
        'INSERT OR REPLACE INTO signature (document, version, value) SELECT sequence, ?, ? FROM document WHERE id = ?',
        version,
        value,
        id,
      ),
    signed: (version) =>
      database
        .all<{ id: DocumentId; sequence: number; trashed: 0 | 1; read_date: string | null }>(
          `SELECT document.id, sequence, trashed, read_date FROM signature JOIN document ON sequence = signature.document
            WHERE signature.version = ? AND (trashed = 1 OR ${IS_SHOWN}) ORDER BY sequence`,
          version,
        )
        .map(({ id, sequence, trashed, read_date }) => ({
          id,
          sequence,
          isTrashed: trashed === 1,
          ...(read_date !== null && { date: read_date }),
        })),
    signature: (id) =>
      database.get<{ value: Uint8Array }>(
        'SELECT signature.value FROM signature JOIN document ON sequence = signature.document WHERE document.id = ?',
        id,
      )?.value,
    unsigned: (version) =>
      database
        .all<{ id: DocumentId }>(
          `SELECT document.id FROM document LEFT JOIN signature ON signature.document = document.sequence
            WHERE document.state = 'ready' AND (signature.version IS NULL OR signature.version <> ?) ORDER BY document.sequence`,
          version,
        )
        .map(({ id }) => id),
    judge: (a, b, verdict) => {
      const [first, second] = [sequenceOf(a), sequenceOf(b)];
      if (first === undefined || second === undefined) throw new AppError('document-not-found');
      if (first === second) return;
      const pair = [Math.min(first, second), Math.max(first, second)] as const;
      if (verdict === undefined) database.run('DELETE FROM lookalike WHERE first = ? AND second = ?', ...pair);
      else database.run('INSERT OR REPLACE INTO lookalike (first, second, verdict) VALUES (?, ?, ?)', ...pair, verdict);
    },
    judged: () =>
      database.all<{ first: DocumentId; second: DocumentId; verdict: LookalikeVerdict }>(
        `SELECT a.id AS first, b.id AS second, verdict FROM lookalike
           JOIN document AS a ON a.sequence = first JOIN document AS b ON b.sequence = second`,
      ),
  };
}
