// The papers of an open vault.
import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { Corrections, Reading } from '../../../shared/model/finding.ts';
import { corrected } from '../../../shared/reading/corrected.ts';
import { type AuditEvent, appendAudit } from '../audit.ts';
import type { StoredBlob } from '../blob-store.ts';
import type { Database, SqlValue } from '../database.ts';
import type { DocumentTable, NewDocument } from '../types.ts';
import type { BlobDesk } from './blob-desk.ts';
import { deleteBlob, findBlob, insertBlob, setBlobState } from './blobs.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, IS_SHOWN, toSummary } from './document-row.ts';
import { createFullPapers } from './full-papers.ts';
import { getPage, listPages, pictureOf, putPage, searchBodyOf } from './pages.ts';
import { correctionsIn, READING_COLUMNS, type ReadingRow, readByItself, toReading } from './readings.ts';
import { paperTextOf, putSearchText, search } from './search.ts';

/** Each tag once, by the alphabet. */
const inOrder = (tags: readonly string[]) => [...new Set(tags)].sort((a, b) => a.localeCompare(b, 'en'));

/** Adds the rows of a paper whose file is in place, still to be read. Call it inside a transaction. */
export function insertOriginal(
  database: Database,
  { id, fileName, format }: Pick<DocumentSummary, 'id' | 'fileName' | 'format'>,
  blob: StoredBlob,
  dedupe: (sha256: Uint8Array) => Uint8Array,
): void {
  insertBlob(database, blob);
  const { lastId } = database.run(
    'INSERT INTO document (id, file_name, format, byte_length, sha256, dedupe, blob_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    fileName,
    format,
    blob.length,
    blob.sha256,
    dedupe(Buffer.from(blob.sha256, 'hex')),
    blob.id,
  );
  refreshPaperText(database, lastId);
  appendAudit(database, 'document-added', id);
}

