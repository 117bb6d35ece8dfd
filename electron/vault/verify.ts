// Checks a whole vault: every stored file to its last byte, the database page by page, the search index, the audit chain.
import { AppError, type ErrorCode, isAppError } from '../../shared/errors.ts';
import { isAuditWhole } from './audit.ts';
import type { BlobStore, StoredBlob } from './blob-store.ts';
import type { Database } from './database.ts';
import { allBlobs } from './tables/blobs.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, titleOf } from './tables/document-row.ts';
import type { VerifyReport } from './types.ts';

type Damage = VerifyReport['damaged'][number];

/** Goes on after each damaged item and names them all; `header` is what is wrong with the header on disk. Throws cancelled when the signal says so. */
export async function verifyVault(
  database: Database,
  store: BlobStore,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
  header?: ErrorCode,
): Promise<VerifyReport> {
  const damaged: Damage[] = [...checkDatabase(database)];
  if (header !== undefined) damaged.push({ what: 'The header (vault.hdr)', code: header });
  const blobs = listedBlobs(database);
  const total = blobs.length + 1;
  options.onProgress?.(1, total);

  for (const [index, blob] of blobs.entries()) {
    if (options.signal?.aborted) throw new AppError('cancelled');
    const code = await checkBlob(store, blob);
    if (code !== undefined) damaged.push({ what: describe(database, blob), code });
    options.onProgress?.(index + 2, total);
  }
  return { checked: total, damaged };
}

/** Each part by itself: the pages of the database, the rows that name others, the search index over them, the audit chain. */
function checkDatabase(database: Database): readonly Damage[] {
  const parts: readonly (readonly [what: string, isWhole: () => boolean])[] = [
    ['The database', () => database.pragma('integrity_check') === 'ok'],
    ['The links between records', () => database.all('PRAGMA foreign_key_check').length === 0],
    ['The search index', () => database.isSearchWhole()],
    ['The record of changes', () => isAuditWhole(database)],
  ];
  return parts.filter(([, isWhole]) => !passes(isWhole)).map(([what]) => ({ what, code: 'vault-database-damaged' }));
}

/** False when the database can't be read to its end, or is not what was written. */
export function isDatabaseWhole(database: Database): boolean {
  return passes(() => database.pragma('integrity_check') === 'ok');
}

function passes(isWhole: () => boolean): boolean {
  try {
    return isWhole();
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'vault-database-damaged') throw cause;
    return false;
  }
}

/** The stored files there should be; none when their list can't be read, which is damage of the database that has been named already. */
function listedBlobs(database: Database): readonly StoredBlob[] {
  try {
    return allBlobs(database);
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'vault-database-damaged') throw cause;
    return [];
  }
}

const UNSOUND: ReadonlySet<ErrorCode> = new Set(['vault-blob-damaged', 'vault-blob-missing', 'vault-disk-fault']);

async function checkBlob(store: BlobStore, blob: StoredBlob): Promise<ErrorCode | undefined> {
  try {
    await store.check(blob);
    return undefined;
  } catch (cause) {
    // A file in a bad place of the disk is named like a damaged one, and the rest is looked at.
    if (isAppError(cause) && UNSOUND.has(cause.code)) return cause.code;
    throw cause;
  }
}

/** Names a stored file as the user knows it. */
function describe(database: Database, blob: StoredBlob): string {
  if (blob.kind === 'packet') {
    const packet = database.get<{ version: number; isCopy: number }>(
      `SELECT version, 0 AS isCopy FROM packet WHERE blob_id = ?
       UNION ALL SELECT version, 1 FROM packet JOIN packet_copy ON packet_id = packet.id WHERE packet_copy.blob_id = ?`,
      blob.id,
      blob.id,
    );
    return `${packet?.isCopy === 1 ? 'A copy of packet' : 'Packet'}, version ${packet?.version ?? '?'}`;
  }
  const row = database.get<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id = ?`, blob.owner);
  const title = row === undefined ? blob.owner : titleOf(row);
  if (blob.kind === 'original') return `${title} (the original file)`;
  const page = database.get<{ page_number: number }>('SELECT page_number FROM page WHERE picture = ?', blob.id);
  return `${title} (picture of page ${page?.page_number ?? '?'})`;
}
