// The print set: for printing on both sides. Every part, tab sheet and exhibit starts on the front of a sheet; stamps stay as they are.
import type { Packet } from '../../../shared/model/packet.ts';
import type { Fonts } from '../fonts.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, QUIET, type Sheet } from '../layout/sheet.ts';
import type { Sink } from '../packet-file.ts';
import { copyNumbering, type ExhibitPlace, exhibitPlaces } from './exhibit-pages.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { type FileFacts, type FilePage, rearrange } from './rearrange.ts';

export interface PrintSetInput {
  readonly packet: Packet;
  readonly opened: OpenedPacket;
  readonly title: string;
  readonly fontsDir: string;
  /** What a blank back says. */
  readonly backs: 'nothing' | 'intentionally-blank';
  readonly signal?: AbortSignal | undefined;
}

/** How an inserted back is called in a viewer: it has no number. */
export const BLANK_LABEL = 'blank';

/** Writes the print set: an even number of pages, blank backs between where needed. Throws cancelled. */
export function writePrintSet(input: PrintSetInput, sink: Sink): Promise<FileFacts> {
  const { opened, packet, title, fontsDir, signal } = input;
  const exhibits = exhibitPlaces(packet, opened);
  return rearrange(
    opened,
    {
      title,
      createdOn: packet.createdOn,
      fontsDir,
      signal,
      numbering: copyNumbering(opened, exhibits),
      pages: (fonts) => printPages(opened.pageCount, startsOnFront(opened, exhibits), blankSheet(input.backs, fonts)),
    },
    sink,
  );
}

/** Pages of the packet that start on a front: the first of each part, each tab sheet, and the first page behind it. */
function startsOnFront(opened: OpenedPacket, exhibits: readonly ExhibitPlace[]): ReadonlySet<number> {
  const firstTab = exhibits[0]?.tab ?? Number.POSITIVE_INFINITY;
  const parts = opened.outline.map(({ packetPage }) => packetPage).filter((page) => page < firstTab);
  return new Set([...parts, ...exhibits.flatMap(({ tab, first }) => [tab, first])]);
}

/** The pages in order, each front on an odd place, an even number in all. */
export function printPages(count: number, fronts: ReadonlySet<number>, blank: Sheet): readonly FilePage[] {
  const pages: FilePage[] = [];
  const back: FilePage = { kind: 'own', sheet: blank, label: BLANK_LABEL };
  for (let packetPage = 1; packetPage <= count; packetPage += 1) {
    if (fronts.has(packetPage) && pages.length % 2 === 1) pages.push(back);
    pages.push({ kind: 'packet', packetPage });
  }
  if (pages.length % 2 === 1) pages.push(back);
  return pages;
}

function blankSheet(backs: PrintSetInput['backs'], fonts: Fonts): Sheet {
  if (backs === 'nothing') return { items: [] };
  const text = 'This page is intentionally blank.';
  const x = (PAGE_WIDTH - fonts.width(text, 'sans', 11)) / 2;
  return { items: [{ kind: 'text', x, y: PAGE_HEIGHT / 2, size: 11, face: 'sans', color: QUIET, text }] };
}
