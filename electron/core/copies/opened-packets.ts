// Built packets opened for single pages: the one looked at last stays opened, without the pixels of its pictures.
import type { PacketId } from '../../../shared/ids.ts';
import { type OpenedPacket, openPacket } from '../../packet/copies/opened-packet.ts';
import { withoutPictures } from '../../packet/kept-parts.ts';
import type { DrawnImage, Readers } from '../../readers/types.ts';
import type { Session } from '../session.ts';

/** A packet nobody looks at for so long is forgotten, in milliseconds: opened, one of 1,000 pages takes tens of megabytes. */
const KEPT_MS = 60_000;

export interface OpenedPackets {
  /** Throws packet-not-found, vault-blob-missing, vault-blob-damaged. */
  get(packetId: PacketId): Promise<OpenedPacket>;
}

/** The packets of the open vault. */
export function openedPackets(session: Session): OpenedPackets {
  let last: { readonly packetId: PacketId; readonly opened: Promise<OpenedPacket> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    get: (packetId) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = undefined;
      }, KEPT_MS).unref();
      if (last?.packetId === packetId) return last.opened;
      const file = session.vault().packets.file(packetId);
      // Opened anew for each piece: pages are asked for now and then, and nothing tells when the last one was.
      const opened = file.use(async ({ read }) => {
        let reading: typeof read | undefined = read;
        const packet = await openPacket({
          length: file.byteLength,
          read: (position, length) => reading?.(position, length) ?? file.use((again) => again.read(position, length)),
        });
        reading = undefined;
        return packet;
      });
      last = { packetId, opened };
      opened.catch(() => {
        if (last?.opened === opened) last = undefined;
      });
      return opened;
    },
  };
}

/** The pictures on each page, as they are drawn. Throws cancelled, and what reading the file throws. */
export async function drawnIn(
  { file, pictures }: OpenedPacket,
  readers: Pick<Readers, 'pdfImages'>,
  signal?: AbortSignal,
): Promise<readonly (readonly DrawnImage[])[]> {
  return readers.pdfImages(await withoutPictures(file, pictures.ranges), signal);
}
