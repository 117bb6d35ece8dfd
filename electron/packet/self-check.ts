// The packet's own check before it is kept: what another PDF reader finds on its pages agrees with what was planned.
import { AppError } from '../../shared/errors.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { packetPageOf } from '../../shared/packet/labels.ts';
import type { PacketFacts } from './compose.ts';

/** Failures listed in an error; more of the same kind help nobody. */
const SHOWN = 5;

/**
 * Throws packet-check-failed when the finished packet doesn't say what the plan says. `texts` are the texts of its pages as read by
 * another library, in order. The cause lists what disagrees, by page number only: never words of a paper.
 */
export function checkPacket(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): void {
  const failures = packetFailures(packet, plan, texts);
  if (failures.length === 0) return;
  throw new AppError('packet-check-failed', { cause: new Error(failures.slice(0, SHOWN).join('; ')) });
}

/** Everything that disagrees, one line each. */
export function packetFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  return [
    ...countFailures(packet, plan, texts),
    ...stampFailures(packet, plan, texts),
    ...exhibitFailures(packet, plan, texts),
    ...linkFailures(packet, texts),
    ...indexFailures(packet, plan),
  ];
}

function countFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  const exhibitPages = plan.exhibits.reduce((sum, exhibit) => sum + exhibit.pages.length, 0);
  return [
    ...(texts.length === packet.pageCount ? [] : [`${texts.length} pages read, ${packet.pageCount} written`]),
    ...(packet.stamps.length === packet.pageCount ? [] : ['not one stamp for each page']),
    ...(packet.exhibitPages.length === exhibitPages ? [] : ['exhibit pages are missing']),
    ...(packet.index.length === plan.exhibits.length ? [] : ['the index does not list every exhibit']),
  ];
}

function stampFailures(packet: PacketFacts, plan: PacketPlan, texts: readonly string[]): readonly string[] {
  return packet.stamps.flatMap((stamp, index) => {
    const page = index + 1;
    return [
      ...(packetPageOf(plan.stamping, stamp) === page ? [] : [`the stamp of page ${page} breaks the numbering`]),
      ...(hasToken(texts[index] ?? '', stamp) ? [] : [`page ${page} does not show its stamp`]),
    ];
  });
}

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

function linkFailures(packet: PacketFacts, texts: readonly string[]): readonly string[] {
  return packet.links.flatMap(({ fromPage, toPage, stamp }) =>
    packet.stamps[toPage - 1] === stamp && hasToken(texts[toPage - 1] ?? '', stamp)
      ? []
      : [`a link on page ${fromPage} does not lead where it says`],
  );
}

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
