// Check: every page carries its number, once, where stamps stand; the page labels say the same; no number is left out.
import type { PacketCheck, PacketPlan } from '../../model/packet.ts';
import { packetPageOf } from '../labels.ts';
import { countOfToken, type Failure, outcome } from './outcome.ts';
import type { SeenFile } from './seen.ts';
import type { WrittenPacket } from './written.ts';

const NAME = { id: 'numbers', name: 'Every page carries its own number, and the page labels say the same' };

/** Compares what is stamped on each page, and its label, with the numbering of the plan; exhibit pages also say which page of what they are. */
export function checkNumbers(plan: PacketPlan, written: WrittenPacket, seen: SeenFile): PacketCheck {
  const places = placesOf(plan, written);
  const count =
    seen.pages.length === written.pageCount
      ? []
      : [{ says: `the file has ${seen.pages.length} pages, not ${written.pageCount}` }];
  const lengths = written.stamps.length === written.pageCount ? [] : [{ says: 'not every page was given a number' }];
  const pages = seen.pages.flatMap((seenPage, index): readonly Failure[] => {
    const page = index + 1;
    const stamp = written.stamps[index] ?? '';
    if (packetPageOf(plan.stamping, stamp) !== page)
      return [{ says: `the number of page ${page} is not the next`, page }];
    if (seenPage.label !== stamp) return [{ says: `the label of page ${page} is not its number`, page }];
    return stampFailures(seenPage.stamp, stamp, places.get(page), page);
  });
  return outcome(NAME, [...count, ...lengths, ...pages]);
}

function stampFailures(found: string, stamp: string, place: string | undefined, page: number): readonly Failure[] {
  const text = unspaced(found);
  const at = place === undefined ? 0 : text.indexOf(unspaced(place));
  if (at < 0) return [{ says: `page ${page} does not say “${place}”`, page }];
  // Without the place: “page 7 of 9” would be the number 7 a second time.
  const rest = place === undefined ? found : withoutPlace(found, place);
  const times = countOfToken(rest, stamp);
  if (times === 1) return [];
  return [
    { says: times === 0 ? `page ${page} does not show its number` : `page ${page} shows its number twice`, page },
  ];
}

function withoutPlace(text: string, place: string): string {
  const pattern = place
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s*');
  return text.replace(new RegExp(pattern, 'u'), ' ');
}

function placesOf(plan: PacketPlan, written: WrittenPacket): ReadonlyMap<number, string> {
  const counts = new Map(plan.exhibits.map(({ label, pages }) => [label, pages.length]));
  const places = new Map<string, number>();
  return new Map(
    written.exhibitPages.map(({ label, packetPage }) => {
      const place = (places.get(label) ?? 0) + 1;
      places.set(label, place);
      return [packetPage, `Exhibit ${label} · page ${place} of ${counts.get(label) ?? 0}`];
    }),
  );
}

function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}
