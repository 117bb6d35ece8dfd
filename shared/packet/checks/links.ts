// Check: every link leads to the page it names, every citation has one, and every cited exhibit leads back to the letter.
import type { PacketCheck, PacketPlan } from '../../model/packet.ts';
import { letterName } from '../labels.ts';
import { type Failure, hasToken, outcome } from './outcome.ts';
import type { SeenFile, SeenLink } from './seen.ts';
import type { WrittenExhibitPage, WrittenPacket } from './written.ts';

const NAME = { id: 'links', name: 'Every link leads to the page it names, there and back' };

/** Compares the links of the file with those that were laid, with what is printed on them, and with what is stamped where they lead. */
export function checkLinks(plan: PacketPlan, written: WrittenPacket, seen: SeenFile): PacketCheck {
  return outcome(NAME, [
    ...laidFailures(written, seen),
    ...printedFailures(plan, written, seen),
    ...indexFailures(plan, written, seen),
    ...backFailures(written, seen, letterName(plan.preset)),
    ...nameFailures(seen),
  ]);
}

/** Each page's links are those that were laid, and where they lead stands the stamp they promise. */
function laidFailures(written: WrittenPacket, seen: SeenFile): readonly Failure[] {
  const laid = new Map<number, number[]>();
  for (const { fromPage, toPage } of written.links) laid.set(fromPage, [...(laid.get(fromPage) ?? []), toPage]);
  const places = seen.pages.flatMap(({ links }, index): readonly Failure[] => {
    const page = index + 1;
    const strange = links.find((link) => link.page === undefined);
    if (strange !== undefined) {
      const where = strange.elsewhere === undefined ? 'to no page' : `out of the packet, to ${strange.elsewhere}`;
      return [{ says: `a link on page ${page} leads ${where}`, page }];
    }
    const wanted = sorted(laid.get(page) ?? []);
    const found = sorted(links.map((link) => link.page ?? 0));
    if (wanted.join() === found.join()) return [];
    return found.length === wanted.length
      ? [{ says: `a link on page ${page} does not lead where it was laid`, page }]
      : [{ says: `page ${page} has ${found.length} links, not ${wanted.length}`, page }];
  });
  const stamps = written.links.flatMap(({ fromPage, toPage, stamp }): readonly Failure[] => {
    const target = seen.pages[toPage - 1];
    const isThere = target !== undefined && target.label === stamp && hasToken(target.stamp, stamp);
    return isThere
      ? []
      : [{ says: `a link on page ${fromPage} leads to a page that is not stamped as it says`, page: fromPage }];
  });
  return [...places, ...once(stamps)];
}

/** What is printed on the links to a page names that page; a link may go on in the next line or on the next page. */
function printedFailures(plan: PacketPlan, written: WrittenPacket, seen: SeenFile): readonly Failure[] {
  const tabs = tabPages(written);
  return seen.pages.flatMap((page, index): readonly Failure[] => {
    const targets = [...new Set(page.links.flatMap((link) => link.page ?? []))];
    return targets.flatMap((target): readonly Failure[] => {
      const near = [page, seen.pages[index - 1], seen.pages[index + 1]].flatMap((each) => each?.links ?? []);
      const says = near.filter((link) => link.page === target).map((link) => link.text);
      const stamp = written.stamps[target - 1] ?? '';
      const number = stamp.slice(plan.stamping.prefix.length);
      const label = tabs.get(target);
      const isNamed =
        hasToken(says.join(' '), stamp) ||
        hasToken(says.join(' '), number) ||
        (label !== undefined && says.some((each) => hasToken(each, label)));
      return isNamed
        ? []
        : [{ says: `a link on page ${index + 1} does not print the page it leads to`, page: index + 1 }];
    });
  });
}

/** The index names the first and the last page of every exhibit, and a link leads to the first. */
function indexFailures(plan: PacketPlan, written: WrittenPacket, seen: SeenFile): readonly Failure[] {
  const pages = partPages(written, 'Index of exhibits');
  const text = pages.map((page) => seen.pages[page - 1]?.text ?? '').join(' ');
  const links = pages.flatMap((page) => seen.pages[page - 1]?.links ?? []);
  const isPrinted = plan.parts.includes('index') && plan.exhibits.length > 0;
  return plan.exhibits.flatMap((exhibit, at): readonly Failure[] => {
    const row = written.index[at];
    const own = written.exhibitPages.filter(({ label }) => label === exhibit.label);
    const [first, last] = [own.at(0)?.packetPage ?? 0, own.at(-1)?.packetPage ?? 0];
    const agrees =
      row?.label === exhibit.label &&
      row.fromStamp === written.stamps[first - 1] &&
      row.toStamp === written.stamps[last - 1] &&
      row.pageCount === exhibit.pages.length &&
      own.length === exhibit.pages.length &&
      own.every((page, place) => page.pageNumber === exhibit.pages[place]);
    const isFound = !isPrinted || (hasToken(text, row?.fromStamp ?? '') && linksTo(links, first));
    return agrees && isFound ? [] : [{ says: `the index is wrong about exhibit ${exhibit.label}`, page: pages[0] }];
  });
}

/** The tab sheet of an exhibit that the letter cites leads back to the letter. */
function backFailures(written: WrittenPacket, seen: SeenFile, name: string): readonly Failure[] {
  const letter = partPages(written, name);
  const cited = letter.flatMap((page) => (seen.pages[page - 1]?.links ?? []).flatMap((link) => link.page ?? []));
  return [...byExhibit(written)].flatMap(([label, pages]): readonly Failure[] => {
    const tab = (pages[0]?.packetPage ?? 1) - 1;
    const isCited = pages.some(({ packetPage }) => cited.includes(packetPage));
    const leadsBack = (seen.pages[tab - 1]?.links ?? []).some((link) => letter.includes(link.page ?? 0));
    return isCited && !leadsBack
      ? [{ says: `the sheet before exhibit ${label} does not lead back to the letter`, page: tab }]
      : [];
  });
}

function nameFailures(seen: SeenFile): readonly Failure[] {
  const lost = seen.names.filter(({ page }) => page === undefined).length;
  return lost === 0 ? [] : [{ says: `${lost} named places lead to no page` }];
}

/** Pages of a front part: from its bookmark to the next one. */
function partPages({ outline }: WrittenPacket, title: string): readonly number[] {
  const at = outline.findIndex((entry) => entry.title === title);
  const from = outline[at]?.packetPage;
  const next = outline[at + 1]?.packetPage;
  if (from === undefined) return [];
  return Array.from({ length: Math.max(1, (next ?? from + 1) - from) }, (_, index) => from + index);
}

/** The sheet before each exhibit, with the exhibit's label. */
function tabPages(written: WrittenPacket): ReadonlyMap<number, string> {
  return new Map([...byExhibit(written)].map(([label, pages]) => [(pages[0]?.packetPage ?? 1) - 1, label]));
}

function byExhibit({ exhibitPages }: WrittenPacket): ReadonlyMap<string, readonly WrittenExhibitPage[]> {
  const exhibits = new Map<string, WrittenExhibitPage[]>();
  for (const page of exhibitPages) {
    const own = exhibits.get(page.label);
    if (own === undefined) exhibits.set(page.label, [page]);
    else own.push(page);
  }
  return exhibits;
}

function linksTo(links: readonly SeenLink[], page: number): boolean {
  return links.some((link) => link.page === page);
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}

function once(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [failure.says, failure])).values()];
}
