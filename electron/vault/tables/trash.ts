// The trash: papers that were put away, and their end. What a case or a packet still names stays.
import type { BlobId, DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import { handNotesOn } from './annotations.ts';
import type { BlobDesk } from './blob-desk.ts';
import { deleteBlob } from './blobs.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, toSummary } from './document-row.ts';

export interface Trash {
  /** Papers in the trash, oldest first; `isUsed` when a case or a packet names the paper, so that it can't be removed for good. */
  list(): readonly { readonly document: DocumentSummary; readonly isUsed: boolean }[];
  /** Removes every paper of the trash for good that nothing names; hands back how many. Durable on return. */
  empty(): Promise<number>;
}

/** The trash of an open vault. */
export function createTrash(database: Database, desk: BlobDesk): Trash {
  const list: Trash['list'] = () =>
    database
      .all<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM document WHERE trashed = 1 ORDER BY sequence`)
      .map((row) => ({ document: toSummary(row), isUsed: isUsed(database, row.id) }));
  return {
    list,
    empty: async () => {
      const removed = database.transaction(() => {
        const unused = list().filter((item) => !item.isUsed);
        for (const { document } of unused) remove(database, document);
        return unused.length;
      });
      await desk.discard();
      return removed;
    },
  };
}

/** Ids are random and hold no special signs, so that the text of a case can be searched for them. */
function isUsed(database: Database, id: DocumentId): boolean {
  const used = database.get<{ found: number }>(
    `SELECT EXISTS (SELECT 1 FROM "case" WHERE instr(value, ?)) OR EXISTS (SELECT 1 FROM packet WHERE instr(value, ?))
       OR EXISTS (SELECT 1 FROM packet_plan WHERE instr(value, ?)) AS found`,
    id,
    id,
    id,
  );
  return used?.found === 1;
}

/** Takes a paper away with its pages, its search text and its files. */
function remove(database: Database, { id, sequence }: DocumentSummary): void {
  const blobs = database.all<{ id: BlobId }>('SELECT id FROM blob WHERE owner = ?', id);
  handNotesOn(database, sequence);
  database.run('DELETE FROM search_text WHERE document = ?', sequence);
  database.run('DELETE FROM page WHERE document = ?', sequence);
  database.run('DELETE FROM document WHERE sequence = ?', sequence);
  for (const blob of blobs) deleteBlob(database, blob.id);
  appendAudit(database, 'document-removed', id);
}
