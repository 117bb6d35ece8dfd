// What the window says of versions and their files.
import { describe, expect, it } from 'vitest';
import { differenceLines } from '../../../renderer/screens/case/copies/difference-words.ts';
import { sendableFiles, sentFile, WHOLE_PACKET } from '../../../renderer/screens/case/submissions/sent-file.ts';
import type { PacketDifferences } from '../../../shared/model/differences.ts';
import { Packet, PacketCopy } from '../../../shared/model/packet.ts';
import { documentId } from '../../helpers/packet-fixtures.ts';

const NOTHING: PacketDifferences = {
  becameFinal: false,
  becameDraft: false,
  added: [],
  removed: [],
  moved: [],
  renamed: [],
  repaged: [],
  redactions: [],
  letter: [],
  tables: [],
  settings: [],
};

describe('differences in words', () => {
  it('are one sentence each, and none when nothing changed', () => {
    expect(differenceLines(NOTHING)).toEqual([]);
    const lines = differenceLines({
      ...NOTHING,
      becameFinal: true,
      added: [{ label: 'B', title: 'Note' }],
      removed: [{ label: 'C', title: 'Bill' }],
      moved: [{ label: 'A', title: 'Denial', labelBefore: 'D' }],
      repaged: [{ label: 'E', title: 'Chart', added: [2, 3], removed: [], reordered: true }],
      redactions: [{ documentId: documentId(1), pageNumber: 4, label: 'E', change: 'added' }],
      settings: ['stamping'],
    });
    expect(lines).toEqual([
      'The draft became final.',
      'New: Exhibit B, Note.',
      'Taken out: Bill (was exhibit C).',
      'Moved: Exhibit A, Denial (was D).',
      'Exhibit E, Chart: 2 pages more, pages in another order.',
      'Page 4 of the paper in exhibit E is blacked out now.',
      'The numbers stamped on the pages are others.',
    ]);
  });
});

describe('the file that was sent', () => {
  const hash = (digit: string) => digit.repeat(64);
  const packet = Packet.parse({
    id: 'p_0000000000000001',
    caseId: 'c_0000000000000001',
    version: 1,
    createdOn: '2026-10-01',
    draft: false,
    pageCount: 3,
    byteLength: 10,
    sha256: hash('a'),
    blobId: '0'.repeat(32),
    index: [],
    problems: [],
  });
  const copy = (number: number, kind: PacketCopy['kind']) =>
    PacketCopy.parse({
      id: `k_000000000000000${number}`,
      packetId: packet.id,
      kind,
      fileName: `${kind}.pdf`,
      mediaType: 'application/pdf',
      createdOn: '2026-10-01',
      byteLength: 10,
      sha256: hash(String(number)),
      blobId: '0'.repeat(32),
    });
  const copies = [copy(1, 'fax'), copy(2, 'manifest'), copy(3, 'encrypted')];

  it('is the packet or a file made of it, never a list about them', () => {
    expect(sendableFiles(copies).map(({ label }) => label)).toEqual([
      'The packet as built',
      'encrypted.pdf',
      'fax.pdf',
    ]);
  });

  it('is recorded with its hash', () => {
    expect(sentFile(copies[0]!.id, packet, copies)).toEqual({ copyId: copies[0]!.id, sha256: hash('1') });
    expect(sentFile(WHOLE_PACKET, packet, copies)).toEqual({ sha256: hash('a') });
    expect(sentFile('', undefined, [])).toEqual({});
  });
});
