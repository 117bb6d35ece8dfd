// A built packet with scans of known sizes, for the tests of copies.
import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { composePacket } from '../../electron/packet/compose.ts';
import type { FinishedBytes } from '../../electron/packet/kept-parts.ts';
import type { Sink } from '../../electron/packet/packet-file.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { BlobId, PacketId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Packet, PacketPlan } from '../../shared/model/packet.ts';
import { planPacket } from '../../shared/packet/plan.ts';
import { answerOf, cite, evidenceOf, letterOf, packetCase, pageOf, paperOf, TODAY, text } from './packet-fixtures.ts';
import { FONTS } from './packet-sources.ts';

/**
 * A scan of noise and a line of print: JPEG of letter size at `dpi`, not compressible any further. The noise is faint, for optical reading takes strong
 * noise for letters, a page of it for a quarter of a minute.
 */
export async function noisyScan(words: string, dpi: number, seed: number): Promise<Uint8Array> {
  const [width, height] = [Math.round(8.5 * dpi), 11 * dpi];
  const pixels = Buffer.alloc(width * height);
  let state = seed;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    pixels[at] = 232 + (state >>> 28);
  }
  const print = `<svg width="${width}" height="${height}"><text x="${dpi}" y="${2 * dpi}" font-size="${dpi / 4}" font-family="sans-serif">${words}</text></svg>`;
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .composite([{ input: Buffer.from(print) }])
    .toColourspace('b-w')
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A PDF with one scan on each page, and words drawn as text when there is no scan for it. */
export async function scansPdf(pages: readonly (Uint8Array | string)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of pages) {
    const sheet = document.addPage([612, 792]);
    if (typeof page === 'string') sheet.drawText(page, { x: 72, y: 650, size: 14, font });
    else sheet.drawImage(await document.embedJpg(page), { x: 0, y: 0, width: 612, height: 792 });
  }
  return document.save();
}

/** A file that lies in memory, as one that is stored is read. */
export function asFile(bytes: Uint8Array): FinishedBytes {
  return { length: bytes.length, read: async (position, length) => bytes.slice(position, position + length) };
}

/** Lets `write` fill a file and gives its bytes. */
export async function collected<T>(
  write: (sink: Sink) => Promise<T>,
): Promise<{ readonly bytes: Buffer; readonly made: T }> {
  const chunks: Uint8Array[] = [];
  // A sink's bytes may be used again for the next piece.
  const made = await write((bytes) => void chunks.push(Uint8Array.from(bytes)));
  return { bytes: Buffer.concat(chunks), made };
}

export interface BuiltPacket {
  readonly plan: PacketPlan;
  readonly packet: Packet;
  readonly bytes: Uint8Array;
  readonly papers: readonly FullDocument[];
}

/** Builds a packet of a denial (2 pages of text), a record (5 scans), a plan (1 page of text) and literature (3 scans). */
export async function builtPacket(
  more: { readonly dpi?: number; readonly prefix?: string; readonly draft?: boolean } = {},
): Promise<BuiltPacket> {
  const dpi = more.dpi ?? 60;
  const scans = (name: string, count: number, seed: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => noisyScan(`${name} ${index + 1}`, dpi, seed + index)));
  const files = [
    await scansPdf(['denial one', 'denial two']),
    await scansPdf(await scans('record', 5, 100)),
    await scansPdf(['plan page']),
    await scansPdf(await scans('trial', 3, 900)),
  ];
  const kinds = ['denial-letter', 'medical-record', 'plan-document', 'literature'] as const;
  const titles = ['Denial letter', 'Visit notes', 'Plan document', 'Trial of 2024'];
  const counts = [2, 5, 1, 3];
  const papers = files.map((bytes, index) =>
    paperOf(index + 1, {
      kind: kinds[index]!,
      title: titles[index]!,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: Array.from({ length: counts[index]! }, (_, at) =>
        pageOf(at + 1, index % 2 === 1 ? [`Scanned word${at + 1}`] : [], {
          source: index % 2 === 1 ? 'ocr' : 'text-layer',
        }),
      ),
    }),
  );
  const plan = planPacket({
    case: packetCase({
      evidence: [evidenceOf(1, 1, 2), evidenceOf(2, 1, 3), evidenceOf(3, 1, 4)],
      attachments: papers.map(({ document }) => document.id),
    }),
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter: letterOf(
      answerOf(1, 'Reason 1: Not necessary', [
        text('See '),
        cite(2, 1),
        text(', '),
        cite(2, 4),
        text(' and '),
        cite(4, 3),
        text('.'),
      ]),
    ),
    deadlines: [],
    gaps: [],
    draft: more.draft ?? false,
    ...(more.prefix === undefined ? {} : { stamping: { prefix: more.prefix, start: 1, digits: 6 } }),
    today: TODAY,
  });
  const sources = async (id: DocumentId) => {
    const at = papers.findIndex(({ document }) => document.id === id);
    return { bytes: files[at]!, format: 'pdf' as const, pages: papers[at]!.pages };
  };
  const composed = await composePacket({ plan, sources, fontsDir: FONTS });
  const packet: Packet = {
    id: PacketId.parse('p_0000000000000001'),
    caseId: plan.caseId,
    version: 2,
    createdOn: plan.createdOn,
    draft: plan.draft,
    pageCount: composed.pageCount,
    byteLength: composed.byteLength,
    sha256: createHash('sha256').update(composed.bytes).digest('hex'),
    blobId: BlobId.parse('0'.repeat(32)),
    index: [...composed.index],
    problems: [],
    preset: plan.preset,
    checks: [],
  };
  return { plan, packet, bytes: composed.bytes, papers };
}
