// The pages of the packet as it would be built now: which they are, and pictures of them. What was laid out last is kept while nothing changes.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { PacketPlan, PreviewPage } from '../../shared/model/packet.ts';
import type { Slot } from '../packet/numbering.ts';
import { type LaidPacket, layPacket, previewPage } from '../packet/preview.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Services } from './services.ts';
import { vaultSource } from './vault-source.ts';

/** Width of the pictures, in pixels: readable at full window width. */
const PICTURE_WIDTH_PX = 1100;
/** Pictures kept, at about 150 KB each. */
const KEPT = 48;

export interface PacketPreviews {
  /** All pages of the packet, in order. `state` changes with anything that changes a page. */
  pages(caseId: CaseId): Promise<{ readonly state: string; readonly pages: PreviewPage[] }>;
  /** A page (one-based) as JPEG. Throws page-not-found when the packet has changed since `state` and has no such page now. */
  picture(caseId: CaseId, packetPage: number): Promise<Uint8Array>;
}

interface Laid {
  readonly caseId: CaseId;
  readonly state: string;
  readonly laid: Promise<LaidPacket>;
}

/** The previews over the open vault. */
export function packetPreviews(services: Services, desk: CaseDesk): PacketPreviews {
  const { session, readers, platform } = services;
  const fontsDir = join(platform.resourcesDir, 'fonts');
  let last: Laid | undefined;
  const pictures = new Map<string, Promise<Uint8Array>>();

  const lay = (caseId: CaseId): Laid => {
    const plan = desk.layout(caseId);
    const state = stateOf(plan);
    if (last?.caseId === caseId && last.state === state) return last;
    last = { caseId, state, laid: layPacket(plan, fontsDir) };
    pictures.clear();
    return last;
  };
  const draw = async ({ laid }: Laid, packetPage: number): Promise<Uint8Array> => {
    const vault = session.vault();
    const pdf = await previewPage(await laid, packetPage, {
      fontsDir,
      pictureOf: (id, pageNumber) => vault.documents.picture(id, pageNumber),
      drawRedacted: readers.redacted,
      sources: (id) => vaultSource(vault, readers, id),
    });
    return readers.picture(pdf, 1, PICTURE_WIDTH_PX);
  };

  return {
    pages: async (caseId) => {
      const { state, laid } = lay(caseId);
      const { slots, numbering, plan } = await laid;
      const black = new Set(plan.redactions.map(({ documentId, pageNumber }) => `${documentId} ${pageNumber}`));
      return {
        state,
        pages: slots.map((slot, index) => previewOf(slot, numbering.stampAt(index + 1), black)),
      };
    },
    picture: async (caseId, packetPage) => {
      session.vault();
      const current = last?.caseId === caseId ? last : lay(caseId);
      const key = `${current.state} ${packetPage}`;
      const known = pictures.get(key);
      if (known !== undefined) return known;
      const drawn = draw(current, packetPage);
      pictures.set(key, drawn);
      drawn.catch(() => pictures.delete(key));
      for (const oldest of pictures.keys()) {
        if (pictures.size <= KEPT) break;
        pictures.delete(oldest);
      }
      return drawn;
    },
  };
}

function previewOf(slot: Slot, stamp: string, black: ReadonlySet<string>): PreviewPage {
  if (slot.kind === 'tab')
    return { kind: 'tab', stamp, label: slot.exhibit.label, title: slot.exhibit.title, key: slot.exhibit.key };
  if (slot.kind !== 'exhibit') return { kind: slot.kind, stamp };
  const { label, title, documentId, key } = slot.exhibit;
  const { pageNumber } = slot;
  const isBlacked = black.has(`${documentId} ${pageNumber}`);
  return { kind: 'exhibit', stamp, label, title, key, documentId, pageNumber, ...(isBlacked && { isBlacked }) };
}

/** What the pages depend on, as a short name: problems and the day of the deadline don't change a page. */
function stateOf({ problems: _, ...plan }: PacketPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);
}
