// What papers look like: small pictures, signatures of what makes them recognisable, and the pairs the user called different.
import { AppError } from '../../../shared/errors.ts';
import type { BlobId, DocumentId } from '../../../shared/ids.ts';
import type { Database } from '../database.ts';
import type { LookTable } from '../types.ts';

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
    signatures: (version, after = 0) =>
      database.all<{ id: DocumentId; sequence: number; value: Uint8Array }>(
        `SELECT document.id, document.sequence, signature.value FROM signature JOIN document ON document.sequence = signature.document
          WHERE signature.version = ? AND document.sequence > ? ORDER BY document.sequence`,
        version,
        after,
      ),
    unsigned: (version) =>
      database
        .all<{ id: DocumentId }>(
          `SELECT document.id FROM document LEFT JOIN signature ON signature.document = document.sequence
            WHERE document.state = 'ready' AND (signature.version IS NULL OR signature.version <> ?) ORDER BY document.sequence`,
          version,
        )
        .map(({ id }) => id),
    setNotSame: (a, b, isSo) => {
      const [first, second] = [sequenceOf(a), sequenceOf(b)];
      if (first === undefined || second === undefined) throw new AppError('document-not-found');
      if (first === second) return;
      const pair = [Math.min(first, second), Math.max(first, second)] as const;
      database.run(
        isSo
          ? 'INSERT OR IGNORE INTO not_same (first, second) VALUES (?, ?)'
          : 'DELETE FROM not_same WHERE first = ? AND second = ?',
        ...pair,
      );
    },
    notSame: () =>
      database.all<{ first: DocumentId; second: DocumentId }>(
        `SELECT a.id AS first, b.id AS second FROM not_same
           JOIN document AS a ON a.sequence = first JOIN document AS b ON b.sequence = second`,
      ),
  };
}
