// Where the exhibits of a built packet stand: read from its index and its page labels.
import type { IndexRow, Packet } from '../../../shared/model/packet.ts';
import type { Numbering, Target } from '../layout/sheet.ts';
import type { OpenedPacket } from './opened-packet.ts';

/** An exhibit's pages of the packet, one-based. The tab sheet stands just before the first. */
export interface ExhibitPlace {
  readonly row: IndexRow;
  readonly tab: number;
  readonly first: number;
  readonly last: number;
}

/** The places of all exhibits, in order. */
export function exhibitPlaces(packet: Packet, opened: OpenedPacket): readonly ExhibitPlace[] {
  const pages = new Map(Array.from({ length: opened.pageCount }, (_, index) => [opened.labelOf(index + 1), index + 1]));
  return packet.index.flatMap((row) => {
    const first = pages.get(row.fromStamp);
    const last = pages.get(row.toStamp);
    return first === undefined || last === undefined ? [] : [{ row, tab: first - 1, first, last }];
  });
}

/** Numbers for sheets that go with a built packet: their links lead to tab sheets alone. */
export function copyNumbering(opened: OpenedPacket, exhibits: readonly ExhibitPlace[]): Numbering {
  const tabs = new Map(exhibits.map(({ row, tab }) => [row.label, tab]));
  return {
    pageCount: opened.pageCount,
    pageOf: (target: Target) => (target.kind === 'tab' ? tabs.get(target.label) : undefined),
    stampAt: (packetPage) => opened.labelOf(packetPage),
    numberAt: (packetPage) => /\d+$/.exec(opened.labelOf(packetPage))?.[0] ?? '',
    labelOf: () => undefined,
    placeInExhibit: () => undefined,
  };
}
