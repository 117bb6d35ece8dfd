// The fax copy: cover sheet with the number of pages, then the packet's pages, in one transmission or several.
import type { CoverSheet, Packet } from '../../../shared/model/packet.ts';
import { faxParts } from '../../../shared/packet/fax-parts.ts';
import { stampSpan } from '../../../shared/packet/labels.ts';
import type { FaxPage } from '../../readers/fax-page.ts';
import type { Readers } from '../../readers/types.ts';
import { layoutCover } from '../layout/cover.ts';
import type { FinishedFile, Sink } from '../packet-file.ts';
import { sheetsFile } from '../sheets-file.ts';
import { excerpt } from './excerpt.ts';
import { type FaxFile, startFaxFile } from './fax-file.ts';
import type { OpenedPacket } from './opened-packet.ts';

export interface FaxCopyInput {
  readonly packet: Packet;
  readonly opened: OpenedPacket;
  readonly title: string;
  readonly cover: CoverSheet;
  readonly fontsDir: string;
  /** Pages of one transmission, its cover sheet among them; one transmission for all when missing. */
  readonly pagesPerTransmission?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Transmission {
  readonly number: number;
  readonly of: number;
  /** Draws its pages and writes its file, page by page. Throws cancelled, and what reading the packet throws. */
  write(sink: Sink): Promise<FinishedFile & { readonly pageCount: number }>;
}

/** Pages handed to the readers at a time. */
const BATCH = 16;

/** The transmissions of a fax copy, to be written one after the other. */
export function faxTransmissions(input: FaxCopyInput, readers: Pick<Readers, 'faxPages'>): readonly Transmission[] {
  const { opened, packet, title } = input;
  const parts = faxParts(opened.pageCount, input.pagesPerTransmission);
  return parts.map(({ from, to }, at) => ({
    number: at + 1,
    of: parts.length,
    write: async (sink) => {
      const covers = await coverPages(input, readers, at + 1, parts.length, { from, to });
      const stamps = Array.from({ length: to - from + 1 }, (_, index) => opened.labelOf(from + index));
      const labels = [...covers.map((_, index) => `Fax cover ${index + 1}`), ...stamps];
      const name = parts.length === 1 ? 'fax' : `fax ${at + 1} of ${parts.length}`;
      const file = await startFaxFile({ title: `${title} (${name})`, createdOn: packet.createdOn, labels }, sink);
      for (const cover of covers) await file.add(cover);
      for (let first = from; first <= to; first += BATCH)
        await addPages(file, first, Math.min(to, first + BATCH - 1), input, readers);
      return { ...(await file.finish()), pageCount: labels.length };
    },
  }));
}

/** Draws pages of the packet and writes them. */
async function addPages(
  file: FaxFile,
  from: number,
  to: number,
  { opened, signal, onProgress }: FaxCopyInput,
  readers: Pick<Readers, 'faxPages'>,
): Promise<void> {
  const draw = async (page: FaxPage, number: number) => {
    await file.add(page);
    onProgress?.(from + number - 1, opened.pageCount);
  };
  await readers.faxPages(await excerpt(opened, from, to), draw, signal);
}

/** The cover sheet of a transmission, which says its pages and, of several, which one it is. */
async function coverPages(
  { cover, title, fontsDir, opened, signal }: FaxCopyInput,
  readers: Pick<Readers, 'faxPages'>,
  number: number,
  of: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly FaxPage[]> {
  const stamps = stampSpan(opened.labelOf(from), opened.labelOf(to));
  const all = stampSpan(opened.labelOf(1), opened.labelOf(opened.pageCount));
  const which = of === 1 ? `${stamps}` : `${stamps} of ${all}`;
  const rows: CoverSheet['rows'] = [
    ...cover.rows,
    ...(of === 1 ? [] : [{ label: 'Transmission', value: [{ kind: 'text' as const, text: `${number} of ${of}` }] }]),
    { label: 'Stamped', value: [{ kind: 'text', text: which }] },
  ];
  // The sheet counts itself; more than one only when the facts are very long.
  const pdf = await sheetsFile({
    title,
    fontsDir,
    lay: (fonts) => layoutCover({ ...cover, rows }, fonts),
    pageCount: (sheets) => sheets + to - from + 1,
  });
  const pages: FaxPage[] = [];
  await readers.faxPages(pdf, (page) => void pages.push(page), signal);
  return pages;
}
