// The fax copy: cover sheet with the number of pages, then the packet's pages, in one transmission or several.
import type { CoverSheet, Packet } from '../../../shared/model/packet.ts';
import { faxParts } from '../../../shared/packet/fax-parts.ts';
import { stampSpan } from '../../../shared/packet/labels.ts';
import type { FaxPage } from '../../readers/fax-page.ts';
import type { Readers } from '../../readers/types.ts';
import { layoutCover } from '../layout/cover.ts';
import { sheetsFile } from '../sheets-file.ts';
import { type FaxSheet, faxFile } from './fax-file.ts';
import type { OpenedPacket } from './opened-packet.ts';

export interface FaxCopyInput {
  readonly packet: Packet;
  readonly opened: OpenedPacket;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly cover: CoverSheet;
  readonly fontsDir: string;
  /** Pages of one transmission, its cover sheet among them; one transmission for all when missing. */
  readonly pagesPerTransmission?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Transmission {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly number: number;
  readonly of: number;
}

/** Draws all pages and hands the transmissions on, one after the other. Throws cancelled. */
export async function faxTransmissions(
  input: FaxCopyInput,
  readers: Pick<Readers, 'faxPages'>,
  take: (transmission: Transmission) => Promise<void>,
): Promise<void> {
  const { opened, packet, signal } = input;
  const parts = faxParts(opened.pageCount, input.pagesPerTransmission);
  let at = 0;
  let sheets: FaxSheet[] = [];
  await readers.faxPages(
    input.bytes,
    async (page, packetPage, total) => {
      sheets.push({ page, label: opened.labelOf(packetPage) });
      input.onProgress?.(packetPage, total);
      const part = parts[at];
      if (part === undefined || packetPage < part.to) return;
      const covers = await coverPages(input, readers, at + 1, parts.length, part);
      const title = parts.length === 1 ? `${input.title} (fax)` : `${input.title} (fax ${at + 1} of ${parts.length})`;
      const all = [...covers.map((cover, index) => ({ page: cover, label: `Fax cover ${index + 1}` })), ...sheets];
      const bytes = await faxFile(all, { title, createdOn: packet.createdOn });
      await take({ bytes, pageCount: all.length, number: at + 1, of: parts.length });
      at += 1;
      sheets = [];
    },
    signal,
  );
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
