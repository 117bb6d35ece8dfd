// Which page of the packet is what: the front parts in the order of the plan, then each exhibit behind its tab.
import type { Exhibit, PacketPlan } from '../../shared/model/packet.ts';
import type { FrontPart } from '../../shared/model/packet-setup.ts';
import { stampOf } from '../../shared/packet/labels.ts';
import type { Places } from './layout/letter-spans.ts';
import type { Numbering, Target } from './layout/sheet.ts';

/** What stands on a page of the packet. */
export type Slot =
  | { readonly kind: FrontPart; readonly sheet: number }
  | { readonly kind: 'tab'; readonly exhibit: Exhibit; readonly exhibitIndex: number }
  | { readonly kind: 'exhibit'; readonly exhibit: Exhibit; readonly pageNumber: number; readonly place: number };

/** Room for front pages nobody has counted yet, when guessing how wide a stamp may get. */
const FRONT_PAGES_GUESS = 400;

/** What the layout may know before pages are counted. */
export function placesOf(plan: PacketPlan): Places {
  const places = new Map<string, { readonly label: string; readonly place: number }>();
  for (const { documentId, label, pages } of plan.exhibits) {
    for (const [index, page] of pages.entries()) places.set(`${documentId} ${page}`, { label, place: index + 1 });
  }
  const behind = plan.exhibits.reduce((sum, exhibit) => sum + exhibit.pages.length + 1, 0);
  const widest = stampOf(plan.stamping, behind + FRONT_PAGES_GUESS).replaceAll(/\d(?=\d*$)/g, '0');
  return {
    labelOf: (documentId, pageNumber) => places.get(`${documentId} ${pageNumber}`)?.label,
    placeInExhibit: (documentId, pageNumber) => places.get(`${documentId} ${pageNumber}`)?.place,
    widestStamp: widest,
    widestNumber: widest.slice(plan.stamping.prefix.length),
    prefix: plan.stamping.prefix,
  };
}

/** All pages of the packet in order. `sheets` tells how many pages each front part has. */
export function slotsOf(plan: PacketPlan, sheets: Readonly<Record<FrontPart, number>>): readonly Slot[] {
  const front = [...new Set(plan.parts)].flatMap((kind) =>
    Array.from({ length: sheets[kind] }, (_, sheet): Slot => ({ kind, sheet })),
  );
  const exhibits = plan.exhibits.flatMap((exhibit, exhibitIndex): readonly Slot[] => [
    { kind: 'tab', exhibit, exhibitIndex },
    ...exhibit.pages.map((pageNumber, index): Slot => ({ kind: 'exhibit', exhibit, pageNumber, place: index + 1 })),
  ]);
  return [...front, ...exhibits];
}

/** The numbering of counted pages. */
export function numberingOf(plan: PacketPlan, slots: readonly Slot[], places: Places): Numbering {
  const pages = new Map<string, number>();
  slots.forEach((slot, index) => {
    const key = keyOfSlot(slot);
    if (key !== undefined) pages.set(key, index + 1);
  });
  return {
    pageCount: slots.length,
    pageOf: (target) => pages.get(keyOfTarget(target)),
    stampAt: (packetPage) => stampOf(plan.stamping, packetPage),
    numberAt: (packetPage) => stampOf({ ...plan.stamping, prefix: '' }, packetPage),
    labelOf: places.labelOf,
    placeInExhibit: places.placeInExhibit,
  };
}

function keyOfSlot(slot: Slot): string | undefined {
  if (slot.kind === 'letter') return `letter ${slot.sheet}`;
  if (slot.kind === 'tab') return `tab ${slot.exhibit.label}`;
  if (slot.kind === 'exhibit') return `document ${slot.exhibit.documentId} ${slot.pageNumber}`;
  return undefined;
}

function keyOfTarget(target: Target): string {
  if (target.kind === 'letter') return `letter ${target.sheet}`;
  if (target.kind === 'tab') return `tab ${target.label}`;
  return `document ${target.documentId} ${target.pageNumber}`;
}