/** Makes a paper findable by its title, file name and note as they are now. */
function refreshPaperText(database: Database, sequence: number): void {
  const row = database.get<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE sequence = ?`, sequence);
  if (row !== undefined) putSearchText(database, sequence, 0, paperTextOf(row));
}

/** The papers; `dedupe` is the keyed hash of a file's SHA-256. */
export function createDocumentTable(
  database: Database,
  desk: BlobDesk,
  dedupe: (sha256: Uint8Array) => Uint8Array,
): DocumentTable {
  const rowOf = (id: DocumentId) => {
    const row = database.get<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ?`, id);
    if (row === undefined) throw new AppError('document-not-found');
    return row;
  };
  /** Changes columns of one document with its search text and audit row, all or nothing. The column names are ours, never input. */
  const change = (id: DocumentId, event: AuditEvent, columns: Readonly<Record<string, SqlValue>>) =>
    database.transaction(() => {
      const { sequence } = rowOf(id);
      const assignments = Object.keys(columns)
        .map((name) => `${name} = ?`)
        .join(', ');
      database.run(`UPDATE document SET ${assignments} WHERE id = ?`, ...Object.values(columns), id);
      refreshPaperText(database, sequence);
      appendAudit(database, event, id);
      return toSummary(rowOf(id));
    });
  const setTrashed = (id: DocumentId, trashed: boolean) =>
    database.transaction(() => {
      change(id, trashed ? 'document-trashed' : 'document-restored', { trashed: trashed ? 1 : 0 });
      setBlobState(database, id, trashed ? 'trash' : 'live');
      papers.forget(id);
    });

  const passwordOf = (id: DocumentId) =>
    database.get<{ password: string | null }>('SELECT password FROM document WHERE id = ?', id)?.password ?? undefined;
  const readingRow = (id: DocumentId) => {
    const row = database.get<ReadingRow>(`SELECT ${READING_COLUMNS} FROM document WHERE id = ?`, id);
    if (row === undefined) throw new AppError('document-not-found');
    return row;
  };
  const readingOf = (id: DocumentId) => toReading(readingRow(id));
  const papers = createFullPapers(database);

  /** The paper whose row comes before the next one's: papers keep the order in which they were begun, though two are sealed side by side. */
  let last: Promise<unknown> = Promise.resolve();
  const add = ({ fileName, format, mediaType, bytes }: NewDocument, sha256?: string) => {
    // The cast brands a string that was just made to fit the brand's pattern.
    const id = `d_${randomBytes(16).toString('hex')}` as DocumentId;
    const about = { kind: 'original', owner: id, mediaType, fileName } as const;
    const adding = desk.store(about, { bytes, sha256, after: last }, (blob) => {
      insertOriginal(database, { id, fileName, format }, blob, dedupe);
      return toSummary(rowOf(id));
    });
    last = adding.catch(() => undefined);
    return adding;
  };
  const withHash = (sha256: Uint8Array) =>
    database.get<DocumentRow>(
      `SELECT ${DOCUMENT_COLUMNS} FROM document WHERE dedupe = ? ORDER BY trashed, sequence LIMIT 1`,
      dedupe(sha256),
    );
  /** Files on their way into the vault, by their hash: of two equal ones that come at once only one may be found new. */
  const underWay = new Map<string, Promise<DocumentSummary>>();

  return {
    add: (document) => add(document),
    addUnlessKnown: async (document) => {
      const sha256 = createHash('sha256').update(document.bytes).digest();
      const hex = sha256.toString('hex');
      for (let before = underWay.get(hex); before !== undefined; before = underWay.get(hex))
        await before.catch(() => undefined);
      const known = withHash(sha256);
      if (known !== undefined) return { document: toSummary(known), isKnown: true };
      const adding = add(document, hex);
      underWay.set(hex, adding);
      try {
        return { document: await adding, isKnown: false };
      } finally {
        underWay.delete(hex);
      }
    },
    attach: (mail, paper) =>
      database.transaction(() =>
        database.run(
          'INSERT OR IGNORE INTO attached (paper, mail) VALUES (?, ?)',
          rowOf(paper).sequence,
          rowOf(mail).sequence,
        ),
      ),
    savePage: async (id, page, pictureJpeg) => {
      const { sequence } = rowOf(id);
      const replaced = await desk.store(
        { kind: 'page-picture', owner: id, mediaType: 'image/jpeg' },
        { bytes: pictureJpeg },
        (blob) => {
          insertBlob(database, blob);
          const earlier = putPage(database, sequence, page, blob.id);
          putSearchText(database, sequence, page.pageNumber, searchBodyOf(page));
          if (earlier !== undefined) deleteBlob(database, earlier);
          return earlier;
        },
      );
      if (replaced !== undefined) await desk.discard();
    },
    saveReading: (id, reading, readBy = 0) => {
      const value = Reading.parse(reading);
      change(id, 'document-read', {
        state: 'ready',
        error_code: null,
        reading: JSON.stringify(value),
        read_kind: value.kind.value,
        read_title: value.title?.trim() || null,
        read_date: value.fields.letter_date ?? null,
        read_payer: value.fields.payer ?? null,
        read_provider: value.fields.provider ?? null,
        reason_count: corrected(value, correctionsIn(readingRow(id))).reasons.length,
        read_by: readBy,
      });
    },
    readBefore: (version) =>
      database
        .all<{ id: DocumentId }>(
          "SELECT id FROM document WHERE state = 'ready' AND trashed = 0 AND read_by < ? ORDER BY sequence",
          version,
        )
        .map((row) => row.id),
    unlock: (id, password) => change(id, 'document-unlocked', { password, state: 'reading', error_code: null }),
    passwordOf: (id) => passwordOf(id),
    passwords: () =>
      database
        .all<{ password: string }>(
          'SELECT password FROM document WHERE password IS NOT NULL GROUP BY password ORDER BY max(sequence) DESC',
        )
        .map((row) => row.password),
    markFailed: (id, code) => void change(id, 'document-failed', { state: 'failed', error_code: code }),
    unfinished: () =>
      database
        .all<{ id: DocumentId }>("SELECT id FROM document WHERE state = 'reading' AND trashed = 0 ORDER BY sequence")
        .map((row) => row.id),
    list: () =>
      database
        .all<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE ${IS_SHOWN} ORDER BY sequence`)
        .map(toSummary),
    summary: (id) => toSummary(rowOf(id)),
    pages: (id) => listPages(database, rowOf(id).sequence),
    page: (id, pageNumber) => getPage(database, rowOf(id).sequence, pageNumber),
    reading: readingOf,
    full: (id) => papers.get(id),
    ready: () => papers.ready(),
    letGo: () => papers.clear(),
    original: async (id) => {
      const row = rowOf(id);
      const mediaType = findBlob(database, row.blob_id)?.mediaType ?? 'application/octet-stream';
      return { bytes: await desk.read(row.blob_id), mediaType, fileName: row.file_name, password: passwordOf(id) };
    },
    picture: async (id, pageNumber) => desk.read(pictureOf(database, rowOf(id).sequence, pageNumber)),
    setKind: (id, kind) => change(id, 'document-corrected', { user_kind: kind ?? null }),
    kindByUser: (id) => readingRow(id).user_kind ?? undefined,
    correct: (id, apply) =>
      database.transaction(() => {
        const row = readingRow(id);
        const value = Corrections.parse(apply(correctionsIn(row)));
        change(id, 'document-corrected', {
          user_reading: JSON.stringify(value),
          reason_count: corrected(readByItself(row), value).reasons.length,
        });
        return readingOf(id);
      }),
    setTitle: (id, title) => change(id, 'document-corrected', { user_title: title.trim() || null }),
    setTags: (id, tags) => change(id, 'document-corrected', { user_tags: JSON.stringify(inOrder(tags)) }),
    setNote: (id, note) => change(id, 'document-corrected', { user_note: note }),
    trash: (id) => setTrashed(id, true),
    restore: (id) => setTrashed(id, false),
    search: (query, limit, filter) => search(database, query, limit, filter),
  };
}
