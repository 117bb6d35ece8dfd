// Rows of stored files.
import type { BlobId } from '../../../shared/ids.ts';
import type { StoredBlob } from '../blob-store.ts';
import type { Database } from '../database.ts';
import type { BlobKind } from '../types.ts';

interface BlobRow {
  readonly id: BlobId;
  readonly kind: BlobKind;
  readonly owner: string;
  readonly media_type: string;
  readonly length: number;
  readonly sha256: string;
  readonly file_sha256: string;
}

const COLUMNS = 'id, kind, owner, media_type, length, sha256, file_sha256';

/** Adds the row of a file that is already in place. Call it inside the transaction that adds its owner. */
export function insertBlob(database: Database, blob: StoredBlob): void {
  database.run(
    `INSERT INTO blob (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    blob.id,
    blob.kind,
    blob.owner,
    blob.mediaType,
    blob.length,
    blob.sha256,
    blob.fileSha256,
  );
}

/** The row of a stored file. */
export function findBlob(database: Database, id: BlobId): StoredBlob | undefined {
  const row = database.get<BlobRow>(`SELECT ${COLUMNS} FROM blob WHERE id = ?`, id);
  return row && toBlob(row);
}

/** All rows, oldest first. */
export function allBlobs(database: Database): readonly StoredBlob[] {
  return database.all<BlobRow>(`SELECT ${COLUMNS} FROM blob ORDER BY sequence`).map(toBlob);
}

/** Marks the files of one owner as wanted or as trash. */
export function setBlobState(database: Database, owner: string, state: 'live' | 'trash'): void {
  database.run('UPDATE blob SET state = ? WHERE owner = ?', state, owner);
}

/** Takes a row away and notes that its file is to go; the file is removed only after the commit. */
export function deleteBlob(database: Database, id: BlobId): void {
  database.run('DELETE FROM blob WHERE id = ?', id);
  database.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, '')", `${DISCARD}${id}`);
}

/** Files whose rows are gone and that may still be there. */
export function discardedBlobs(database: Database): readonly BlobId[] {
  return database
    .all<{ name: string }>("SELECT name FROM meta WHERE name GLOB 'discard:*'")
    .map(({ name }) => name.slice(DISCARD.length) as BlobId); // written by deleteBlob, from an id
}

/** Forgets the note once the file is gone. */
export function forgetDiscarded(database: Database, id: BlobId): void {
  database.run('DELETE FROM meta WHERE name = ?', `${DISCARD}${id}`);
}

const DISCARD = 'discard:';

function toBlob(row: BlobRow): StoredBlob {
  return {
    id: row.id,
    kind: row.kind,
    owner: row.owner,
    mediaType: row.media_type,
    length: row.length,
    sha256: row.sha256,
    fileSha256: row.file_sha256,
  };
}
