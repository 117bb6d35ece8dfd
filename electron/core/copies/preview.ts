// What a smaller copy would be like, before it is made: its size, and pictures of its pages.
import { AppError } from '../../../shared/errors.ts';
import type { PacketId } from '../../../shared/ids.ts';
import type { SmallerChoice, SmallerPreview } from '../../../shared/model/copy-order.ts';
import { type OpenedPacket, openPacket } from '../../packet/copies/opened-packet.ts';
import { onePage, type Scan, scansOf, smallerScans } from '../../packet/copies/smaller.ts';
import type { Readers } from '../../readers/types.ts';
import type { Session } from '../session.ts';

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
  readonly byteLength: number;
  readonly scans: readonly Scan[];
}

/** The previews over the open vault. The packet looked at last stays opened, so that the next choice is shown at once. */
export function smallerPreviews(sources: Sources): SmallerPreviews {
  let last: { readonly packetId: PacketId; readonly looked: Promise<Looked> } | undefined;
  const look = (packetId: PacketId): Promise<Looked> => {
    if (last?.packetId === packetId) return last.looked;
    const looked = lookAt(packetId, sources);
    last = { packetId, looked };
    looked.catch(() => {
      if (last?.looked === looked) last = undefined;
    });
    return looked;
  };
  return {
    size: async (packetId, choice) => {
      const { opened, byteLength, scans } = await look(packetId);
      const tried = spread(scans, TRIED);
      const changed = await smallerScans(tried, choice, opened, sources.readers);
      let [before, after] = [0, 0];
      for (const { ref, stream } of tried) {
        before += stream.getContentsSize();
        after += (changed.get(ref) ?? stream).getContentsSize();
      }
      const all = scans.reduce((sum, { stream }) => sum + stream.getContentsSize(), 0);
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
      const changed = await smallerScans(here, choice, opened, sources.readers);
      return sources.readers.picture(await onePage(opened, packetPage, changed), 1, PICTURE_WIDTH_PX);
    },
  };
}

async function lookAt(packetId: PacketId, { session, readers }: Sources): Promise<Looked> {
  const bytes = await session.vault().packets.pdf(packetId);
  const opened = await openPacket(bytes);
  return { packetId, opened, byteLength: bytes.length, scans: scansOf(opened, await readers.pdfImages(bytes)) };
}

/** At most `count` of them, evenly spread. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
