// A packet of all kinds of papers, read by the real readers, and its check as the app makes it.
import { type CheckInput, checkPacket } from '../../electron/core/check-packet.ts';
import { type ComposedPacket, type ComposeInput, composePacket } from '../../electron/packet/compose.ts';
import type { Readers } from '../../electron/readers/types.ts';
import { type DocumentId, EntryId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { PacketCheck, PacketPlan } from '../../shared/model/packet.ts';
import { FIRST_SETUP } from '../../shared/model/packet-setup.ts';
import { planPacket } from '../../shared/packet/plan.ts';
import { boxesOfWords } from '../../shared/packet/redaction/boxes.ts';
import { answerOf, cite, evidenceOf, groundOf, letterOf, packetCase, paperOf, TODAY, text } from './packet-fixtures.ts';
import { FONTS, jpegWithOrientation, layered, oddGeometries, pngOf } from './packet-sources.ts';
import { formPaper, plainPaper, scannedPaper, textPaper } from './redaction-papers.ts';

export interface CheckedPacket {
  readonly plan: PacketPlan;
  readonly packet: ComposedPacket;
  readonly compose: ComposeInput;
  readonly paper: (id: DocumentId) => FullDocument;
  readonly original: (id: DocumentId) => Promise<{ readonly bytes: Uint8Array }>;
}

export interface PacketWishes {
  readonly draft?: boolean;
  readonly prefix?: string;
  /** Words of the second paper's first page that are blacked out. */
  readonly redacted?: readonly number[];
  readonly marks?: boolean;
}

/** The papers, in the order of their exhibits but for the denial letter, which comes first. */
const PAPERS = [
  { title: 'Denial letter', kind: 'denial-letter', format: 'pdf', make: textPaper },
  { title: 'Visit note', kind: 'medical-record', format: 'pdf', make: scannedPaper },
  { title: 'Odd pages', kind: 'medical-record', format: 'pdf', make: oddGeometries },
  { title: 'Form', kind: 'correspondence', format: 'pdf', make: formPaper },
  { title: 'Layers', kind: 'literature', format: 'pdf', make: layered },
  { title: 'Photo', kind: 'other', format: 'jpeg', make: () => jpegWithOrientation(6) },
  { title: 'Chart', kind: 'other', format: 'png', make: () => pngOf('palette') },
  { title: 'Log', kind: 'other', format: 'text', make: plainPaper },
] as const;

interface ReadPapers {
  readonly files: readonly Uint8Array[];
  readonly papers: readonly FullDocument[];
}

/** Made and read once in a process, whatever packets are made of them. */
let read: Promise<ReadPapers> | undefined;

async function readPapers(readers: Readers): Promise<ReadPapers> {
  const files = await Promise.all(PAPERS.map(async ({ make }) => await make()));
  const papers: FullDocument[] = [];
  for (const [index, { title, kind, format }] of PAPERS.entries()) {
    const { pages } = await readers.read(files[index]!, { pictures: false });
    papers.push(paperOf(index + 1, { title, kind, format, pages }));
  }
  return { files, papers };
}

/** Composes the packet. */
export async function checkedPacket(readers: Readers, wishes: PacketWishes = {}): Promise<CheckedPacket> {
  read ??= readPapers(readers);
  const { files, papers } = await read;
  const documents = new Map(papers.map((paper) => [paper.document.id as string, paper]));
  const second = papers[1]!;
  const redactions = (wishes.redacted ?? []).map((word, index) => ({
    id: EntryId.parse(`n_${String(index).padStart(16, '0')}`),
    documentId: second.document.id,
    pageNumber: 1,
    boxes: boxesOfWords(second.pages[0]!, [word]),
    ...({ why: 'other', by: 'word', state: 'applied' } as const),
  }));
  const proof = { pageNumber: 1, from: 4, to: 7, quote: 'x' };
  const marks = { highlights: 'highlight-and-notes', confidentiality: 'CONFIDENTIAL' } as const;
  const plan = planPacket({
    case: packetCase({
      grounds: [groundOf(1), groundOf(2, { reason: 'benefit-exclusion' })],
      evidence: [evidenceOf(1, 1, 2, { proof }), evidenceOf(2, 2, 4)],
      attachments: papers.map(({ document }) => document.id),
      redactions,
      packet: { ...FIRST_SETUP, ...(wishes.marks === true && { marks }) },
    }),
    documents,
    letter: letterOf([
      ...answerOf(1, 'Reason 1: Not necessary', [text('See '), cite(2, 1), text(' and '), cite(3, 2), text('.')]),
      ...answerOf(2, 'Reason 2: Excluded', [text('See '), cite(4, 1), text(', '), cite(1, 1), text('.')]),
    ]),
    deadlines: [],
    gaps: [],
    draft: wishes.draft ?? false,
    ...(wishes.prefix === undefined ? {} : { stamping: { prefix: wishes.prefix, start: 1, digits: 6 } }),
    today: TODAY,
  });
  const at = (id: DocumentId) => papers.findIndex(({ document }) => document.id === id);
  const compose: ComposeInput = {
    plan,
    fontsDir: FONTS,
    sources: async (id) => ({
      bytes: files[at(id)]!,
      format: papers[at(id)]!.document.format,
      pages: papers[at(id)]!.pages,
    }),
    drawRedacted: readers.redacted,
  };
  const packet = await composePacket(compose);
  return { plan, packet, compose, paper: (id) => papers[at(id)]!, original: async (id) => ({ bytes: files[at(id)]! }) };
}

/** The nine checks of a file: the packet as it was written, or `bytes` somebody changed afterwards. */
export function checksOf(
  made: CheckedPacket,
  readers: Readers,
  bytes: Uint8Array = made.packet.bytes,
  more: Partial<CheckInput> = {},
): Promise<readonly PacketCheck[]> {
  const isOwn = bytes === made.packet.bytes;
  const packet = isOwn ? made.packet : { ...made.packet, pictures: [], byteLength: bytes.length };
  return checkPacket({
    ...made,
    packet,
    file: { length: bytes.length, read: async (position, length) => bytes.subarray(position, position + length) },
    readers,
    limits: [],
    again: isOwn ? async (sink) => sink((await composePacket(made.compose)).bytes) : async (sink) => sink(bytes),
    signal: new AbortController().signal,
    report: () => undefined,
    ...more,
  });
}
