// Addresses of bytes: page pictures and PDFs travel by URL, never in messages.
import type { CaseId, CopyId, DocumentId, EntryId, PacketId } from '../ids.ts';
import type { SmallerChoice } from '../model/copy-order.ts';

/** What an asset address can point at. */
export type AssetRef =
  | { readonly kind: 'page'; readonly documentId: string; readonly pageNumber: number }
  | { readonly kind: 'thumbnail'; readonly documentId: string }
  | { readonly kind: 'original'; readonly documentId: string }
  | { readonly kind: 'packet'; readonly packetId: string }
  | { readonly kind: 'packet-page'; readonly packetId: string; readonly pageNumber: number }
  | { readonly kind: 'copy'; readonly copyId: string }
  | {
      readonly kind: 'smaller-page';
      readonly packetId: string;
      readonly pageNumber: number;
      readonly choice: SmallerChoice;
    }
  | { readonly kind: 'letter'; readonly caseId: string; readonly letterId: string; readonly format: 'pdf' | 'docx' }
  | { readonly kind: 'appeal-letter'; readonly caseId: string; readonly format: 'pdf' | 'docx' }
  | {
      readonly kind: 'redacted-page';
      readonly caseId: string;
      readonly documentId: string;
      readonly pageNumber: number;
    }
  | { readonly kind: 'packet-preview'; readonly caseId: string; readonly packetPage: number }
  | { readonly kind: 'redaction-log'; readonly packetId: string; readonly format: 'pdf' | 'txt' }
  | { readonly kind: 'calendar' };

/** Path of a page's picture, below the host's asset root. */
export const pagePath = (documentId: DocumentId, pageNumber: number) => `page/${documentId}/${pageNumber}`;
/** Path of a document's small picture. */
export const thumbnailPath = (documentId: DocumentId) => `thumbnail/${documentId}`;
/** Path of a document's original bytes. */
export const originalPath = (documentId: DocumentId) => `original/${documentId}`;
/** Path of a packet's PDF. */
export const packetPath = (packetId: PacketId) => `packet/${packetId}`;
/** Path of the picture of a packet's page. */
export const packetPagePath = (packetId: PacketId, pageNumber: number) => `packet-page/${packetId}/${pageNumber}`;

/** Path of a file made of a packet. */
export const copyPath = (id: CopyId) => `copy/${id}`;
/** Path of the picture of a packet's page as a smaller copy would show it. */
export const smallerPagePath = (packetId: PacketId, pageNumber: number, { dpi, quality }: SmallerChoice) =>
  `smaller-page/${packetId}/${pageNumber}/${dpi}/${quality}`;

/** Path of a letter beside the appeal, as a file. */
export const letterPath = (caseId: CaseId, letterId: EntryId, format: 'pdf' | 'docx') =>
  `letter/${caseId}/${letterId}/${format}`;
/** Path of the appeal letter of a case, as a file. */
export const appealLetterPath = (caseId: CaseId, format: 'pdf' | 'docx') => `appeal-letter/${caseId}/${format}`;
/** Path of the picture of a page as the packet of a case would show it; `state` changes with its boxes, so that no older picture is shown. */
export const redactedPagePath = (caseId: CaseId, documentId: DocumentId, pageNumber: number, state: string) =>
  `redacted-page/${caseId}/${documentId}/${pageNumber}/${state}`;
/** Path of the picture of a page of the packet as it would be built now; `state` is that of the call `packets.pages`. */
export const packetPreviewPath = (caseId: CaseId, packetPage: number, state: string) =>
  `packet-preview/${caseId}/${packetPage}/${state}`;
/** Path of the redaction log of a packet, as a file. */
export const redactionLogPath = (packetId: PacketId, format: 'pdf' | 'txt') => `redaction-log/${packetId}/${format}`;
/** Path of the calendar file with all dates. */
export const CALENDAR_PATH = 'calendar/all';

