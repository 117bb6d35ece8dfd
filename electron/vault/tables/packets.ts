// Built packets: immutable versions, each a row and a stored PDF.
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { PacketId } from '../../../shared/ids.ts';
import { Packet } from '../../../shared/model/packet.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { PacketTable } from '../types.ts';
import type { BlobDesk } from './blob-desk.ts';
import { insertBlob } from './blobs.ts';
import { parseStored } from './stored-json.ts';

/** The packets of an open vault. */
export function createPacketTable(database: Database, desk: BlobDesk): PacketTable {
  const get = (id: PacketId) => {
    const row = database.get<{ value: string }>('SELECT value FROM packet WHERE id = ?', id);
    if (row === undefined) throw new AppError('packet-not-found');
    return parseStored(Packet, row.value);
  };
  return {
    add: (packet, pdf) => {
      // The cast brands a string that was just made to fit the brand's pattern.
      const id = `p_${randomBytes(16).toString('hex')}` as PacketId;
      return desk.store({ kind: 'packet', owner: id, mediaType: 'application/pdf' }, pdf, (blob) => {
        const last = database.get<{ last: number }>(
          'SELECT coalesce(max(version), 0) AS last FROM packet WHERE case_id = ?',
          packet.caseId,
        );
        const version = (last?.last ?? 0) + 1;
        const value = Packet.parse({
          ...packet,
          id,
          version,
          blobId: blob.id,
          sha256: blob.sha256,
          byteLength: blob.length,
        });
        insertBlob(database, blob);
        database.run(
          'INSERT INTO packet (id, case_id, version, blob_id, value) VALUES (?, ?, ?, ?, ?)',
          id,
          value.caseId,
          version,
          blob.id,
          JSON.stringify(value),
        );
        appendAudit(database, 'packet-added', id);
        return value;
      });
    },
    list: (caseId) =>
      database
        .all<{ value: string }>('SELECT value FROM packet WHERE case_id = ? ORDER BY version', caseId)
        .map((row) => parseStored(Packet, row.value)),
    get,
    pdf: async (id) => desk.read(get(id).blobId),
  };
}
