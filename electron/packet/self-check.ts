// What the pages of a finished packet say, as another PDF reader finds it, compared with what was planned. Failures name pages, never words of a paper.
import type { PacketPlan } from '../../shared/model/packet.ts';
import { packetPageOf } from '../../shared/packet/labels.ts';
import type { PacketFacts } from './compose.ts';

/** Everything that disagrees, one line each. `texts` are the texts of the packet's pages as read by another library, in order. */
export function packetFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  return [
    ...countFailures(packet, plan, texts),
    ...stampFailures(packet, plan, texts),
    ...exhibitFailures(packet, plan, texts),
    ...linkFailures(packet, texts),
    ...indexFailures(packet, plan),
  ];
}

/** Pages and exhibits that are missing. */
function countFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  const exhibitPages = plan.exhibits.reduce((sum, exhibit) => sum + exhibit.pages.length, 0);
  return [
    ...(texts.length === packet.pageCount ? [] : [`${texts.length} pages read, ${packet.pageCount} written`]),
    ...(packet.stamps.length === packet.pageCount ? [] : ['not one stamp for each page']),
    ...(packet.exhibitPages.length === exhibitPages ? [] : ['exhibit pages are missing']),
    ...(packet.index.length === plan.exhibits.length ? [] : ['the index does not list every exhibit']),
  ];
}

/** Pages that do not show their stamp, or a wrong one. */
function stampFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  return packet.stamps.flatMap((stamp, index) => {
    const page = index + 1;
    return [
      ...(packetPageOf(plan.stamping, stamp) === page ? [] : [`the stamp of page ${page} breaks the numbering`]),
      ...(hasToken(texts[index] ?? '', stamp) ? [] : [`page ${page} does not show its stamp`]),
    ];
  });
}

/** Pages that do not say which page of which exhibit they are. */
function exhibitFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  const counts = new Map(plan.exhibits.map((exhibit) => [exhibit.label, exhibit.pages.length]));
  const places = new Map<string, number>();
  return packet.exhibitPages.flatMap(({ label, packetPage }) => {
    const place = (places.get(label) ?? 0) + 1;
    places.set(label, place);
    const wanted = `Exhibit ${label} · page ${place} of ${counts.get(label) ?? 0}`;
    return hasToken(texts[packetPage - 1] ?? '', wanted) ? [] : [`page ${packetPage} does not say “${wanted}”`];
  });
}

/** Links to a page that does not bear the stamp they name. */
function linkFailures(packet: PacketFacts, texts: readonly string[]): readonly string[] {
  return packet.links.flatMap(({ fromPage, toPage, stamp }) =>
    packet.stamps[toPage - 1] === stamp && hasToken(texts[toPage - 1] ?? '', stamp)
      ? []
      : [`a link on page ${fromPage} does not lead where it says`],
  );
}

/** Exhibits whose row of the index is wrong. */
function indexFailures(packet: PacketFacts, plan: PacketPlan): readonly string[] {
  return plan.exhibits.flatMap((exhibit, at) => {
    const row = packet.index[at];
    const pages = packet.exhibitPages.filter((page) => page.label === exhibit.label);
    const first = packet.stamps[(pages.at(0)?.packetPage ?? 0) - 1];
    const last = packet.stamps[(pages.at(-1)?.packetPage ?? 0) - 1];
    const agrees =
      row?.label === exhibit.label &&
      row.fromStamp === first &&
      row.toStamp === last &&
      row.pageCount === exhibit.pages.length &&
      pages.every((page, place) => page.pageNumber === exhibit.pages[place]);
    return agrees ? [] : [`the index is wrong about exhibit ${exhibit.label}`];
  });
}

/** True when the text holds the token and no letter or digit runs on at its ends. Blanks count as one, however they were read. */
function hasToken(text: string, token: string): boolean {
  const escaped = squeeze(token).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(squeeze(text));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
