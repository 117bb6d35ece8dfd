// Built packets: immutable versions, each a row, a stored PDF and the plan it was built from; and other files made of them.
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { CaseId, CopyId, PacketId } from '../../../shared/ids.ts';
import { Packet, PacketCopy, PacketPlan } from '../../../shared/model/packet.ts';
import { packetFileName } from '../../../shared/packet/file-name.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { NewPacket, PacketTable, StoredFile } from '../types.ts';
import type { BlobDesk } from './blob-desk.ts';
import { deleteBlob, insertBlob } from './blobs.ts';
import { parseStored } from './stored-json.ts';

const PDF = 'application/pdf';

interface ValueRow {
  readonly value: string;
}

type NamedBlob = Pick<PacketCopy, 'blobId' | 'fileName' | 'mediaType' | 'byteLength' | 'sha256'>;

/** The packets of an open vault. */
export function createPacketTable(database: Database, desk: BlobDesk): PacketTable {
  const get = (id: PacketId) => {
    const row = database.get<ValueRow>('SELECT value FROM packet WHERE id = ?', id);
    if (row === undefined) throw new AppError('packet-not-found');
    return parseStored(Packet, row.value);
  };
  const copy = (id: CopyId) => {
    const row = database.get<ValueRow>('SELECT value FROM packet_copy WHERE id = ?', id);
    if (row === undefined) throw new AppError('copy-not-found');
    return parseStored(PacketCopy, row.value);
  };
  const fileOf = ({ blobId, fileName, mediaType, byteLength, sha256 }: NamedBlob): StoredFile => ({
    fileName,
    mediaType,
    byteLength,
    sha256,
    bytes: () => desk.read(blobId),
    pipe: (sink) => desk.pipe(blobId, sink),
    use: (work) => desk.use(blobId, work),
  });
  return {
    add: (plan, write, describe) => {
      const id = newId<PacketId>('p');
      let described: NewPacket | undefined;
      const body = {
        fill: write,
        inspect: async (file: Parameters<typeof describe>[0]) => {
          described = await describe(file);
        },
      };
      return desk.store({ kind: 'packet', owner: id, mediaType: PDF }, body, (blob) => {
        const value = Packet.parse({
          ...described,
          id,
          version: nextVersion(database, plan.caseId),
          preset: plan.preset,
          blobId: blob.id,
          sha256: blob.sha256,
          byteLength: blob.length,
        });
        insertBlob(database, blob);
        database.run(
          'INSERT INTO packet (id, case_id, version, blob_id, value) VALUES (?, ?, ?, ?, ?)',
          id,
          value.caseId,
          value.version,
          blob.id,
          JSON.stringify(value),
        );
        database.run('INSERT INTO packet_plan (packet_id, value) VALUES (?, ?)', id, JSON.stringify(plan));
        appendAudit(database, 'packet-added', id);
        return value;
      });
    },
    list: (caseId) =>
      database
        .all<ValueRow>('SELECT value FROM packet WHERE case_id = ? ORDER BY version', caseId)
        .map((row) => parseStored(Packet, row.value)),
    get,
    pdf: async (id) => desk.read(get(id).blobId),
    file: (id) => {
      const { blobId, byteLength, sha256, version, draft } = get(id);
      return fileOf({ blobId, byteLength, sha256, mediaType: PDF, fileName: packetFileName(version, draft) });
    },
    plan: (id) => {
      const row = database.get<ValueRow>('SELECT value FROM packet_plan WHERE packet_id = ?', id);
      // The words of plans grow with the app; one it can't read any more only means that versions can't be compared.
      return row === undefined ? undefined : PacketPlan.safeParse(JSON.parse(row.value)).data;
    },
    addCopy: async (packetId, about, write, inspect) => {
      get(packetId);
      const id = newId<CopyId>('k');
      let found: Awaited<ReturnType<NonNullable<typeof inspect>>> = {};
      const body = {
        fill: write,
        inspect: async (file: Parameters<NonNullable<typeof inspect>>[0]) => {
          if (inspect !== undefined) found = await inspect(file);
        },
      };
      return desk.store({ kind: 'packet', owner: id, mediaType: about.mediaType }, body, (blob) => {
        const value = PacketCopy.parse({
          ...about,
          ...found,
          id,
          packetId,
          blobId: blob.id,
          sha256: blob.sha256,
          byteLength: blob.length,
        });
        insertBlob(database, blob);
        database.run(
          'INSERT INTO packet_copy (id, packet_id, kind, blob_id, value) VALUES (?, ?, ?, ?, ?)',
          id,
          packetId,
          value.kind,
          blob.id,
          JSON.stringify(value),
        );
        appendAudit(database, 'packet-copy-added', id);
        return value;
      });
    },
    copies: (id) =>
      database
        .all<ValueRow>('SELECT value FROM packet_copy WHERE packet_id = ? ORDER BY sequence', id)
        .map((row) => parseStored(PacketCopy, row.value)),
    copy,
    copyFile: (id) => fileOf(copy(id)),
    removeCopies: async (ids) => {
      database.transaction(() => {
        for (const id of ids) {
          const { blobId } = copy(id);
          database.run('DELETE FROM packet_copy WHERE id = ?', id);
          deleteBlob(database, blobId);
          appendAudit(database, 'packet-copy-removed', id);
        }
      });
      await desk.discard();
    },
  };
}

function nextVersion(database: Database, caseId: CaseId): number {
  const last = database.get<{ last: number }>(
    'SELECT coalesce(max(version), 0) AS last FROM packet WHERE case_id = ?',
    caseId,
  );
  return (last?.last ?? 0) + 1;
}

/** A fresh id: 128 random bits behind a letter. */
function newId<Id extends PacketId | CopyId>(letter: string): Id {
  // The cast brands a string that was just made to fit the brand's pattern.
  return `${letter}_${randomBytes(16).toString('hex')}` as Id;
}
