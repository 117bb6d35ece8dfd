// The audit chain: every change leaves a row whose hash covers the row before, so that a row cannot be taken out unnoticed.
import { createHash } from 'node:crypto';
import type { Database } from './database.ts';

/** What is worth a row. The subject is an id, never a name. */
export type AuditEvent =
  | 'vault-created'
  | 'passphrase-changed'
  | 'recovery-words-renewed'
  | 'backup-made'
  | 'vault-restored'
  | 'vault-rebuilt'
  | 'document-added'
  | 'document-read'
  | 'document-unlocked'
  | 'document-failed'
  | 'document-corrected'
  | 'document-trashed'
  | 'document-restored'
  | 'document-removed'
  | 'annotation-saved'
  | 'annotation-removed'
  | 'case-saved'
  | 'search-kept'
  | 'search-removed'
  | 'packet-added'
  | 'packet-copy-added'
  | 'packet-copy-removed';

interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly event: string;
  readonly subject: string;
  readonly hash: string;
}

const START = '0'.repeat(64);

/** Appends a row. Call it inside the transaction of the change it tells about. */
export function appendAudit(database: Database, event: AuditEvent, subject: string): void {
  const last = database.get<Pick<AuditRow, 'sequence' | 'hash'>>(
    'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
  );
  const row = { sequence: (last?.sequence ?? 0) + 1, at: new Date().toISOString(), event, subject };
  const hash = hashOf(last?.hash ?? START, row);
  database.run(
    'INSERT INTO audit (sequence, at, event, subject, hash) VALUES (?, ?, ?, ?, ?)',
    row.sequence,
    row.at,
    row.event,
    row.subject,
    hash,
  );
}

/** True when no row is missing, changed or out of order. */
export function isAuditWhole(database: Database): boolean {
  let previous = START;
  let sequence = 0;
  for (const row of database.all<AuditRow>('SELECT sequence, at, event, subject, hash FROM audit ORDER BY sequence')) {
    sequence += 1;
    if (row.sequence !== sequence || row.hash !== hashOf(previous, row)) return false;
    previous = row.hash;
  }
  return true;
}

function hashOf(previous: string, row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, row.sequence, row.at, row.event, row.subject]))
    .digest('hex');
}
