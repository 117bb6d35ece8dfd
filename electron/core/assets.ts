// Bytes by address: page pictures, originals and packets, decrypted into memory and never onto disk.

import { parseAssetPath } from '../../shared/contract/assets.ts';
import { AppError } from '../../shared/errors.ts';
import type { CaseId, CopyId, DocumentId, EntryId, PacketId } from '../../shared/ids.ts';
import { packetFileName } from '../../shared/packet/file-name.ts';
import { excerpt } from '../packet/copies/excerpt.ts';
import { appealLetterFile } from './appeal-letter-file.ts';
import { calendarFile } from './calendar-file.ts';
import type { CaseDesk } from './case-desk.ts';
import { openedPackets } from './copies/opened-packets.ts';
import { letterFile } from './letter-file.ts';
import type { PacketPreviews } from './packet-preview.ts';
import { redactedPicture } from './redacted-picture.ts';
import { LOG_MEDIA_TYPES, redactionLogFile } from './redaction-log-file.ts';
import type { Services } from './services.ts';
import { createThumbnails } from './thumbnails.ts';
import type { WorkDesk } from './work-desk.ts';

export interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Set when the bytes are meant to be saved under this name. */
  readonly fileName?: string;
}

/** Width of the pictures of packet pages, in pixels: readable at full window width. */
const PACKET_PAGE_WIDTH_PX = 1100;

/** The asset door over the open vault. */
export function createAssets(
  services: Services,
  desk: CaseDesk,
  work: WorkDesk,
  pages: PacketPreviews,
): { get(path: string): Promise<Asset> } {
  const packets = openedPackets(services.session);
  const thumbnails = createThumbnails(services);
  return {
    get: async (path) => {
      const ref = parseAssetPath(path);
      if (ref === undefined) throw new AppError('page-not-found');
      const vault = services.session.vault();
      // parseAssetPath has checked the ids against their patterns.
      switch (ref.kind) {
        case 'page':
          return jpeg(await vault.documents.picture(ref.documentId as DocumentId, ref.pageNumber));
        case 'thumbnail':
          return jpeg(await thumbnails.get(ref.documentId as DocumentId));
        case 'original':
          return vault.documents.original(ref.documentId as DocumentId);
        case 'packet': {
          const packet = vault.packets.get(ref.packetId as PacketId);
          return {
            bytes: await vault.packets.pdf(packet.id),
            mediaType: 'application/pdf',
            fileName: packetFileName(packet.version, packet.draft),
          };
        }
        case 'copy': {
          const file = vault.packets.copyFile(ref.copyId as CopyId);
          return { bytes: await file.bytes(), mediaType: file.mediaType, fileName: file.fileName };
        }
        case 'smaller-page':
          return jpeg(await services.previews.picture(ref.packetId as PacketId, ref.pageNumber, ref.choice));
        case 'letter':
          return letterFile(services, work, {
            id: ref.caseId as CaseId,
            letterId: ref.letterId as EntryId,
            format: ref.format,
          });
        case 'appeal-letter':
          return appealLetterFile(services, desk, ref.caseId as CaseId, ref.format);
        case 'redacted-page':
          return redactedPicture(services, {
            caseId: ref.caseId as CaseId,
            documentId: ref.documentId as DocumentId,
            pageNumber: ref.pageNumber,
          });
        case 'packet-preview':
          return jpeg(await pages.picture(ref.caseId as CaseId, ref.packetPage));
        case 'redaction-log': {
          const { fileName, load } = redactionLogFile(services, ref.packetId as PacketId, ref.format);
          return { bytes: await load(), mediaType: LOG_MEDIA_TYPES[ref.format], fileName };
        }
        case 'calendar':
          return {
            bytes: new TextEncoder().encode(calendarFile(work.agenda().items)),
            mediaType: 'text/calendar',
            fileName: CALENDAR_NAME,
          };
        case 'packet-page': {
          const opened = await packets.get(ref.packetId as PacketId);
          const page = await excerpt(opened, ref.pageNumber, ref.pageNumber);
          return jpeg(await services.readers.picture(page, 1, PACKET_PAGE_WIDTH_PX));
        }
      }
    },
  };
}

/** Name offered for the calendar file; it holds no name of a person. */
export const CALENDAR_NAME = 'appeal-dates.ics';

function jpeg(bytes: Uint8Array): Asset {
  return { bytes, mediaType: 'image/jpeg' };
}
