// How exhibits, pages and dates are called in a packet: letters, stamps, citations.
import type { PacketPreset, PacketSetup, Stamping } from '../model/packet-setup.ts';

const LETTERS = 26;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Letter of the exhibit at `index` (zero-based): A … Z, AA, AB … ZZ, AAA. Throws RangeError for anything but a whole number from 0. */
export function exhibitLabel(index: number): string {
  if (!Number.isInteger(index) || index < 0) throw new RangeError('An exhibit index is a whole number from 0.');
  let label = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    label = String.fromCharCode(65 + (rest % LETTERS)) + label;
  }
  return label;
}

/** What the exhibit at `index` (zero-based) is called: a letter or a number. */
export function exhibitName(labels: PacketSetup['labels'], index: number): string {
  return labels === 'letters' ? exhibitLabel(index) : String(index + 1);
}

/** The zero-based index of an exhibit's letter, or undefined when it isn't one: the inverse of `exhibitLabel`. */
export function exhibitIndex(label: string): number | undefined {
  if (!/^[A-Z]{1,8}$/.test(label)) return undefined;
  let index = 0;
  for (const letter of label) index = index * LETTERS + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** What is stamped on the n-th page of the packet (one-based): prefix and number, padded with zeros. It is also the page's label. */
export function stampOf(stamping: Stamping, packetPage: number): string {
  return stamping.prefix + String(stamping.start + packetPage - 1).padStart(stamping.digits, '0');
}

/** The packet page (one-based) a stamp stands for, or undefined when it isn't a stamp of this numbering: the inverse of `stampOf`. */
export function packetPageOf(stamping: Stamping, stamp: string): number | undefined {
  if (!stamp.startsWith(stamping.prefix)) return undefined;
  const digits = stamp.slice(stamping.prefix.length);
  if (!/^\d+$/.test(digits)) return undefined;
  const page = Number(digits) - stamping.start + 1;
  return page >= 1 && stampOf(stamping, page) === stamp ? page : undefined;
}

/** What the letter of a packet is called in bookmarks. */
export function letterName(preset: PacketPreset): string {
  return preset === 'claim-file-request' ? 'Request for the claim file' : 'Appeal letter';
}

/** The place inside an exhibit: “Ex. C, p. 3” or “Ex. C, pp. 3–5”. */
export function exhibitPlace(label: string, page: number, toPage: number = page): string {
  return toPage > page ? `Ex. ${label}, pp. ${page}–${toPage}` : `Ex. ${label}, p. ${page}`;
}

/** A stamp or a span of stamps: “0047”, “0047–0049”; a prefix is said once: “AR-0047–0049”. */
export function stampSpan(from: string, to: string): string {
  if (from === to) return from;
  const prefix = /^.*\D/.exec(from)?.[0] ?? '';
  return `${from}–${to.startsWith(prefix) ? to.slice(prefix.length) : to}`;
}

/** The whole citation: “Ex. C, p. 3 (0047)”. */
export function citeText(
  label: string,
  page: number,
  toPage: number | undefined,
  stampFrom: string,
  stampTo: string,
): string {
  return `${exhibitPlace(label, page, toPage)} (${stampSpan(stampFrom, stampTo)})`;
}

/** A calendar date as printed in a packet: “Sep 9, 2026”. What isn't an ISO date comes back as it is. */
export function shortDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (parts === null || month === undefined) return date;
  return `${month} ${Number(parts[3])}, ${parts[1]}`;
}

/** “1 page”, “5 pages”. */
export function pageCountText(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** How an exhibit is called in bookmarks: “Exhibit A — Denial letter, Sep 9, 2026”. */
export function exhibitHeading(exhibit: {
  readonly label: string;
  readonly title: string;
  readonly date?: string | undefined;
}): string {
  const date = exhibit.date === undefined ? '' : `, ${shortDate(exhibit.date)}`;
  return `Exhibit ${exhibit.label} — ${exhibit.title}${date}`;
}
