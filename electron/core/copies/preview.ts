// What a smaller copy would be like, before it is made: its size, and pictures of its pages.
import { AppError } from '../../../shared/errors.ts';
import type { PacketId } from '../../../shared/ids.ts';
import type { SmallerChoice, SmallerPreview } from '../../../shared/model/copy-order.ts';
import { excerpt } from '../../packet/copies/excerpt.ts';
import type { OpenedPacket } from '../../packet/copies/opened-packet.ts';
import { type Scan, scansOf, smallerScans } from '../../packet/copies/smaller.ts';
import type { Readers } from '../../readers/types.ts';
import type { Session } from '../session.ts';
import { drawnIn, type OpenedPackets, openedPackets } from './opened-packets.ts';

/** What previews are made with. */
interface Sources {
  readonly session: Session;
  readonly readers: Readers;
}

/** Scans tried for the size; with more, the others are reckoned from these. */
const TRIED = 12;
/** Width of the pictures of pages, in pixels. */
const PICTURE_WIDTH_PX = 1100;

export interface SmallerPreviews {
  size(packetId: PacketId, choice: SmallerChoice): Promise<SmallerPreview>;
  /** A page of the smaller copy as JPEG. Throws page-not-found. */
  picture(packetId: PacketId, packetPage: number, choice: SmallerChoice): Promise<Uint8Array>;
}

interface Looked {
  readonly packetId: PacketId;
  readonly opened: OpenedPacket;
  readonly scans: readonly Scan[];
}

/** The previews over the open vault. The packet looked at last stays opened, so that the next choice is shown at once. */
export function smallerPreviews(sources: Sources): SmallerPreviews {
  const packets = openedPackets(sources.session);
  let last: { readonly packetId: PacketId; readonly looked: Promise<Looked> } | undefined;
  const look = (packetId: PacketId): Promise<Looked> => {
    if (last?.packetId === packetId) return last.looked;
    const looked = lookAt(packetId, packets, sources);
    last = { packetId, looked };
    looked.catch(() => {
      if (last?.looked === looked) last = undefined;
    });
    return looked;
  };
  return {
    size: async (packetId, choice) => {
      const { opened, scans } = await look(packetId);
      const byteLength = opened.file.length;
      const tried = spread(scans, TRIED);
      const changed = await smallerScans(tried, { choice, opened, readers: sources.readers });
      let [before, after] = [0, 0];
      for (const { ref, bytes } of tried) {
        before += bytes;
        after += changed.get(ref)?.getContentsSize() ?? bytes;
      }
      const all = scans.reduce((sum, { bytes }) => sum + bytes, 0);
      const saved = before === 0 ? 0 : ((before - after) / before) * all;
      return {
        bytesBefore: byteLength,
        bytesAfter: Math.round(byteLength - saved),
        isExact: tried.length === scans.length,
        pages: [...new Set(scans.flatMap(({ pages }) => pages))].sort((a, b) => a - b),
        scans: scans.length,
      };
    },
    picture: async (packetId, packetPage, choice) => {
      const { opened, scans } = await look(packetId);
      if (packetPage > opened.pageCount) throw new AppError('page-not-found');
      const here = scans.filter(({ pages }) => pages.includes(packetPage));
      const changed = await smallerScans(here, { choice, opened, readers: sources.readers });
      const page = await excerpt(opened, packetPage, packetPage, changed);
      return sources.readers.picture(page, 1, PICTURE_WIDTH_PX);
    },
  };
}

async function lookAt(packetId: PacketId, packets: OpenedPackets, { readers }: Sources): Promise<Looked> {
  const opened = await packets.get(packetId);
  return { packetId, opened, scans: scansOf(opened, await drawnIn(opened, readers)) };
}

/** At most `count` of them, evenly spread. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