const LETTER = /^letter\/(c_[0-9a-f]{16,32})\/(n_[0-9a-f]{16,32})\/(pdf|docx)$/;

const APPEAL_LETTER = /^appeal-letter\/(c_[0-9a-f]{16,32})\/(pdf|docx)$/;

const SMALLER = /^smaller-page\/(p_[0-9a-f]{16,32})\/([1-9]\d{0,5})\/(\d{2,3})\/(\d{2})$/;

const REDACTED = /^redacted-page\/(c_[0-9a-f]{16,32})\/(d_[0-9a-f]{16,32})\/([1-9]\d{0,5})\/[0-9a-z]{1,16}$/;

const PACKET_PREVIEW = /^packet-preview\/(c_[0-9a-f]{16,32})\/([1-9]\d{0,5})\/[0-9a-f]{16}$/;

const REDACTION_LOG = /^redaction-log\/(p_[0-9a-f]{16,32})\/(pdf|txt)$/;

/** Reads an asset path strictly; anything else is undefined. */
export function parseAssetPath(path: string): AssetRef | undefined {
  if (path.replace(/^\//, '') === CALENDAR_PATH) return { kind: 'calendar' };
  const letter = LETTER.exec(path.replace(/^\//, ''));
  if (letter !== null)
    return { kind: 'letter', caseId: letter[1]!, letterId: letter[2]!, format: letter[3] as 'pdf' | 'docx' };
  const appeal = APPEAL_LETTER.exec(path.replace(/^\//, ''));
  if (appeal !== null) return { kind: 'appeal-letter', caseId: appeal[1]!, format: appeal[2] as 'pdf' | 'docx' };
  const smaller = SMALLER.exec(path.replace(/^\//, ''));
  if (smaller !== null) {
    const choice = { dpi: Number(smaller[3]), quality: Number(smaller[4]) };
    const isSane = choice.dpi >= 72 && choice.dpi <= 300 && choice.quality >= 20 && choice.quality <= 95;
    if (!isSane) return undefined;
    return { kind: 'smaller-page', packetId: smaller[1]!, pageNumber: Number(smaller[2]), choice };
  }
  const redacted = REDACTED.exec(path.replace(/^\//, ''));
  if (redacted !== null)
    return {
      kind: 'redacted-page',
      caseId: redacted[1]!,
      documentId: redacted[2]!,
      pageNumber: Number(redacted[3]),
    };
  const preview = PACKET_PREVIEW.exec(path.replace(/^\//, ''));
  if (preview !== null) return { kind: 'packet-preview', caseId: preview[1]!, packetPage: Number(preview[2]) };
  const log = REDACTION_LOG.exec(path.replace(/^\//, ''));
  if (log !== null) return { kind: 'redaction-log', packetId: log[1]!, format: log[2] as 'pdf' | 'txt' };
  const [kind, id, page, ...rest] = path.replace(/^\//, '').split('/');
  if (id === undefined || rest.length > 0) return undefined;
  const pageNumber = page === undefined ? undefined : /^[1-9]\d{0,5}$/.test(page) ? Number(page) : Number.NaN;
  if (Number.isNaN(pageNumber)) return undefined;
  const isDocument = /^d_[0-9a-f]{16,32}$/.test(id);
  const isPacket = /^p_[0-9a-f]{16,32}$/.test(id);
  if (kind === 'page' && isDocument && pageNumber !== undefined) return { kind, documentId: id, pageNumber };
  if (kind === 'packet-page' && isPacket && pageNumber !== undefined) return { kind, packetId: id, pageNumber };
  if (pageNumber !== undefined) return undefined;
  if ((kind === 'thumbnail' || kind === 'original') && isDocument) return { kind, documentId: id };
  if (kind === 'copy' && /^k_[0-9a-f]{16,32}$/.test(id)) return { kind, copyId: id };
  if (kind === 'packet' && isPacket) return { kind, packetId: id };
  return undefined;
}
